//! "Whom I work for", in the browser.

use actix_web::web::Data;

use super::{Declared, Own, Tie, With, store};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::identity::affiliations;
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Door, Faults, Shell};

const PAGE: &str = "/you/affiliation";

/// The doors of labels.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Member, show);
    doors.post(PAGE, Who::Member, declare);
    doors.post("/you/affiliation/off", Who::Member, take_off);
}

page! { "identity/affiliations/show.html",
    /// Whom one works for.
    pub struct Show { own: Own, fields: Fields, faults: Faults }
}

impl Show {
    fn with(&self) -> &str {
        if self.fields.sent("with") { self.fields.one("with") } else { &self.own.label.with }
    }

    fn is_chosen(&self, tie: &Tie) -> bool {
        if self.fields.sent("with") { self.fields.has("tie", tie.code()) } else { self.own.label.tie == *tie }
    }

    /// The day it goes, in words; none: it stays.
    fn goes(&self) -> Option<String> {
        self.own.until.map(|week| self.ui.date(&week.monday()))
    }
}

/// `GET /you/affiliation`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    let face = member.person.face;
    let own = app.read(move |db| store::own(db, face)).await?;
    Ok(Show { ui: ui.at(Door::You), own, fields: Fields::default(), faults: Faults::default() })
}

/// `POST /you/affiliation`
pub async fn declare(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let tie = faults.take(&ui, "tie", Tie::chosen(fields.one("tie")));
    let with = faults.take(&ui, "with", With::parse(fields.one("with")));
    let (Some(tie), Some(with)) = (tie, with) else {
        let page = load(&app, &member, ui).await?;
        return ui::refused(&Show { fields, faults, ..page });
    };
    let (viewer, declared) = (member.viewer(), Declared { tie, with });
    match app.write(move |tx| affiliations::declare(tx, &viewer, &declared)).await {
        Ok(()) => Ok(see_other(PAGE)),
        Err(error) => again(&app, &member, ui, (error, fields)).await,
    }
}

/// `POST /you/affiliation/off`
pub async fn take_off(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let viewer = member.viewer();
    match app.write(move |tx| affiliations::take_off(tx, &viewer)).await {
        Ok(()) => Ok(see_other(PAGE)),
        Err(error) => again(&app, &member, ui, (error, fields)).await,
    }
}

async fn again(app: &App, member: &Member, ui: Shell, (error, fields): (Error, Fields)) -> Answer {
    let status = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(app, member, ui).await?;
    ui::with_status(status, &Show { fields, faults, ..page })
}
