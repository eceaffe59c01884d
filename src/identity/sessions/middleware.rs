//! Puts the member of a request where the doors find it.

use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, web};

use super::model::Live;
use super::{Staying, store, touch};
use crate::app::App;
use crate::http::Signed;
use crate::http::csrf::CsrfKey;
use crate::http::viewer::Present;
use crate::kernel::{AccountId, Error, Moment, Token};
use crate::policy::Person;

/// The session cookie. The prefix makes browsers hold it to this host, this path and a secure connection.
pub const COOKIE: &str = "__Host-s";
/// Weeks for which somebody counts as new.
const NEW_WEEKS: i64 = 2;

/// Somebody with a session whose account is not open: they see `/status` and what everybody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held(pub AccountId);

/// The cookie that signs a device in.
#[must_use]
pub fn cookie(token: &Token, staying: Staying) -> Cookie<'static> {
    let cookie = Cookie::build(COOKIE, token.expose().to_owned())
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax);
    match staying {
        Staying::Shared => cookie.finish(),
        Staying::Own => cookie.max_age(Duration::days(90)).finish(),
    }
}

/// The cookie that signs a device out.
#[must_use]
pub fn no_cookie() -> Cookie<'static> {
    Cookie::build(COOKIE, "").path("/").secure(true).http_only(true).max_age(Duration::ZERO).finish()
}

/// Looks the session up, by cookie or by `Authorization: Bearer`, and leaves what it found in the extensions.
///
/// # Errors
/// Never of its own: if the database does not answer, the answer says so.
pub async fn find_member(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return next.call(request).await;
    };
    if let Some(token) = token_of(&request) {
        match member(&app, &token).await {
            Ok(Some(live)) => present(&request, &token, live, app.clock().now()),
            Ok(None) => {}
            Err(error) => return Ok(request.error_response(error)),
        }
    }
    next.call(request).await
}

async fn member(app: &App, token: &Token) -> Result<Option<Live>, Error> {
    let (looked, now) = (token.clone(), app.clock().now());
    let live = app.read(move |db| store::resolve(db, &looked, now)).await?;
    if let Some(live) = &live
        && live.seen < now.week()
    {
        let (id, staying) = (live.id, if live.is_shared { Staying::Shared } else { Staying::Own });
        app.write(move |tx| touch(tx, id, staying)).await?;
    }
    Ok(live)
}

fn present(request: &ServiceRequest, token: &Token, live: Live, now: Moment) {
    if live.state != "open" {
        request.extensions_mut().insert(Held(live.account));
        return;
    }
    let is_new = now.week().0 - live.joined.0 < NEW_WEEKS;
    let signed = Signed {
        person: Person { account: live.account, face: live.face, rank: live.rank, is_new },
        name: live.name,
        seed: live.seed,
        session: live.id,
        is_shared: live.is_shared,
        leave_signs_out: live.leave_signs_out || live.is_shared,
        words_wait: !live.words_kept,
        csrf: CsrfKey::of(token),
    };
    request.extensions_mut().insert(Present(Arc::new(signed)));
}

fn token_of(request: &ServiceRequest) -> Option<Token> {
    let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    match bearer.and_then(|value| value.strip_prefix("Bearer ")) {
        Some(text) => Token::parse(text.trim()),
        None => request.cookie(COOKIE).and_then(|cookie| Token::parse(cookie.value())),
    }
}
