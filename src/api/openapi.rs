//! The description of the API, generated from its handlers.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use crate::forum::feeds::api as feeds;
use crate::forum::search::api as search;
use crate::forum::threads::api as threads;
use crate::http::Answer;
use crate::notify::inbox::api as news;

#[derive(OpenApi)]
#[openapi(
    info(title = "Hearthside", description = "Every verb of the pages, for programs. Sign in by cookie, or send `Authorization: Bearer` with a token from `POST /api/v1/sessions`."),
    paths(feeds::list_feed, feeds::list_group_threads, feeds::list_waiting, search::list_finds,
        news::list_news, news::see_news, news::see_notice,
        threads::get_thread, threads::lock_thread),
    tags((name = "feeds", description = "Lists of threads, and search"), (name = "news", description = "What happened for a member"),
        (name = "threads", description = "Conversations in groups"))
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
