//! Rules a group keeps by itself, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::pages::{Step, write};
use super::views::{self, Tried};
use super::{
    Does, Line, LineDraft, LineId, LineWords, Look, Looks, Quiet, Refusal, Rules, Sentence, Settings, Shares,
};
use crate::app::App;
use crate::forum::content_notes::ContentNote;
use crate::http::problem::{InField, ProblemJson};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, Moment};

/// The doors of rules.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/groups/{name}/rules", Who::Keeper, get_rules);
    doors.put("/api/v1/groups/{name}/rules", Who::Keeper, set_rules);
    doors.post("/api/v1/groups/{name}/rules/lines", Who::Keeper, keep_line);
    doors.post("/api/v1/groups/{name}/rules/preview", Who::Keeper, try_line);
    doors.delete("/api/v1/groups/{name}/rules/lines/{line}", Who::Keeper, let_line_go);
    doors.put("/api/v1/groups/{name}/rules/guard", Who::Keeper, guard_group);
    doors.delete("/api/v1/groups/{name}/rules/guard", Who::Keeper, end_guard);
}

/// Hours in which nobody is on duty.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct QuietHoursJson {
    /// From this hour: 0 to 23.
    from: i64,
    /// Until this hour: 0 to 23.
    until: i64,
    /// Hours east of UTC in which these are told: -12 to 14.
    #[serde(default)]
    offset: i64,
}

/// One line of words and links.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleLineJson {
    /// Its id.
    id: String,
    /// Words, phrases and domains, with commas between.
    words: String,
    /// `note`, `offer`, `fold`, `hold` or `refuse`: what happens where it is met.
    does: &'static str,
    /// For a note or a fold: which content note; or null.
    note: Option<&'static str>,
    /// The short name of a better home, or null.
    goes_to: Option<String>,
    /// What the writer reads; empty: the usual sentence.
    sentence: String,
}

/// All that a group checks by itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct RulesJson {
    /// `readers`, `members`, `week`, `fortnight` or `month`: who may share.
    shares: &'static str,
    /// `first`, `new`, `alias`, `links`, `all`: what waits for a look.
    looks: Vec<&'static str>,
    /// Minutes between two things under one name; 0: none.
    pace_minutes: i64,
    /// When nobody is on duty, or null.
    quiet: Option<QuietHoursJson>,
    /// Until when the group is guarded, or null: it is not.
    guarded_until: Option<String>,
    /// Whether who declared whom they work for speaks under that name alone.
    asks_labels: bool,
    /// Minutes for which people who answer first go before others, where somebody tells of a setback; 0: none.
    first_minutes: i64,
    /// Its words and links.
    lines: Vec<RuleLineJson>,
}

/// What a group sets, all of it, beside its lines and how long it is guarded.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SetRulesJson {
    /// `readers`, `members`, `week`, `fortnight` or `month`.
    shares: String,
    /// `first`, `new`, `alias`, `links`, `all`; empty: nothing waits.
    #[serde(default)]
    looks: Vec<String>,
    /// 0 to 1440; 0: none.
    #[serde(default)]
    pace_minutes: i64,
    /// Or null: at all hours.
    quiet: Option<QuietHoursJson>,
    /// Whether who declared whom they work for speaks under that name alone.
    #[serde(default)]
    asks_labels: bool,
    /// Minutes for which people who answer first go before others, where somebody tells of a setback, 0 to 120; left out: 30.
    first_minutes: Option<i64>,
}

/// A line to be kept, or tried.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRuleLineJson {
    /// Words, phrases and domains, with commas between.
    words: String,
    /// `note`, `offer`, `fold`, `hold` or `refuse`.
    does: String,
    /// For a note or a fold: which content note; or null.
    note: Option<String>,
    /// For an offer: the short name of a better home.
    #[serde(default)]
    goes_to: String,
    /// What the writer reads; empty: the usual sentence.
    #[serde(default)]
    sentence: String,
}

/// What a line would have met in the last thirty days.
#[derive(Debug, Serialize, ToSchema)]
pub struct TriedJson {
    /// How many things.
    met: usize,
    /// Of how many.
    of: usize,
    /// Whether that is so much that it may not be what was meant.
    is_much: bool,
    /// The beginnings of the first few.
    first: Vec<String>,
    /// Words people need to stay safe that it would meet.
    safety: Vec<String>,
}

impl RuleLineJson {
    fn of(line: Line) -> Self {
        Self {
            id: line.id.to_string(),
            words: line.words,
            does: line.does.code(),
            note: line.note.map(ContentNote::code),
            goes_to: line.home.map(|home| home.name),
            sentence: line.sentence,
        }
    }
}

impl RulesJson {
    fn of(rules: Rules, now: Moment) -> Self {
        let set = rules.settings;
        let quiet =
            |quiet: Quiet| QuietHoursJson { from: quiet.from, until: quiet.until, offset: quiet.offset };
        Self {
            shares: set.shares.code(),
            looks: set.looks.0.iter().map(|look| look.code()).collect(),
            pace_minutes: set.pace_minutes,
            quiet: set.quiet.map(quiet),
            guarded_until: set.guarded_until.filter(|until| now < *until).map(Moment::rfc3339),
            asks_labels: set.asks_labels,
            first_minutes: set.first_minutes,
            lines: rules.lines.into_iter().map(RuleLineJson::of).collect(),
        }
    }
}

