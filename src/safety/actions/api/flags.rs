//! What other communities told of something, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use crate::safety::reports::Flagged;

/// What another community told. Nothing comes of it by itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct FlagJson {
    /// The community.
    community: String,
    /// In its words; may be empty.
    words: String,
}

impl FlagJson {
    /// As a program reads it.
    pub(super) fn of(told: Flagged) -> Self {
        Self { community: told.domain, words: told.words }
    }
}
