//! Ways back in, for programs. Each asks for proof first: `POST /api/v1/sessions/proof`.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{commands, pages};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::identity::recovery;
use crate::identity::words::password;

/// The doors of ways back in.
pub fn doors(doors: &mut Doors) {
    doors.put("/api/v1/me/words", Who::Member, replace_words);
    doors.put("/api/v1/me/password", Who::Member, replace_password);
    doors.delete("/api/v1/me/password", Who::Member, delete_password);
    doors.post("/api/v1/me/codes", Who::Member, create_codes);
    doors.get("/api/v1/me/codes", Who::Member, get_codes);
}

/// Six return words, shown this once.
#[derive(Serialize, ToSchema)]
pub struct WordsJson {
    words: Vec<&'static str>,
}

/// A password to set.
#[derive(Deserialize, ToSchema)]
pub struct PasswordJson {
    /// Twelve letters or more.
    password: String,
}

/// Ten recovery codes, shown this once.
#[derive(Serialize, ToSchema)]
pub struct CodesJson {
    codes: Vec<String>,
}

/// What is left of them.
#[derive(Serialize, ToSchema)]
pub struct CodesLeftJson {
    left: i64,
}

/// New return words; the former ones no longer let anybody in.
#[utoipa::path(put, path = "/api/v1/me/words", tag = "me",
    responses((status = 200, body = WordsJson), (status = 403, body = ProblemJson)))]
pub async fn replace_words(app: Data<App>, member: Member) -> Answer {
    pages::proven(&app, &member)?;
    let (words, derived) = pages::fresh_words(&app).await?;
    let holder = member.holder.clone();
    app.write(move |tx| commands::set_words(tx, holder.account, &holder.secret, &derived)).await?;
    Ok(HttpResponse::Ok().json(WordsJson { words: Vec::from(words) }))
}

/// Sets a password beside the return words.
#[utoipa::path(put, path = "/api/v1/me/password", tag = "me", request_body = PasswordJson,
    responses((status = 204), (status = 403, body = ProblemJson), (status = 422, body = ProblemJson)))]
pub async fn replace_password(app: Data<App>, member: Member, sent: Json<PasswordJson>) -> Answer {
    pages::proven(&app, &member)?;
    password::check(&sent.password, &member.name)?;
    let new = app.identity().hasher.new_password(app.chance(), &sent.password).await?;
    let holder = member.holder.clone();
    app.write(move |tx| commands::set_password(tx, holder.account, &holder.secret, &new)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Removes the password; the return words stay.
#[utoipa::path(delete, path = "/api/v1/me/password", tag = "me",
    responses((status = 204), (status = 403, body = ProblemJson)))]
pub async fn delete_password(app: Data<App>, member: Member) -> Answer {
    pages::proven(&app, &member)?;
    let account = member.person.account;
    app.write(move |tx| commands::remove_password(tx, account)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Makes ten recovery codes; earlier ones no longer let anybody in.
#[utoipa::path(post, path = "/api/v1/me/codes", tag = "me",
    responses((status = 201, body = CodesJson), (status = 403, body = ProblemJson)))]
pub async fn create_codes(app: Data<App>, member: Member) -> Answer {
    pages::proven(&app, &member)?;
    let holder = member.holder.clone();
    let codes = app.write(move |tx| recovery::make(tx, holder.account, &holder.secret)).await?;
    Ok(HttpResponse::Created().json(CodesJson { codes }))
}

/// How many recovery codes are left.
#[utoipa::path(get, path = "/api/v1/me/codes", tag = "me",
    responses((status = 200, body = CodesLeftJson), (status = 401, body = ProblemJson)))]
pub async fn get_codes(app: Data<App>, member: Member) -> Answer {
    let account = member.person.account;
    let left = app.read(move |db| recovery::left(db, account)).await?;
    Ok(HttpResponse::Ok().json(CodesLeftJson { left }))
}
