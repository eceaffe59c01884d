//! The few shapes of answers.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::kernel::Error;

/// What a handler returns.
pub type Answer = Result<HttpResponse, Error>;

/// 303: the change is made, and the browser is to look there.
#[must_use]
pub fn see_other(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, place)).finish()
}
