//! Buddies, for programs. They come together by hand: a link is made and opened in the browser.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{BuddyId, Note, Refusal, Sealer, Seen};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::support::buddies;

/// The doors of buddies for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/buddies", Who::Member, get_buddies);
    doors.delete("/api/v1/buddies/{buddy}", Who::Member, end_buddy);
    doors.post("/api/v1/buddies/{buddy}/notes", Who::Member, note_buddy);
}

/// A buddy of yours.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddyJson {
    /// Your side of it.
    id: String,
    /// Their name.
    name: String,
    /// How often you want to hear of each other: `daily`, `few`, `weekly`
    cadence: &'static str,
    /// What they need and offer; null: its key is not here. May be empty.
    line: Option<String>,
    /// Their latest caring note, or null: `thinking`, `here`, `glad`, `today`, `rest`
    note: Option<&'static str>,
    /// How many notes you may still send them today.
    notes_left: i64,
}

impl From<Seen> for BuddyJson {
    fn from(seen: Seen) -> Self {
        Self {
            id: seen.id.to_string(),
            name: seen.who.name,
            cadence: seen.cadence.code(),
            line: seen.line,
            note: seen.note.map(Note::code),
            notes_left: seen.left,
        }
    }
}

/// Your buddies.
#[derive(Debug, Serialize, ToSchema)]
pub struct BuddiesJson {
    /// Those whom you meet.
    rows: Vec<BuddyJson>,
}

/// A caring note.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BuddyNoteJson {
    /// `thinking`, `here`, `glad`, `today`, `rest`
    note: String,
}

/// Your buddies.
#[utoipa::path(get, path = "/api/v1/buddies", tag = "company",
    responses((status = 200, body = BuddiesJson), (status = 401, body = ProblemJson)))]
pub async fn get_buddies(app: Data<App>, member: Member) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let sealer = Sealer::new(app.keys().clone());
    let seen = app.read(move |db| buddies::list(db, &viewer, &sealer, today)).await?;
    Ok(HttpResponse::Ok().json(BuddiesJson { rows: seen.into_iter().map(BuddyJson::from).collect() }))
}

/// Ends it, for both, at once; they are told nothing. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/buddies/{buddy}", tag = "company",
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn end_buddy(app: Data<App>, member: Member, buddy: Path<String>) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    app.write(move |tx| buddies::end(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sends a buddy a caring note.
#[utoipa::path(post, path = "/api/v1/buddies/{buddy}/notes", tag = "company", request_body = BuddyNoteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn note_buddy(
    app: Data<App>,
    member: Member,
    buddy: Path<String>,
    sent: Json<BuddyNoteJson>,
) -> Answer {
    let (viewer, id) = (member.viewer(), BuddyId::read(&buddy)?);
    let note = Note::parse(&sent.note).ok_or(Refusal::Unknown)?;
    app.write(move |tx| buddies::send(tx, &viewer, id, note)).await?;
    Ok(HttpResponse::NoContent().finish())
}
