//! How words read before they were changed, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use crate::forum::threads::Revision;

/// An earlier wording.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionJson {
    /// The title then; replies have none.
    title: String,
    /// The words then.
    body: String,
    /// The day they were replaced, in UTC.
    until_on: String,
}

/// Every earlier wording.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionsJson {
    /// The latest first.
    rows: Vec<RevisionJson>,
    /// Always null: there are no further pages.
    next: Option<String>,
}

impl RevisionsJson {
    /// These wordings.
    #[must_use]
    pub fn of(revisions: Vec<Revision>) -> Self {
        let row = |each: Revision| RevisionJson {
            title: each.title,
            body: each.body,
            until_on: each.until_on.iso(),
        };
        Self { rows: revisions.into_iter().map(row).collect(), next: None }
    }
}
