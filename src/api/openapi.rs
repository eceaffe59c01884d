//! The description of the API, generated from its handlers.

use actix_web::HttpResponse;
use utoipa::OpenApi;

use super::people;
use crate::forum::threads::api as threads;
use crate::http::Answer;
use crate::identity::accounts::api as accounts;
use crate::identity::credentials::api as credentials;
use crate::identity::passkeys::api as passkeys;
use crate::identity::sessions::api as sessions;

#[derive(OpenApi)]
#[openapi(
    info(title = "Hearthside", description = "Every verb of the pages, for programs. Sign in by cookie, or send `Authorization: Bearer` with a token from `POST /api/v1/sessions`."),
    paths(
        accounts::create_account, accounts::get_suggestion, accounts::check_name,
        accounts::get_me, accounts::update_me, accounts::delete_me,
        credentials::replace_words, credentials::replace_password, credentials::delete_password,
        credentials::create_codes, credentials::get_codes,
        passkeys::list_passkeys, passkeys::begin_passkey, passkeys::create_passkey,
        passkeys::update_passkey, passkeys::delete_passkey,
        people::get_person,
        sessions::create_session, sessions::list_sessions, sessions::delete_sessions,
        sessions::delete_session, sessions::create_proof,
        threads::get_thread, threads::lock_thread,
    ),
    tags((name = "accounts", description = "Coming in"), (name = "me", description = "One's own account"),
        (name = "people", description = "What others may see of a member"),
        (name = "sessions", description = "Coming back in, and signing out"),
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
