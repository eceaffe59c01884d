//! What came of taking a decision back, for programs.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use crate::safety::actions::Back;

/// It was taken back, and something else of its sort that was decided about the same holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackJson {
    /// Whether that is newer: what it did stays.
    stays: bool,
    /// Whether that is older, and its end is still to come: it holds again.
    before: bool,
}

/// No content where things are as before, and nothing of its sort holds.
pub(super) fn said(back: Back) -> HttpResponse {
    match back {
        Back::All => HttpResponse::NoContent().finish(),
        Back::Stays => HttpResponse::Ok().json(BackJson { stays: true, before: false }),
        Back::Before => HttpResponse::Ok().json(BackJson { stays: false, before: true }),
    }
}
