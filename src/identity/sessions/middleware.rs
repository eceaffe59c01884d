//! Puts the member of a request where the doors find it.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};

use super::model::Live;
use super::presence::{Presence, presence};
use super::{Renewal, Staying, store};
use crate::app::App;
use crate::http::csrf::CsrfKey;
use crate::http::muted::MutedWords;
use crate::http::viewer::Present;
use crate::http::{Signed, see_other};
use crate::kernel::{Error, Moment, Token};
use crate::keys::Holder;
use crate::policy::Viewer;
use crate::ui::reading;
use crate::ui::shell::HasNews;

/// The session cookie. The prefix makes browsers hold it to this host, this path and a secure connection.
pub const COOKIE: &str = "__Host-s";

/// What a browser empties: what it keeps to be quick, and what our scripts and the worker keep.
pub(super) const EVERYTHING: &str = r#""cache", "storage""#;

/// Stands in the cookie between a token and the one that is to take over.
const NEXT: char = '.';

/// What somebody whose account is not open may still look at, besides what is served to everybody's browser.
const OPEN_TO_HELD: &[&str] = &[
    "/about",
    "/accessibility",
    "/api/",
    "/back-in",
    "/contact",
    "/healthz",
    "/hello/words",
    "/how-we-talk",
    "/leave",
    "/leaving-fast",
    "/mail/off/",
    "/manifest.webmanifest",
    "/offline",
    "/privacy",
    "/readyz",
    "/static/",
    "/status",
    "/support",
    "/sw.js",
    "/what-we-did",
    "/who-sees",
];

/// Somebody with a session whose account is not open: they see `/status` and a few pages for everybody.
#[derive(Debug, Clone)]
pub struct Held(pub Holder);

/// The session of a request, whatever it opens just now: for signing out, and for leaving.
#[derive(Debug, Clone)]
pub struct Here {
    /// What it holds.
    pub holder: Holder,
    /// Whether others use the device.
    pub is_shared: bool,
    /// Whether leaving fast also signs out.
    pub leave_signs_out: bool,
}

/// A session whose member was away too long: to everything else, this is a visitor.
#[derive(Debug, Clone)]
pub struct Locked {
    /// What it holds.
    pub holder: Holder,
    /// Its member's name, which no page shows meanwhile.
    pub name: String,
    /// How long the device stays.
    pub staying: Staying,
}

/// There was a session on a device of others, and it is over.
#[derive(Debug, Clone, Copy)]
pub struct WasShared;

/// The cookie that signs a device in.
#[must_use]
pub fn cookie(token: &Token, staying: Staying) -> Cookie<'static> {
    holding(token.expose().to_owned(), staying)
}

fn holding(value: String, staying: Staying) -> Cookie<'static> {
    let cookie = Cookie::build(COOKIE, value).path("/").secure(true).http_only(true).same_site(SameSite::Lax);
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
    let Some(shown) = Shown::of(&request) else { return next.call(request).await };
    let found = match member(&app, &shown, is_page(&request)).await {
        Ok(Some(found)) => found,
        Ok(None) => return emptied(&app, &shown, request, next).await,
        Err(error) => return Ok(request.error_response(error)),
    };
    let staying = found.live.staying();
    let handed = found.hands_out.clone().map(|value| holding(value, staying));
    let now = app.clock().now();
    let stands = presence(app.identity(), &found.live.seat, request.path(), now);
    if stands == Presence::Gone {
        request.extensions_mut().insert(WasShared);
        return emptied(&app, &shown, request, next).await;
    }
    request.extensions_mut().insert(found.here());
    let mut response = if stands == Presence::Locked {
        request.extensions_mut().insert(found.locked());
        next.call(request).await?
    } else if found.live.is_open(now.day()) {
        if found.live.owner.is_counted && shown.is_look && !is_by_itself(request.path()) {
            app.later().here.change(found.live.owner.face, || (), |()| ());
            app.later().wait(now, &app.chance().stream("later", 0));
        }
        present(&request, found, now);
        next.call(request).await?
    } else {
        hold(request, next, found).await?
    };
    if let Some(handed) = handed {
        // A cookie that cannot be written into a header is not one of ours.
        let _ = response.response_mut().add_cookie(&handed);
    }
    Ok(response)
}

