//! What those who look after things did, in the browser.

use actix_web::web::Data;

use super::model::{LEAST, Refusal};
use super::{ByDay, Counts, Openness, Readers, Stretch, openness};
use crate::app::App;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::{Day, Error, Month};
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::safety::{actions, openness as slice, reports};
use crate::ui::{self, Faults, Shell};

/// Where it stands.
pub(super) const PAGE: &str = "/what-we-did";

/// The doors of what was done.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Visitor, show);
    doors.post(PAGE, Who::Host, set);
}

page! { "safety/openness/show.html",
    /// What was told and done here, by kind and month.
    pub struct Show { all: Openness, faults: Faults }
}

impl Show {
    /// A month, as people write it.
    fn month(&self, month: &Month) -> String {
        let (year, number, _) = month.first().parts();
        let named = self.ui.t1("date-month", "month", number);
        self.ui.t2("did-month", ("month", named), ("year", year))
    }

    /// What a community elsewhere was decided about for.
    fn why(&self, code: &str) -> String {
        let reason = reports::Reason::parse(code);
        reason.map_or_else(
            || self.ui.t("did-why-list").into_owned(),
            |reason| self.ui.t(&reports::reason_label(&reason)).into_owned(),
        )
    }

    fn did(&self, verb: &actions::Verb) -> String {
        self.ui.t(&format!("act-did-{}", verb.code())).into_owned()
    }

    /// One kind, or those of few together.
    fn kind(&self, each: &ByDay) -> String {
        each.kind.map_or_else(|| self.ui.t("did-other").into_owned(), |verb| self.did(&verb))
    }

    /// Days of the month that the section is about.
    fn days(&self, stretch: &Stretch) -> String {
        let number = |day: Day| day.parts().2;
        if stretch.from == stretch.to {
            return self.ui.t1("did-day", "day", number(stretch.from));
        }
        self.ui.t2("did-stretch", ("from", number(stretch.from)), ("to", number(stretch.to)))
    }

    fn pace(&self, counts: &Counts) -> Option<String> {
        counts.pace.map(|pace| self.ui.t(&format!("did-pace-{}", pace.code())).into_owned())
    }
}

/// `GET /what-we-did`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    ui::answer(&load(&app, viewer, ui).await?)
}

/// `POST /what-we-did`: who may read it.
pub async fn set(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let mut faults = Faults::default();
    let readers = Readers::parse(fields.one("readers")).ok_or(Refusal::Unchosen);
    let Some(readers) = faults.take(&ui, "readers", readers) else {
        let page = load(&app, viewer, ui).await?;
        return ui::refused(&Show { faults, ..page });
    };
    app.write(move |tx| slice::set(tx, &viewer, readers)).await?;
    Ok(see_other(PAGE))
}

async fn load(app: &App, viewer: Viewer, ui: Shell) -> Result<Show, Error> {
    let today = app.clock().now().day();
    let all = app.read(move |db| openness(db, &viewer, today)).await?;
    Ok(Show { ui, all, faults: Faults::default() })
}
