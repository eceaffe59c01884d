//! Caring notes, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Refusal;
use super::pages::{parse, sends};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::support::buddies::Note;

/// The doors of caring notes for programs.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/threads/{id}/note", Who::Member, send_caring_note);
}

/// One of the lines there are.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CaringNoteJson {
    /// `thinking`, `here`, `glad`, `today` or `rest`.
    note: String,
}

/// Sends a caring note to whoever opened a thread under their own name. A second one to the same person on one day changes nothing.
#[utoipa::path(post, path = "/api/v1/threads/{id}/note", tag = "threads", params(("id" = String, Path)), request_body = CaringNoteJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn send_caring_note(
    app: Data<App>,
    member: Member,
    id: Path<String>,
    sent: Json<CaringNoteJson>,
) -> Answer {
    let note = Note::parse(&sent.note).ok_or(Refusal::Unknown)?;
    sends(&app, &member, parse(&id)?, note).await?;
    Ok(HttpResponse::NoContent().finish())
}
