//! The description of the API, generated from its handlers.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use crate::admin::health::api as health;
use crate::admin::helplines::api as helplines;
use crate::admin::people::api as people;
use crate::admin::settings::api as settings;
use crate::admin::setup::api as setup;
use crate::forum::threads::api as threads;
use crate::http::Answer;

#[derive(OpenApi)]
#[openapi(
    info(title = "Hearthside", description = "Every verb of the pages, for programs. Sign in by cookie, or send `Authorization: Bearer` with a token from `POST /api/v1/sessions`."),
    paths(
        health::get_health, health::retry_jobs,
        helplines::list_helplines, helplines::create_helpline, helplines::update_helpline,
        helplines::delete_helpline, helplines::check_helpline, helplines::raise_helpline,
        people::list_people, people::change_standing,
        settings::get_community, settings::update_community,
        setup::claim_community, setup::open_community,
        threads::get_thread, threads::lock_thread,
    ),
    tags((name = "host", description = "Looking after the community"), (name = "threads", description = "Conversations in groups"))
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
