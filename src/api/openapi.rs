//! The description of the API, generated from its handlers.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use crate::forum::threads::api as threads;
use crate::http::Answer;

#[derive(OpenApi)]
#[openapi(
    info(title = "Hearthside", description = "Every verb of the pages, for programs. Sign in by cookie, or send `Authorization: Bearer` with a token from `POST /api/v1/sessions`."),
    paths(threads::get_thread, threads::lock_thread),
    tags((name = "threads", description = "Conversations in groups"))
)]
struct Description;

/// The whole description, as pretty JSON.
pub fn description() -> String {
    Description::openapi().to_pretty_json().unwrap_or_default()
}

/// `GET /api/v1/openapi.json`
pub async fn show() -> Answer {
    Ok(HttpResponse::Ok().content_type("application/json").body(description()))
}
