//! "Looking after this place", in the browser: whose term it is, whose it was, and what is left for whoever comes next.

use actix_web::web::Data;

use super::{Holder, Past, Serving, hand_over, serving};
use crate::app::App;
use crate::forum::turns::{Handover, Words};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::kernel::markdown::{self, Html};
use crate::page;
use crate::policy::Rank;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of terms. Of the whole community: whoever looks after one group finds nothing here.
pub fn doors(doors: &mut Doors) {
    doors.get("/service", Who::Keeper, show);
    doors.post("/service", Who::Keeper, update);
}

page! { "safety/terms/show.html",
    /// Who looks after the whole community.
    pub struct Show { serving: Serving, words: Html, fields: Fields, faults: Faults }
}

impl Show {
    /// Until when somebody's term is, in words.
    fn until(&self, holder: &Holder) -> String {
        match holder.ends_on {
            Some(day) => self.ui.t1("service-until", "day", self.ui.date(&day)),
            None => self.ui.t("service-until-open").into_owned(),
        }
    }

    /// From when till when it was.
    fn lasted(&self, past: &Past) -> String {
        let (from, to) = (self.ui.date(&past.began_on), self.ui.date(&past.ended_on));
        self.ui.t2("terms-from-to", ("from", from), ("to", to))
    }

    /// What somebody is, in words.
    const fn rank(rank: &Rank) -> &'static str {
        match rank {
            Rank::Member => "terms-rank-member",
            Rank::Keeper => "terms-rank-keeper",
            Rank::Host => "terms-rank-host",
        }
    }

    /// Who wrote what is handed over, and when.
    fn written(&self, left: &Handover) -> String {
        let day = self.ui.date(&left.written_on);
        match &left.by {
            Some(name) => self.ui.t2("service-handover-by", ("name", name), ("day", day)),
            None => self.ui.t1("service-handover-on", "day", day),
        }
    }

    /// What stands in the field: what was typed, or else what holds.
    fn typed(&self) -> &str {
        let kept = self.serving.handover.as_ref().map_or("", |left| left.words.as_str());
        if self.fields.sent("words") { self.fields.one("words") } else { kept }
    }
}

/// `GET /service`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    let (viewer, keys) = (member.viewer(), app.keys().clone());
    let serving = app.read(move |db| serving(db, &viewer, &keys)).await?;
    let words = markdown::render(serving.handover.as_ref().map_or("", |left| left.words.as_str()));
    Ok(Show { ui: ui.at(Door::You), serving, words, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /service`: leaves words for whoever comes next.
pub async fn update(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    // Whether somebody may do anything here at all comes before what was typed.
    let page = load(&app, &member, ui.clone()).await?;
    let mut faults = Faults::default();
    let Some(words) = faults.take(&ui, "words", Words::parse(fields.one("words"))) else {
        return ui::refused(&Show { fields, faults, ..page });
    };
    let (viewer, keys) = (member.viewer(), app.keys().clone());
    app.write(move |tx| hand_over(tx, &viewer, &keys, &words)).await?;
    Ok(see_other("/service"))
}
