//! A condition in fixed words: `filter(literal("thread.reach = 'everyone'"))`.

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

/// See [`literal`].
#[derive(Debug, Clone, Copy)]
pub struct Literal(&'static str);

/// A predicate that both databases read alike and that holds no value, so that it can use a partial index: neither
/// database walks one for a value it is told later. Unlike diesel's `sql`, its statement is prepared once and kept.
#[must_use]
pub const fn literal(predicate: &'static str) -> Literal {
    Literal(predicate)
}

impl Expression for Literal {
    type SqlType = Bool;
}

impl<DB: Backend> QueryFragment<DB> for Literal {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql(self.0);
        Ok(())
    }
}

/// The words differ from one to the next, so no cached statement by type alone.
impl QueryId for Literal {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<QS> AppearsOnTable<QS> for Literal {}
impl<QS> SelectableExpression<QS> for Literal {}
impl<GB> ValidGrouping<GB> for Literal {
    type IsAggregate = is_aggregate::Never;
}
