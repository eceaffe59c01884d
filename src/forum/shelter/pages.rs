//! A small circle in the browser.

use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::{Mine, Refusal};
use crate::app::App;
use crate::forum::shelter;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::Error;
use crate::page;
use crate::ui::{self, Door, Faults, Shell};

/// The doors of small circles.
pub fn doors(doors: &mut Doors) {
    doors.get("/small-circle", Who::Member, show);
    doors.post("/small-circle", Who::Member, begin);
    doors.post("/small-circle/keep", Who::Member, keep);
    doors.post("/small-circle/end", Who::Member, end);
}

page! { "forum/shelter/show.html",
    /// Somebody's small circle, and a form for one.
    pub struct Show { mine: Mine, fields: Fields, faults: Faults }
}

impl Show {
    /// Whether it holds now.
    fn holds(&self) -> bool {
        self.hours() > 0
    }

    /// Hours for which it still holds.
    fn hours(&self) -> i64 {
        self.mine.shelter.as_ref().map_or(0, |shelter| shelter.hours(self.ui.now))
    }
}

/// `GET /small-circle`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    ui::answer(&load(&app, &member, ui).await?)
}

async fn load(app: &App, member: &Member, ui: Shell) -> Result<Show, Error> {
    let (viewer, now) = (member.viewer(), ui.now);
    let mine = app.read(move |db| shelter::choices(db, &viewer, now)).await?;
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Show { ui: ui.at(Door::Today), mine, fields, faults })
}

/// `POST /small-circle`
pub async fn begin(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let (viewer, name) = (member.viewer(), fields.one("group").to_owned());
    let begun = if name.is_empty() {
        Err(Refusal::Unchosen.into())
    } else {
        app.write(move |tx| shelter::begin(tx, &viewer, &name)).await
    };
    let Err(error) = begun else { return Ok(see_other("/small-circle")) };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(&app, &member, ui).await?;
    ui::with_status(status, &Show { fields, faults, ..page })
}

/// `POST /small-circle/keep`: for another day.
pub async fn keep(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    app.write(move |tx| shelter::keep(tx, &member.viewer())).await?;
    Ok(see_other("/"))
}

/// `POST /small-circle/end`
pub async fn end(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    app.write(move |tx| shelter::end(tx, &member.viewer())).await?;
    Ok(see_other("/"))
}
