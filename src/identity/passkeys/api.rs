//! Passkeys for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::KeyId;
use super::{Key, Label, Refusal, commands, pages, store};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::credentials;

/// The doors of passkeys.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/me/passkeys", Who::Member, list_passkeys);
    doors.post("/api/v1/me/passkeys/begin", Who::Member, begin_passkey);
    doors.post("/api/v1/me/passkeys", Who::Member, create_passkey);
    doors.patch("/api/v1/me/passkeys/{id}", Who::Member, update_passkey);
    doors.delete("/api/v1/me/passkeys/{id}", Who::Member, delete_passkey);
}

/// An account's passkeys.
#[derive(Serialize, ToSchema)]
pub struct PasskeysJson {
    rows: Vec<Key>,
    next: Option<String>,
}

/// A passkey that was just made.
#[derive(Deserialize, ToSchema)]
pub struct NewPasskeyJson {
    /// What its holder calls it.
    #[serde(default)]
    label: String,
    /// What the device answered, as JSON text.
    credential: String,
}

/// Another label.
#[derive(Deserialize, ToSchema)]
pub struct LabelJson {
    /// What its holder calls it.
    label: String,
}

/// Every passkey of the account.
#[utoipa::path(get, path = "/api/v1/me/passkeys", tag = "me",
    responses((status = 200, body = PasskeysJson), (status = 401, body = ProblemJson)))]
pub async fn list_passkeys(app: Data<App>, member: Member) -> Answer {
    let account = member.person.account;
    let rows = app.read(move |db| store::of_account(db, account)).await?;
    Ok(HttpResponse::Ok().json(PasskeysJson { rows, next: None }))
}

/// What a browser needs to make a passkey.
#[utoipa::path(post, path = "/api/v1/me/passkeys/begin", tag = "me",
    responses((status = 200), (status = 403, body = ProblemJson)))]
pub async fn begin_passkey(app: Data<App>, member: Member) -> Answer {
    credentials::proven(&app, &member)?;
    let ceremonies = &app.identity().ceremonies;
    let asked = ceremonies.begin_making(member.session, &member.name, app.chance(), app.clock().now())?;
    Ok(HttpResponse::Ok().json(asked))
}

/// Keeps a passkey that was just made.
#[utoipa::path(post, path = "/api/v1/me/passkeys", tag = "me", request_body = NewPasskeyJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn create_passkey(app: Data<App>, member: Member, sent: Json<NewPasskeyJson>) -> Answer {
    credentials::proven(&app, &member)?;
    pages::add_one(&app, &member, &sent.label, &sent.credential).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a passkey another label.
#[utoipa::path(patch, path = "/api/v1/me/passkeys/{id}", tag = "me", request_body = LabelJson,
    responses((status = 204), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn update_passkey(app: Data<App>, member: Member, id: Path<i64>, sent: Json<LabelJson>) -> Answer {
    let (account, id) = (member.person.account, KeyId(id.into_inner()));
    let label = Label::parse(&sent.label).map_err(|_| Refusal::LabelLength)?;
    app.write(move |tx| commands::rename(tx, account, id, &label)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Removes a passkey.
#[utoipa::path(delete, path = "/api/v1/me/passkeys/{id}", tag = "me",
    responses((status = 204), (status = 403, body = ProblemJson)))]
pub async fn delete_passkey(app: Data<App>, member: Member, id: Path<i64>) -> Answer {
    credentials::proven(&app, &member)?;
    let (account, id) = (member.person.account, KeyId(id.into_inner()));
    app.write(move |tx| commands::remove(tx, account, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
