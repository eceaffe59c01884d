//! What somebody has folded in a thread, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::ToSchema;

use super::pages::{find, parse, unfold};
use super::{commands, store};
use crate::app::App;
use crate::forum::voices;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};

/// The doors of folds.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/threads/{id}/folds", Who::Member, list_folds);
    doors.delete("/api/v1/threads/{id}/fold", Who::Member, unfold_thread);
    doors.delete("/api/v1/threads/{id}/replies/{reply}/fold", Who::Member, unfold_reply);
}

/// What one has folded for oneself in a thread. Nobody else can read this.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoldsJson {
    /// Whether its opening post is.
    thread: bool,
    /// The ids of replies that are.
    replies: Vec<String>,
}

/// What one has folded for oneself in a thread.
#[utoipa::path(get, path = "/api/v1/threads/{id}/folds", tag = "threads", params(("id" = String, Path)),
    responses((status = 200, body = FoldsJson), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn list_folds(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    let (thread, _) = find(&app, &member, (&parse(&id)?, None)).await?;
    let hand = voices::hand(&app, &member);
    let folds = app
        .read(move |db| {
            let folds = commands::of(db, Some(&hand), [thread])?;
            let all = store::replies_in(db, thread)?;
            let own = all.into_iter().filter(|(id, _)| folds.has(thread, Some(*id)));
            let replies = own.map(|(_, id)| id.to_string()).collect();
            Ok(FoldsJson { thread: folds.has(thread, None), replies })
        })
        .await?;
    Ok(HttpResponse::Ok().json(folds))
}

/// Opens a thread's first words again. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/fold", tag = "threads", params(("id" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn unfold_thread(app: Data<App>, member: Member, id: Path<String>) -> Answer {
    unfold(&app, &member, (&parse(&id)?, None)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Opens a reply again. Twice is the same as once.
#[utoipa::path(delete, path = "/api/v1/threads/{id}/replies/{reply}/fold", tag = "threads", params(("id" = String, Path), ("reply" = String, Path)),
    responses((status = 204), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson)))]
pub async fn unfold_reply(app: Data<App>, member: Member, ids: Path<(String, String)>) -> Answer {
    unfold(&app, &member, (&parse(&ids.0)?, Some(&parse(&ids.1)?))).await?;
    Ok(HttpResponse::NoContent().finish())
}
