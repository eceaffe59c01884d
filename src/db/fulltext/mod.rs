//! Full text behind one function: FTS5 on SQLite, `tsvector` on PostgreSQL, and the same words found by both.
//!
//! Both index what [`fold`] makes of a text: lower case, no accents, nothing but letters and digits between
//! single spaces. What a database's own reader would do with punctuation never matters.

mod fold;
mod postgres;
mod sqlite;
mod terms;

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::query_builder::QueryId;
use diesel::sql_types::{Bool, Text};

use super::schema::{
    block, face, far_face, far_group, group_, membership, mute, reply, search_entry, thread,
};

pub use fold::{fold, fold_word};
pub use terms::{Term, Terms};

diesel::table! {
    /// The index itself. A virtual table on SQLite, an ordinary one on PostgreSQL; keys are those of `search_entry`.
    search_fts (rowid) {
        rowid -> BigInt,
        words -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(search_fts, block);
diesel::allow_tables_to_appear_in_same_query!(search_fts, face);
diesel::allow_tables_to_appear_in_same_query!(search_fts, far_face);
diesel::allow_tables_to_appear_in_same_query!(search_fts, far_group);
diesel::allow_tables_to_appear_in_same_query!(search_fts, group_);
diesel::allow_tables_to_appear_in_same_query!(search_fts, membership);
diesel::allow_tables_to_appear_in_same_query!(search_fts, mute);
diesel::allow_tables_to_appear_in_same_query!(search_fts, reply);
diesel::allow_tables_to_appear_in_same_query!(search_fts, search_entry);
diesel::allow_tables_to_appear_in_same_query!(search_fts, thread);

/// See [`matches`].
#[derive(Debug, Clone)]
pub struct Matches {
    fts5: String,
    tsquery: String,
}

/// See [`indexed`].
#[derive(Debug, Clone)]
pub struct Indexed(String);

/// Whether a row of [`search_fts`] holds the terms, of which there must be one.
#[must_use]
pub fn matches(terms: &Terms) -> Matches {
    Matches { fts5: sqlite::asked(terms), tsquery: postgres::asked(terms) }
}

/// What to keep of a text in [`search_fts`].
#[must_use]
pub fn indexed(text: &str) -> Indexed {
    Indexed(fold(text))
}

impl Expression for Matches {
    type SqlType = Bool;
}
impl Expression for Indexed {
    type SqlType = Text;
}

impl QueryId for Matches {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl QueryId for Indexed {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<QS> AppearsOnTable<QS> for Matches {}
impl<QS> SelectableExpression<QS> for Matches {}
impl<GB> ValidGrouping<GB> for Matches {
    type IsAggregate = diesel::expression::is_aggregate::Never;
}
impl<QS> AppearsOnTable<QS> for Indexed {}
impl<QS> SelectableExpression<QS> for Indexed {}
impl<GB> ValidGrouping<GB> for Indexed {
    type IsAggregate = diesel::expression::is_aggregate::Never;
}
