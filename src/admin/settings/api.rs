//! The community's settings for programs of its host.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Community, forms};
use crate::admin::settings;
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::{Answer, Doors, Fields, Who};
use crate::kernel::Error;
use crate::policy::{self, Action, Viewer};

/// The doors of settings for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/host/community", Who::Host, get_community);
    doors.patch("/api/v1/host/community", Who::Host, update_community);
}

/// The community. In a change, what is left out stays as it is.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct CommunityJson {
    /// What it is called.
    name: Option<String>,
    /// One sentence under the name.
    sentence: Option<String>,
    /// `en`, `es`
    language: Option<String>,
    /// Two letters of ISO 3166-1.
    country: Option<String>,
    /// `open`, `ask`, `invitation`, `closed`
    doors: Option<String>,
    /// How old members must be.
    age: Option<i64>,
    /// Markdown: what this place is.
    about: Option<String>,
    /// Markdown: the rules.
    how_we_talk: Option<String>,
    /// Markdown: how to reach the host without an account.
    contact: Option<String>,
    /// The name in discreet mode.
    neutral_name: Option<String>,
    /// Where "Leave" leads.
    leave_url: Option<String>,
    /// Where else members may choose that it leads: at most five addresses, with spaces between.
    leave_more: Option<String>,
    /// Whether search engines may read open-web pages.
    is_indexed: Option<bool>,
    /// Whether hosts accept hours in which nobody is on duty.
    quiet_hours: Option<bool>,
    /// Days for which earlier wordings are kept.
    keep_wordings: Option<i64>,
    /// Days for which notices are kept.
    keep_notices: Option<i64>,
    /// Days for which drafts are kept.
    keep_drafts: Option<i64>,
    /// Days after which an account nobody uses is closed.
    keep_away: Option<i64>,
}

impl CommunityJson {
    fn of(community: Community) -> Self {
        Self {
            name: Some(community.name),
            sentence: Some(community.sentence),
            language: Some(community.language),
            country: Some(community.country),
            doors: Some(community.doors.code().to_owned()),
            age: Some(community.age),
            about: Some(community.about),
            how_we_talk: Some(community.how_we_talk),
            contact: Some(community.contact),
            neutral_name: Some(community.neutral_name),
            leave_url: Some(community.leave_url),
            leave_more: Some(community.leave_more),
            is_indexed: Some(community.is_indexed),
            quiet_hours: Some(community.quiet_hours),
            keep_wordings: Some(community.keeping.wordings),
            keep_notices: Some(community.keeping.notices),
            keep_drafts: Some(community.keeping.drafts),
            keep_away: Some(community.keeping.away),
        }
    }

    /// The same as the pages would send it, over what stands now.
    fn over(self, now: &Community) -> Fields {
        let is_indexed = self.is_indexed.unwrap_or(now.is_indexed).then(|| "yes".to_owned());
        let keepers = self.quiet_hours.map(|accepts| if accepts { "quiet" } else { "soon" }.to_owned());
        let sent = [
            ("name", self.name),
            ("sentence", self.sentence),
            ("language", self.language),
            ("country", self.country),
            ("doors", self.doors),
            ("age", self.age.map(|age| age.to_string())),
            ("about", self.about),
            ("how_we_talk", self.how_we_talk),
            ("contact", self.contact),
            ("neutral_name", self.neutral_name),
            ("leave_url", self.leave_url),
            ("leave_more", self.leave_more),
            ("keepers", keepers),
            ("keep_wordings", self.keep_wordings.map(|days| days.to_string())),
            ("keep_notices", self.keep_notices.map(|days| days.to_string())),
            ("keep_drafts", self.keep_drafts.map(|days| days.to_string())),
            ("keep_away", self.keep_away.map(|days| days.to_string())),
            ("is_indexed", is_indexed),
        ];
        let before = forms::filled(now);
        let new: Fields =
            sent.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?))).collect();
        let kept = before.typed().filter(|(name, _)| !new.sent(name) && *name != "is_indexed");
        let kept: Vec<(String, String)> =
            kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let given = new.typed().map(|(name, value)| (name.to_owned(), value.to_owned()));
        given.chain(kept).collect()
    }
}

/// The community's settings.
#[utoipa::path(get, path = "/api/v1/host/community", tag = "host",
    responses((status = 200, body = CommunityJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson)))]
pub async fn get_community(app: Data<App>, viewer: Viewer) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let community = app.read(settings::community).await?.ok_or(Error::Absent)?;
    Ok(HttpResponse::Ok().json(CommunityJson::of(community)))
}

/// Changes the community's settings.
#[utoipa::path(patch, path = "/api/v1/host/community", tag = "host", request_body = CommunityJson,
    responses((status = 200, body = CommunityJson), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn update_community(app: Data<App>, viewer: Viewer, sent: Json<CommunityJson>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let now = app.read(settings::community).await?.ok_or(Error::Absent)?;
    let fields = sent.into_inner().over(&now);
    let about = forms::about(&fields).map_err(forms::Wrong::error)?;
    let discretion = forms::discretion(&fields).map_err(forms::Wrong::error)?;
    let entrance = forms::entrance(&fields).map_err(forms::Wrong::error)?;
    let accepts = forms::keepers(&fields).map_err(forms::Wrong::error)?;
    let pages = forms::pages(&fields).map_err(forms::Wrong::error)?;
    let keeping = forms::keeping(&fields).map_err(forms::Wrong::error)?;
    let community = app
        .write(move |tx| {
            settings::describe(tx, &viewer, &about)?;
            settings::be_discreet(tx, &viewer, &discretion)?;
            settings::set_entrance(tx, &viewer, entrance)?;
            settings::set_quiet_hours(tx, &viewer, accepts)?;
            settings::write_pages(tx, &viewer, &pages)?;
            settings::keep_for(tx, &viewer, keeping)?;
            settings::community(tx)?.ok_or(Error::Absent)
        })
        .await?;
    app.forget_house();
    Ok(HttpResponse::Ok().json(CommunityJson::of(community)))
}
