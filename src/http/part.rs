//! Whether a page asks for one part of itself: the whole of our swap protocol, on this side.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::kernel::Error;

/// The header with the id of the part that is asked for.
pub const HEADER: &str = "x-part";

/// The id of the part that is asked for; none: the whole page, or a redirect to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part(pub Option<String>);

impl FromRequest for Part {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.headers().get(HEADER).and_then(|value| value.to_str().ok());
        ready(Ok(Self(id.map(str::to_owned))))
    }
}
