//! What the writer of a thread asks of those who answer, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::writer_of;
use crate::app::App;
use crate::forum::threads;
use crate::forum::voices::{self, Spot};
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::{Error, PublicId};

/// The doors of what a writer asks.
pub fn doors(doors: &mut Doors) {
    doors.put("/api/v1/threads/{id}/hush", Who::Member, hush_thread);
    doors.delete("/api/v1/threads/{id}/hush", Who::Member, end_hush);
    doors.put("/api/v1/threads/{id}/shield", Who::Member, shield_thread);
    doors.delete("/api/v1/threads/{id}/shield", Who::Member, end_shield);
}

/// Whoever told of a setback wants kind words alone for now. Twice is the same as once.
#[utoipa::path(put, path = "/api/v1/threads/{id}/hush", tag = "threads", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn hush_thread(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    hush(&app, &member, &id, true).await
}

/// They want replies again. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/hush", tag = "threads", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn end_hush(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    hush(&app, &member, &id, false).await
}

async fn hush(app: &App, member: &Member, id: &str, is_hushed: bool) -> Answer {
    let id = PublicId::parse(id).ok_or(Error::Absent)?;
    let writer = writer_of(app, member, &id).await?;
    let (at, side) = (Spot::Thread(id.clone()), voices::side_of(&writer));
    let done = app.write_as(side, move |tx| threads::hush(tx, &writer, &id, is_hushed));
    voices::evenly(app, at, done).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A newcomer asks that those answer their thread who have been here a while. Twice is the same as once.
#[utoipa::path(put, path = "/api/v1/threads/{id}/shield", tag = "threads", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn shield_thread(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    shield(&app, &member, &id, true).await
}

/// They let everybody answer. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/shield", tag = "threads", params(("id" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 409, body = ProblemJson)))]
pub async fn end_shield(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    shield(&app, &member, &id, false).await
}

async fn shield(app: &App, member: &Member, id: &str, is_on: bool) -> Answer {
    let (viewer, id) = (member.viewer(), PublicId::parse(id).ok_or(Error::Absent)?);
    app.write(move |tx| threads::shield(tx, &viewer, &id, is_on)).await?;
    Ok(HttpResponse::NoContent().finish())
}
