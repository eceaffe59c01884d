//! A member's copy, for programs.

use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::pages::{copy, copy_of_aliases};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::ui::Shell;

/// The doors of a member's copy.
pub fn doors(doors: &mut Doors) {
    doors.post("/api/v1/me/copy", Who::Member, create_copy);
    doors.post("/api/v1/me/copy/aliases", Who::Member, create_alias_copy);
}

/// What seals a copy.
#[derive(Deserialize, ToSchema)]
pub struct SealJson {
    /// Fourteen letters or more. The `age` tool opens the copy with it.
    passphrase: String,
}

/// Everything under your own name: a zip archive, made while it is sent.
#[utoipa::path(post, path = "/api/v1/me/copy", tag = "me",
    responses((status = 200, content_type = "application/octet-stream"), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn create_copy(app: Data<App>, member: Member, ui: Shell) -> Answer {
    copy(&app, &member, ui.words).await
}

/// Everything under your aliases: the same kind of archive, sealed by a passphrase.
#[utoipa::path(post, path = "/api/v1/me/copy/aliases", tag = "me", request_body = SealJson,
    responses((status = 200, content_type = "application/octet-stream"), (status = 401, body = ProblemJson), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson), (status = 429, body = ProblemJson)))]
pub async fn create_alias_copy(app: Data<App>, member: Member, ui: Shell, sent: Json<SealJson>) -> Answer {
    copy_of_aliases(&app, &member, ui.words, &sent.passphrase).await
}
