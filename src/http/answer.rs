//! The few shapes of answers.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::kernel::Error;

/// What a handler returns.
pub type Answer = Result<HttpResponse, Error>;

/// 303: the change is made, and the browser is to look there.
#[must_use]
pub fn see_other(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish()
}

/// The tag of what the asker has already, as sent.
#[must_use]
pub fn known(request: &HttpRequest) -> Option<String> {
    let tag = request.headers().get(header::IF_NONE_MATCH)?.to_str().ok()?;
    Some(tag.to_owned())
}

/// Whether the asker has an answer with this tag. A proxy that compressed the answer marks its tag as weak.
pub(super) fn has(known: Option<&str>, tag: &str) -> bool {
    known.is_some_and(|known| known.split(',').any(|sent| sent.trim().trim_start_matches("W/") == tag))
}

/// An answer that caches may keep for `seconds`; a 304 if the asker has it already.
#[must_use]
pub fn fresh(
    mut answer: HttpResponseBuilder,
    body: String,
    known: Option<&str>,
    seconds: u32,
) -> HttpResponse {
    let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(body.as_bytes()));
    let tag = format!("\"{}\"", digest.get(..22).unwrap_or_default());
    answer.insert_header((header::CACHE_CONTROL, format!("public, max-age={seconds}")));
    answer.insert_header((header::ETAG, tag.clone()));
    if has(known, &tag) { answer.status(StatusCode::NOT_MODIFIED).finish() } else { answer.body(body) }
}
