//! After somebody left fast, Back shows nothing of ours: for ten minutes every page is a neutral one.

use actix_web::body::BoxBody;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::ACCEPT;
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse};

use crate::http::{Answer, Fields, see_other};
use crate::page;
use crate::ui::{self, Shell, urls};

/// The cookie that hides the pages. It says nothing but that it is there.
const COOKIE: &str = "__Host-cloak";
const MINUTES: i64 = 10;
/// What stays in sight: the way out, the way back, and what says nothing of anybody.
const OPEN: &[&str] = &["/leave", "/cloak", "/static", "/sw.js", "/healthz", "/readyz"];
/// Help stays, too: the pages that are the same for everybody. Who asks for company, and their rooms, do not.
const HELP: &[&str] = &["/support", "/support/craving", "/support/helplines", "/support/safer"];

page! { "web/cloak.html",
    /// A page that could be anybody's.
    pub struct Cloak {
        then: String,
    }
}

/// The cookie that hides the pages, for ten minutes.
pub fn down() -> Cookie<'static> {
    cookie(Duration::minutes(MINUTES))
}

fn cookie(age: Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, "1")
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}

/// Answers a page asked for under the cloak with the neutral one. What a form sends goes through, so that no
/// word is lost; the page after it is covered again.
///
/// # Errors
/// Never of its own.
pub async fn cover(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    if !looks || request.cookie(COOKIE).is_none() || is_open(request.path()) {
        return next.call(request).await;
    }
    // A page that stays in sight asks for news: there are none now, and it asks no more (WHATWG HTML 9.2.3).
    if hears(&request) {
        return Ok(request.into_response(HttpResponse::NoContent()));
    }
    let Some(ui) = Shell::of(request.request()) else { return next.call(request).await };
    let then = request.uri().path_and_query().map_or("/", |place| place.as_str()).to_owned();
    match ui::answer(&Cloak { ui, then }) {
        Ok(page) => Ok(request.into_response(page)),
        Err(error) => Ok(request.error_response(error)),
    }
}

/// Whether what is asked for is a stream.
fn hears(request: &ServiceRequest) -> bool {
    let kind = request.headers().get(ACCEPT).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/event-stream"))
}

/// Whether an address stays in sight when everything else is covered.
pub fn is_open(path: &str) -> bool {
    leads_to(OPEN, path) || HELP.contains(&path)
}

/// Whether somebody left fast a moment ago: a page that stays in sight says nothing of them then.
pub fn is_down(request: &HttpRequest) -> bool {
    request.cookie(COOKIE).is_some()
}

/// Whether an address is one of these, or below one.
pub fn leads_to(places: &[&str], path: &str) -> bool {
    places
        .iter()
        .any(|open| path.strip_prefix(open).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// `POST /cloak`: "Continue".
pub async fn lift(fields: Fields) -> Answer {
    let mut answer = see_other(urls::own_path(fields.one("then")).unwrap_or("/"));
    answer.add_cookie(&cookie(Duration::ZERO)).map_err(crate::kernel::Error::other)?;
    Ok(answer)
}

#[test]
fn help_and_the_way_out_stay_in_sight() {
    for open in ["/support", "/support/helplines", "/leave", "/cloak", "/static/leave.0123456789.js"] {
        assert!(is_open(open), "{open}");
    }
    for hidden in
        ["/", "/p/abc", "/supportive", "/support/asks", "/support/ask/abc", "/you/reading", "/leaving-fast"]
    {
        assert!(!is_open(hidden), "{hidden}");
    }
}
