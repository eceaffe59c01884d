//! Drafts for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{DraftId, Keep, Kept, Place};
use crate::app::App;
use crate::forum::drafts;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Error;

/// The doors of drafts.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/drafts", Who::Member, list_drafts);
    doors.post("/api/v1/drafts", Who::Member, keep_draft);
    doors.delete("/api/v1/drafts/{id}", Who::Member, forget_draft);
}

/// Words not sent yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftJson {
    /// Its id.
    id: String,
    /// `share`, or `reply:` and a thread's id.
    place: String,
    /// The form as typed: names and values, in order.
    fields: Vec<(String, String)>,
    /// The day it was kept, in UTC.
    saved_on: String,
}

impl DraftJson {
    fn of(kept: Kept) -> Self {
        Self {
            id: kept.id.to_string(),
            place: kept.place.key(),
            fields: kept.fields,
            saved_on: kept.saved_on.iso(),
        }
    }
}

/// Every draft there is: no more than fifty.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftsJson {
    /// Those kept last first.
    rows: Vec<DraftJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

/// Words to keep.
#[derive(Debug, Deserialize, ToSchema)]
pub struct KeepDraftJson {
    /// `share`, or `reply:` and a thread's id.
    place: String,
    /// The form as typed: names and values, in order. `body` or `title` holds words.
    fields: Vec<(String, String)>,
    /// The draft to go on from.
    id: Option<String>,
    /// Any text of your own: sending it again keeps one draft.
    once: Option<String>,
}

/// Your drafts.
#[utoipa::path(get, path = "/api/v1/drafts", tag = "drafts",
    responses((status = 200, body = DraftsJson), (status = 401, body = ProblemJson)))]
pub async fn list_drafts(app: Data<App>, member: Member) -> Answer {
    let viewer = member.viewer();
    let kept = app.read(move |db| drafts::list(db, &viewer, None)).await?;
    let rows = kept.into_iter().map(DraftJson::of).collect();
    Ok(HttpResponse::Ok().json(DraftsJson { rows, next: None }))
}

/// Keeps words.
#[utoipa::path(post, path = "/api/v1/drafts", tag = "drafts", request_body = KeepDraftJson,
    responses((status = 201, body = DraftJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn keep_draft(app: Data<App>, member: Member, sent: Json<KeepDraftJson>) -> Answer {
    let (viewer, sent) = (member.viewer(), sent.into_inner());
    let keep = Keep {
        place: Place::parse(&sent.place).ok_or(Error::Absent)?,
        fields: sent.fields,
        id: sent.id.and_then(|id| id.parse().ok()).map(DraftId),
        once: sent.once.as_deref().and_then(crate::kernel::once),
    };
    let kept = app
        .write(move |tx| {
            let id = drafts::keep(tx, &viewer, &keep)?;
            drafts::find(tx, &viewer, id)
        })
        .await?;
    Ok(HttpResponse::Created().json(DraftJson::of(kept)))
}

/// Lets a draft go.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}", tag = "drafts",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn forget_draft(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let viewer = member.viewer();
    let id = DraftId::read(&id)?;
    app.write(move |tx| drafts::forget(tx, &viewer, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
