//! Every no as a page with a way onward, and with every word that was typed still there.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpResponse};

use crate::http::problem::Problem;
use crate::http::{Answer, Fields, Typed, see_other};
use crate::identity::sessions::WasShared;
use crate::kernel::{Error, Kind};
use crate::page;
use crate::ui::{self, Shell, form, urls};

page! { "web/error.html",
    /// A no, in words, with what was typed.
    pub struct Refused {
        title: String,
        words: String,
        fields: Fields,
        is_sent: bool,
        may_try_again: bool,
    }
}

/// What is served where no door is.
pub async fn absent() -> Answer {
    Err(Error::Absent)
}

/// Makes pages of refusals and faults for browsers; programs (`/api/`) keep problem+json.
///
/// # Errors
/// Never of its own.
pub async fn as_pages(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    let response = next.call(request).await?;
    if response.status().as_u16() < 400 || response.request().path().starts_with("/api/") {
        return Ok(response);
    }
    if response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        [&b"text/html"[..], b"application/json", b"application/activity+json"]
            .iter()
            .any(|own| kind.as_bytes().starts_with(own))
    }) {
        return Ok(response);
    }
    let problem = problem_of(&response);
    let (request, bare) = response.into_parts();
    let Some(ui) = Shell::of(&request) else { return Ok(ServiceResponse::new(request, bare)) };
    let is_sent = request.method() == Method::POST;
    if problem.kind == Kind::SignedOut && !is_sent {
        let place = request.uri().path_and_query().map_or("/", |place| place.as_str()).to_owned();
        let answer = keep(bare.headers(), see_other(&urls::back_in(&place)));
        return Ok(ServiceResponse::new(request, answer));
    }
    let typed = request.extensions().get::<Typed>().map(|typed| typed.0.clone()).unwrap_or_default();
    let page = match problem.kind {
        Kind::SignedOut if typed.has_words() => {
            let was_shared = request.extensions().get::<WasShared>().is_some();
            super::again::page(ui, request.path().to_owned(), &typed, was_shared)
        }
        _ => refused(ui, &problem, bare.status(), typed, is_sent),
    };
    Ok(ServiceResponse::new(request, page.map(|page| keep(bare.headers(), page)).unwrap_or(bare)))
}

fn refused(ui: Shell, problem: &Problem, status: StatusCode, fields: Fields, is_sent: bool) -> Answer {
    let title = ui.t(title_key(problem.kind)).into_owned();
    let words = form::sentence(&ui, problem.code, &problem.args);
    let may_try_again = !is_sent && matches!(problem.kind, Kind::Unavailable | Kind::TooMany);
    ui::with_status(status, &Refused { ui, title, words, fields, is_sent, may_try_again })
}

/// What actix itself refused has a status and no error of ours.
fn problem_of(response: &ServiceResponse) -> Problem {
    if let Some(error) = response.response().error().and_then(|error| error.as_error::<Error>()) {
        return Problem::from(error);
    }
    let (code, kind) = match response.status() {
        StatusCode::NOT_FOUND => ("absent", Kind::Absent),
        StatusCode::PAYLOAD_TOO_LARGE => ("form-too-large", Kind::TooLarge),
        status if status.is_client_error() => ("form-unknown", Kind::Invalid),
        _ => ("our-fault", Kind::Unavailable),
    };
    Problem { code, kind, field: None, args: Vec::new() }
}

const fn title_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Invalid | Kind::Conflict | Kind::TooLarge => "error-title-change",
        Kind::SignedOut => "error-title-signed-out",
        Kind::NotAllowed => "error-title-not-allowed",
        Kind::Absent => "error-title-absent",
        Kind::WrongVerb => "error-title-wrong-verb",
        Kind::Gone => "error-title-gone",
        Kind::TooMany => "error-title-too-many",
        Kind::Unavailable => "error-title-ours",
    }
}

/// A few headers of the first answer still hold for the page: when to come again, what the address takes, and what the
/// session's end leaves in the browser.
fn keep(from: &HeaderMap, mut page: HttpResponse) -> HttpResponse {
    for name in [header::RETRY_AFTER, header::ALLOW, header::CLEAR_SITE_DATA] {
        if let Some(value) = from.get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    for cookie in from.get_all(header::SET_COOKIE) {
        page.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    page
}
