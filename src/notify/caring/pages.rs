//! A caring note in the browser: two taps from a thread.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::{LINES, Refusal, To};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, problem, see_other};
use crate::kernel::{Error, PublicId};
use crate::notify::caring;
use crate::page;
use crate::support::buddies::Note;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of caring notes.
pub fn doors(doors: &mut Doors) {
    doors.get("/p/{id}/note", Who::Member, show);
    doors.post("/p/{id}/note", Who::Member, send);
}

page! { "notify/caring/show.html",
    /// A few lines to choose from, for one person.
    pub struct Show { to: To, back: String, is_sent: bool, faults: Faults }
}

impl Show {
    /// What there is to choose from.
    #[must_use]
    pub fn lines() -> &'static [Note] {
        LINES
    }
}

/// `GET /p/{id}/note`
pub async fn show(
    app: Data<App>,
    member: Member,
    ui: Shell,
    id: Path<String>,
    request: HttpRequest,
) -> Answer {
    let is_sent = Fields::asked(&request).sent("sent");
    let page = load(&app, &member, ui, &parse(&id)?).await?;
    ui::answer(&Show { is_sent, ..page })
}

/// `POST /p/{id}/note`
pub async fn send(app: Data<App>, member: Member, ui: Shell, id: Path<String>, fields: Fields) -> Answer {
    let id = parse(&id)?;
    let sent = match Note::parse(fields.one("note")) {
        Some(note) => sends(&app, &member, id.clone(), note).await,
        None => Err(Refusal::Unknown.into()),
    };
    let Err(error) = sent else { return Ok(see_other(&format!("{}/note?sent", urls::thread(&id)))) };
    let status: StatusCode = problem::status(error.kind());
    let faults = Faults::mend(&ui, error)?;
    let page = load(&app, &member, ui, &id).await?;
    ui::with_status(status, &Show { faults, ..page })
}

/// Sends it, whoever asks: the page or a program.
pub(super) async fn sends(app: &App, member: &Member, id: PublicId, note: Note) -> Result<(), Error> {
    let (viewer, keys, later) = (member.viewer(), app.keys().clone(), app.clone());
    app.write(move |tx| {
        let marks = |face| later.later().seen.of(&face).unwrap_or_default();
        caring::send(tx, &viewer, &keys, (&id, note), &marks)
    })
    .await
}

async fn load(app: &App, member: &Member, ui: Shell, id: &PublicId) -> Result<Show, Error> {
    let (viewer, of) = (member.viewer(), id.clone());
    let to = app.read(move |db| caring::to(db, &viewer, &of)).await?;
    Ok(Show {
        ui: ui.at(Door::Groups),
        to,
        back: urls::thread(id),
        is_sent: false,
        faults: Faults::default(),
    })
}

pub(super) fn parse(id: &str) -> Result<PublicId, Error> {
    PublicId::parse(id).ok_or(Error::Absent)
}
