//! A thread for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Author, Reason, Thread};
use crate::app::App;
use crate::forum::threads;
use crate::http::Answer;
use crate::http::problem::{InField, ProblemJson};
use crate::http::{Doors, Who};
use crate::kernel::{Error, PublicId};
use crate::policy::Viewer;

/// The doors of threads.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/threads/{id}", Who::Visitor, get_thread);
    doors.post("/api/v1/threads/{id}/lock", Who::Keeper, lock_thread);
}

/// A thread as programs see it. No amounts of reactions, no exact time where the group hides it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ThreadJson {
    /// Its public id.
    id: String,
    /// What kind of post it is.
    kind: &'static str,
    /// Its title.
    title: String,
    /// Markdown as written.
    body: String,
    /// Who wrote it.
    author: String,
    /// The day it was said, in UTC.
    said_on: String,
    /// Whether it can be answered.
    is_locked: bool,
}

impl ThreadJson {
    fn of(thread: Thread, author: Author) -> Self {
        Self {
            id: thread.public_id.to_string(),
            kind: thread.kind.code(),
            is_locked: thread.is_locked(),
            title: thread.title,
            body: thread.body,
            author: author.name,
            said_on: thread.said_on.iso(),
        }
    }
}

/// Why a thread is to be locked.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LockJson {
    /// Everyone who reads the thread sees this.
    reason: String,
}

/// One thread.
#[utoipa::path(get, path = "/api/v1/threads/{id}", tag = "threads",
    responses((status = 200, body = ThreadJson), (status = 404, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn get_thread(app: Data<App>, viewer: Viewer, id: Path<String>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let (thread, author) = app.read(move |db| threads::find(db, &viewer, &id)).await?;
    Ok(HttpResponse::Ok().json(ThreadJson::of(thread, author)))
}

/// Stops further replies to a thread.
#[utoipa::path(post, path = "/api/v1/threads/{id}/lock", tag = "threads", request_body = LockJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn lock_thread(app: Data<App>, viewer: Viewer, id: Path<String>, sent: Json<LockJson>) -> Answer {
    let id = PublicId::parse(&id).ok_or(Error::Absent)?;
    let reason = Reason::parse(&sent.reason).in_field("reason")?;
    app.write(move |tx| threads::lock(tx, &viewer, &id, &reason)).await?;
    Ok(HttpResponse::NoContent().finish())
}
