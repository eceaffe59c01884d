//! `/host/helplines`: the numbers on the Support page.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{Helpline, Kind, draft};
use crate::admin::helplines;
use crate::app::App;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::{self, Action, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of helplines.
pub fn doors(doors: &mut Doors) {
    doors.get("/host/helplines", Who::Host, index);
    doors.post("/host/helplines", Who::Host, add);
    doors.get("/host/helplines/{id}", Who::Host, edit);
    doors.post("/host/helplines/{id}", Who::Host, change);
    doors.post("/host/helplines/{id}/check", Who::Host, check);
    doors.post("/host/helplines/{id}/up", Who::Host, up);
    doors.post("/host/helplines/{id}/remove", Who::Host, remove);
}

page! { "admin/helplines/index.html",
    /// Every number, and a form for one more.
    pub struct Index { numbers: Vec<Helpline>, fields: Fields, faults: Faults }
}

page! { "admin/helplines/edit.html",
    /// One number to change.
    pub struct Edit { id: i64, fields: Fields, faults: Faults }
}

/// `GET /host/helplines`
pub async fn index(app: Data<App>, viewer: Viewer, ui: Shell) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let begun = [("country", ui.house.country.clone()), ("kind", Kind::Call.code().to_owned())];
    let fields = begun.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let page = list(&app, ui, fields, Faults::default()).await?;
    ui::answer(&page)
}

/// `POST /host/helplines`
pub async fn add(app: Data<App>, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let draft = match draft(&fields) {
        Ok(draft) => draft,
        Err(wrong) => {
            let faults = wrong.faults(&ui);
            return ui::refused(&list(&app, ui, fields, faults).await?);
        }
    };
    let place = back(&fields);
    app.write(move |tx| helplines::add(tx, &viewer, &draft).map(drop)).await?;
    Ok(done(&app, &place))
}

/// `GET /host/helplines/{id}`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<i64>) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let id = id.into_inner();
    let line = app.read(move |db| helplines::find(db, id)).await?;
    let fields = [
        ("country", line.country),
        ("name", line.name),
        ("number", line.number),
        ("kind", line.kind.code().to_owned()),
        ("hours", line.hours),
        ("note", line.note),
    ];
    let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    ui::answer(&Edit { ui: ui.at(Door::You), id, fields, faults: Faults::default() })
}

/// `POST /host/helplines/{id}`
pub async fn change(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    policy::may_in_community(&viewer, Action::ManageCommunity)?;
    let id = id.into_inner();
    let draft = match draft(&fields) {
        Ok(draft) => draft,
        Err(wrong) => {
            let faults = wrong.faults(&ui);
            return ui::refused(&Edit { ui: ui.at(Door::You), id, fields, faults });
        }
    };
    app.write(move |tx| helplines::change(tx, &viewer, id, &draft)).await?;
    Ok(done(&app, "/host/helplines"))
}

/// `POST /host/helplines/{id}/check`
pub async fn check(app: Data<App>, viewer: Viewer, id: Path<i64>, fields: Fields) -> Answer {
    let id = id.into_inner();
    app.write(move |tx| helplines::check(tx, &viewer, id)).await?;
    Ok(done(&app, &back(&fields)))
}

/// `POST /host/helplines/{id}/up`
pub async fn up(app: Data<App>, viewer: Viewer, id: Path<i64>, fields: Fields) -> Answer {
    let id = id.into_inner();
    app.write(move |tx| helplines::move_up(tx, &viewer, id)).await?;
    Ok(done(&app, &back(&fields)))
}

/// `POST /host/helplines/{id}/remove`
pub async fn remove(app: Data<App>, viewer: Viewer, ui: Shell, id: Path<i64>, fields: Fields) -> Answer {
    let id = id.into_inner();
    match app.write(move |tx| helplines::remove(tx, &viewer, id)).await {
        Ok(()) => Ok(done(&app, &back(&fields))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&list(&app, ui, Fields::default(), faults).await?)
        }
    }
}

/// Set-up sends people here and wants them back.
fn back(fields: &Fields) -> String {
    urls::own_path(fields.one("then")).unwrap_or("/host/helplines").to_owned()
}

fn done(app: &App, place: &str) -> HttpResponse {
    app.forget_house();
    see_other(place)
}

async fn list(app: &App, ui: Shell, fields: Fields, faults: Faults) -> Result<Index, Error> {
    let numbers = app.read(helplines::every).await?;
    Ok(Index { ui: ui.at(Door::You), numbers, fields, faults })
}