/// A browser that shows what opens nothing keeps nothing of ours: it was signed out elsewhere, or is done.
async fn emptied(
    app: &App,
    shown: &Shown,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let was_shared = request.extensions().get::<WasShared>().is_some();
    let is_late = app.identity().replaced.peek(&shown.token.hash(), app.clock().now()).is_some();
    let leaves_it = !shown.is_cookie || is_late || request.path().starts_with("/static/");
    let mut response = next.call(request).await?;
    let answer = response.response_mut();
    // Somebody who comes in with this very request is not turned out by it.
    if leaves_it || answer.cookies().any(|cookie| cookie.name() == COOKIE) {
        return Ok(response);
    }
    let forgotten = if was_shared { reading::forgotten().to_vec() } else { Vec::new() };
    for cookie in forgotten.iter().chain([&no_cookie()]) {
        let _ = answer.add_cookie(cookie);
    }
    let headers = answer.headers_mut();
    headers.insert(header::CLEAR_SITE_DATA, header::HeaderValue::from_static(EVERYTHING));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The token a request came with, and the one that takes over from it once that is written.
struct Shown {
    token: Token,
    next: Option<Token>,
    is_renewable: bool,
    is_cookie: bool,
    /// Only a look notes that the session is in use: a write for the account beside words of an alias would date them.
    is_look: bool,
}

/// Forms are answered with a page only when something has to change; the dot on "You" can wait until the next look.
fn is_page(request: &ServiceRequest) -> bool {
    let path = request.path();
    request.method() == Method::GET && !["/api/", "/static/"].iter().any(|other| path.starts_with(other))
}

/// What pages ask for by themselves says nothing of whether anybody is there.
fn is_by_itself(path: &str) -> bool {
    path.starts_with("/static/") || path.starts_with("/support/plan/kept/") || path.ends_with("/live")
}

impl Shown {
    /// Programs keep the token they were given; a browser is handed a new one when it looks, not while it sends a
    /// form that was made with the former one.
    fn of(request: &ServiceRequest) -> Option<Self> {
        let is_look = request.method() == Method::GET;
        let bearer = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        if let Some(text) = bearer.and_then(|value| value.strip_prefix("Bearer ")) {
            let token = Token::parse(text.trim())?;
            return Some(Self { token, next: None, is_renewable: false, is_cookie: false, is_look });
        }
        let cookie = request.cookie(COOKIE)?;
        let (token, next) = match cookie.value().split_once(NEXT) {
            Some((token, next)) => (token, Token::parse(next)),
            None => (cookie.value(), None),
        };
        Some(Self { token: Token::parse(token)?, next, is_renewable: is_look, is_cookie: true, is_look })
    }
}

/// What is read in one look with the session.
struct AtOnce {
    has_news: bool,
    muted: MutedWords,
}

/// A live session, the token that leads to it now, and what the browser's cookie is to hold from here on.
struct FoundSession {
    live: Live,
    at_once: AtOnce,
    token: Token,
    hands_out: Option<String>,
}

impl FoundSession {
    fn here(&self) -> Here {
        let Live { seat, owner } = &self.live;
        let leave_signs_out = owner.leave_signs_out || seat.is_shared;
        Here { holder: seat.holder(&self.token), is_shared: seat.is_shared, leave_signs_out }
    }

    fn locked(&self) -> Locked {
        let (holder, name) = (self.live.seat.holder(&self.token), self.live.owner.name.clone());
        Locked { holder, name, staying: self.live.staying() }
    }
}

async fn member(app: &App, shown: &Shown, is_page: bool) -> Result<Option<FoundSession>, Error> {
    let now = app.clock().now();
    if let Some((live, at_once)) = look(app, &shown.token, now, is_page).await? {
        let is_due = shown.is_look && live.seat.seen < now.week();
        let hands_out = if is_due { renew_later(app, shown, &live, now) } else { None };
        return Ok(Some(FoundSession { live, at_once, token: shown.token.clone(), hands_out }));
    }
    // The one that was to take over has done so; or the answer that carried it was lost on the way.
    let former = || app.identity().former.peek(&shown.token.hash(), now);
    let Some(token) = shown.next.clone().or_else(former) else { return Ok(None) };
    let live = look(app, &token, now, is_page).await?;
    let hands_out = Some(token.expose().to_owned());
    Ok(live.map(|(live, at_once)| FoundSession { live, at_once, token, hands_out }))
}

/// The session, and in the same look whether something happened that its member has not seen. A page without that dot
/// is better than none, so a fault there is passed over.
async fn look(app: &App, token: &Token, now: Moment, is_page: bool) -> Result<Option<(Live, AtOnce)>, Error> {
    let (token, asks) = (token.clone(), app.clone());
    app.read(move |db| {
        let Some(live) = store::resolve(db, &token, now)? else { return Ok(None) };
        let muted = live.muted(now.day());
        let viewer = Viewer::Person(live.person(now));
        let has_news = is_page && asks.has_news(db, &viewer, &muted).unwrap_or(false);
        Ok(Some((live, AtOnce { has_news, muted })))
    })
    .await
}

/// Once a week: that the session is in use waits to be written, and a browser is handed a token that takes over then.
/// Until it is, both stand in the cookie: whatever becomes of this server, one of them leads in.
fn renew_later(app: &App, shown: &Shown, live: &Live, now: Moment) -> Option<String> {
    let chance = app.chance().stream("sessions", live.seat.account.0);
    let begin = || Renewal {
        holder: live.seat.holder(&shown.token),
        on: now.day(),
        next: shown.next.clone().or_else(|| shown.is_renewable.then(|| Token::new(&chance))),
        has_arrived: false,
    };
    let has_it =
        |renewal: &mut Renewal| renewal.has_arrived |= shown.next.is_some() && shown.next == renewal.next;
    let renewal = app.later().renewals.change(shown.token.hash(), begin, has_it);
    app.later().wait(now, &app.chance().stream("later", 0));
    let next = renewal.next.filter(|next| shown.is_renewable && shown.next.as_ref() != Some(next))?;
    Some(format!("{}{NEXT}{}", shown.token.expose(), next.expose()))
}

/// Leads somebody whose account is not open to the page that says why.
async fn hold(
    request: ServiceRequest,
    next: Next<BoxBody>,
    found: FoundSession,
) -> Result<ServiceResponse, actix_web::Error> {
    let is_open = OPEN_TO_HELD.iter().any(|path| request.path().starts_with(path));
    if request.method() == Method::GET && !is_open {
        return Ok(request.into_response(see_other("/status")));
    }
    request.extensions_mut().insert(Held(found.live.seat.holder(&found.token)));
    next.call(request).await
}

fn present(request: &ServiceRequest, found: FoundSession, now: Moment) {
    let person = found.live.person(now);
    let (Live { seat, owner }, AtOnce { has_news, muted }) = (found.live, found.at_once);
    let signed = Signed {
        person,
        name: owner.name,
        seed: owner.seed,
        session: seat.session,
        holder: seat.holder(&found.token),
        is_shared: seat.is_shared,
        lock_min: seat.lock_min,
        leave_signs_out: owner.leave_signs_out || seat.is_shared,
        words_wait: !owner.words_kept,
        csrf: CsrfKey::of(&found.token),
        muted,
    };
    request.extensions_mut().insert(HasNews(has_news));
    request.extensions_mut().insert(Present(Arc::new(signed)));
}

impl FromRequest for Held {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or(Error::Absent))
    }
}
