//! The address by which a member is told, for programs.

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Refusal, pages};
use crate::app::App;
use crate::http::problem::ProblemJson;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::kernel::Token;
use crate::notify::mail;
use crate::ui::Shell;

/// The doors of mail for programs.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/notices/mail", Who::Member, get_mail);
    doors.put("/api/v1/notices/mail", Who::Member, give_address);
    doors.delete("/api/v1/notices/mail", Who::Member, take_address_back);
    doors.post("/api/v1/notices/mail/yes", Who::Member, confirm_address);
}

/// The address by which you are told.
#[derive(Debug, Serialize, ToSchema)]
pub struct MailJson {
    /// Whether there is e-mail here at all.
    is_offered: bool,
    /// Its first letter and what stands behind the sign; null: none was given.
    address: Option<String>,
    /// Whether it said yes. Until then nothing goes there but the question.
    is_confirmed: bool,
}

/// An address. It is for being told of news, and opens nothing.
#[derive(Deserialize, ToSchema)]
pub struct AddressJson {
    /// Letters that need no quoting, at a name with a dot.
    address: String,
}

/// What a link holds.
#[derive(Deserialize, ToSchema)]
pub struct LinkJson {
    /// The last part of the link in the mail.
    token: String,
}

/// The address by which you are told.
#[utoipa::path(get, path = "/api/v1/notices/mail", tag = "news",
    responses((status = 200, body = MailJson), (status = 401, body = ProblemJson)))]
pub async fn get_mail(app: Data<App>, member: Member) -> Answer {
    let own = pages::own(&app, &member).await?;
    let is_confirmed = own.as_ref().is_some_and(|own| own.is_confirmed);
    let (is_offered, address) = (pages::is_offered(&app), own.map(|own| own.masked));
    Ok(HttpResponse::Ok().json(MailJson { is_offered, address, is_confirmed }))
}

/// Gives an address, in the place of whichever you gave before. A mail with a link goes there.
#[utoipa::path(put, path = "/api/v1/notices/mail", tag = "news", request_body = AddressJson,
    responses((status = 202), (status = 401, body = ProblemJson), (status = 404, body = ProblemJson), (status = 422, body = ProblemJson),
        (status = 429, body = ProblemJson)))]
pub async fn give_address(app: Data<App>, member: Member, ui: Shell, sent: Json<AddressJson>) -> Answer {
    pages::put(&app, &member, &sent.address, ui.words.language()).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Says yes to your address, with what stands in the link.
#[utoipa::path(post, path = "/api/v1/notices/mail/yes", tag = "news", request_body = LinkJson,
    responses((status = 204), (status = 401, body = ProblemJson), (status = 410, body = ProblemJson)))]
pub async fn confirm_address(app: Data<App>, member: Member, sent: Json<LinkJson>) -> Answer {
    let token = Token::parse(&sent.token).ok_or(Refusal::Link)?;
    pages::confirm(&app, &member, token).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes your address back. Nothing goes there any more.
#[utoipa::path(delete, path = "/api/v1/notices/mail", tag = "news",
    responses((status = 204), (status = 401, body = ProblemJson)))]
pub async fn take_address_back(app: Data<App>, member: Member) -> Answer {
    let keys = app.keys().clone();
    app.write(move |tx| mail::remove(tx, &member, &keys)).await?;
    Ok(HttpResponse::NoContent().finish())
}
