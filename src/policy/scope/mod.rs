//! What a viewer may see, as SQL: one predicate a readable kind, one source for both databases.

pub mod forum;
pub mod quiet;
pub mod recovery;
pub mod safety;
pub mod support;