impl TriedJson {
    fn of(tried: Tried) -> Self {
        Self {
            is_much: tried.is_much(),
            met: tried.met,
            of: tried.of,
            first: tried.first,
            safety: tried.safety,
        }
    }
}

/// What a group checks by itself, for those who keep it.
#[utoipa::path(get, path = "/api/v1/groups/{name}/rules", tag = "rules", params(("name" = String, Path)),
    responses((status = 200, body = RulesJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn get_rules(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    let (viewer, now) = (member.viewer(), app.clock().now());
    let (_, rules) = app.read(move |db| views::kept(db, &viewer, &name)).await?;
    Ok(HttpResponse::Ok().json(RulesJson::of(rules, now)))
}

/// Sets all that a group checks by itself, but for its lines and how long it is guarded.
#[utoipa::path(put, path = "/api/v1/groups/{name}/rules", tag = "rules", params(("name" = String, Path)), request_body = SetRulesJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn set_rules(
    app: Data<App>,
    member: Member,
    name: Path<String>,
    sent: Json<SetRulesJson>,
) -> Answer {
    may(&app, &member, &name).await?;
    let (viewer, new) = (member.viewer(), settings(&sent)?);
    write(&app, (viewer, name.into_inner()), Step::Set(new)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What a line would have met, before it is kept. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/groups/{name}/rules/preview", tag = "rules", params(("name" = String, Path)), request_body = NewRuleLineJson,
    responses((status = 200, body = TriedJson), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn try_line(
    app: Data<App>,
    member: Member,
    name: Path<String>,
    sent: Json<NewRuleLineJson>,
) -> Answer {
    may(&app, &member, &name).await?;
    let (viewer, draft, now) = (member.viewer(), draft(&sent)?, app.clock().now());
    let tried = app.read(move |db| views::try_line(db, &viewer, (&name, &draft), now)).await?;
    Ok(HttpResponse::Ok().json(TriedJson::of(tried)))
}

/// Keeps a line.
#[utoipa::path(post, path = "/api/v1/groups/{name}/rules/lines", tag = "rules", params(("name" = String, Path)), request_body = NewRuleLineJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_line(
    app: Data<App>,
    member: Member,
    name: Path<String>,
    sent: Json<NewRuleLineJson>,
) -> Answer {
    may(&app, &member, &name).await?;
    let (viewer, draft) = (member.viewer(), draft(&sent)?);
    write(&app, (viewer, name.into_inner()), Step::Keep(draft)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets a line go. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/groups/{name}/rules/lines/{line}", tag = "rules", params(("name" = String, Path), ("line" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn let_line_go(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    let (viewer, (name, line)) = (member.viewer(), ids.into_inner());
    let id = LineId::read(&line)?;
    write(&app, (viewer, name), Step::Drop(id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Guards a group for a day: what is new and what comes from elsewhere waits for a look. Again begins anew.
#[utoipa::path(put, path = "/api/v1/groups/{name}/rules/guard", tag = "rules", params(("name" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn guard_group(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    guard(&app, &member, name.into_inner(), true).await
}

/// Guards a group no longer. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/groups/{name}/rules/guard", tag = "rules", params(("name" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn end_guard(app: Data<App>, member: Member, name: Path<String>) -> Answer {
    guard(&app, &member, name.into_inner(), false).await
}

/// Whether somebody may set anything at all comes before what they sent.
async fn may(app: &App, member: &Member, name: &str) -> Result<(), Error> {
    let (viewer, name) = (member.viewer(), name.to_owned());
    app.read(move |db| views::kept(db, &viewer, &name).map(drop)).await
}

async fn guard(app: &App, member: &Member, name: String, is_guarded: bool) -> Answer {
    let viewer = member.viewer();
    write(app, (viewer, name), Step::Guard(is_guarded)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn settings(sent: &SetRulesJson) -> Result<Settings, Refusal> {
    let look = |code: &String| Look::parse(code).ok_or(Refusal::Unchosen { field: "looks" });
    let quiet = |quiet: QuietHoursJson| Quiet { from: quiet.from, until: quiet.until, offset: quiet.offset };
    Ok(Settings {
        shares: Shares::parse(&sent.shares).ok_or(Refusal::Unchosen { field: "shares" })?,
        looks: Looks(sent.looks.iter().map(look).collect::<Result<_, _>>()?),
        pace_minutes: sent.pace_minutes,
        quiet: sent.quiet.map(quiet),
        guarded_until: None,
        asks_labels: sent.asks_labels,
        first_minutes: sent.first_minutes.unwrap_or(Settings::default().first_minutes),
    })
}

fn draft(sent: &NewRuleLineJson) -> Result<LineDraft, Error> {
    let does = Does::parse(&sent.does).ok_or(Refusal::Unchosen { field: "does" })?;
    let note = sent.note.as_deref().and_then(ContentNote::parse);
    Ok(LineDraft {
        words: LineWords::parse(&sent.words).in_field("words")?,
        does,
        note: note.filter(|_| matches!(does, Does::Note | Does::Fold)),
        goes_to: sent.goes_to.clone(),
        sentence: Sentence::parse(&sent.sentence).in_field("sentence")?,
    })
}
