//! Our own JSON door: one description of every slice's endpoints, and how they read what is sent.

mod openapi;
mod people;

use actix_web::web::JsonConfig;

use crate::http::fields::Refusal;
use crate::http::{Doors, Who};
use crate::kernel::Error;

pub use openapi::description;

/// The doors of the API as a whole.
pub fn doors(doors: &mut Doors) {
    doors.get("/api/v1/openapi.json", Who::Visitor, openapi::show);
    people::doors(doors);
}

/// How JSON is read: `application/json` alone, up to `max` bytes, and a problem+json when it does not fit.
pub fn json(max: usize) -> JsonConfig {
    JsonConfig::default().limit(max).error_handler(|error, _| {
        use actix_web::error::JsonPayloadError as Json;
        let refusal = match error {
            Json::Overflow { .. } | Json::OverflowKnownLength { .. } => Refusal::TooLarge,
            _ => Refusal::NotAForm,
        };
        Error::from(refusal).into()
    })
}
