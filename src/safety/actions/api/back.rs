//! What came of taking a decision back, for programs.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use crate::safety::actions::Back;

/// It was taken back, and something newer holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackJson {
    /// Always true: something newer of its sort was decided about the same, and what that did stays.
    stays: bool,
}

/// No content where things are as before.
pub(super) fn said(back: Back) -> HttpResponse {
    match back {
        Back::All => HttpResponse::NoContent().finish(),
        Back::Stays => HttpResponse::Ok().json(BackJson { stays: true }),
    }
}
