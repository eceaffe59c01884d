//! "One of the few a correlated query returns", in the words each database has a good plan for.

use diesel::QueryResult;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;
use diesel::sqlite::Sqlite;

/// See [`among`].
#[derive(Debug, Clone, Copy)]
pub struct Among<C, S> {
    column: C,
    rows: S,
}

/// Whether `column` is one of what `rows` returns for the row at hand. `rows` may name tables of the outer query.
///
/// PostgreSQL looks each of them up by the column's index only if they come as an array; SQLite has no arrays.
pub fn among<C, S>(column: C, rows: S) -> Among<C, S> {
    Among { column, rows }
}

impl<C, S> Expression for Among<C, S> {
    type SqlType = Bool;
}

impl<C: QueryFragment<Sqlite>, S: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Among<C, S> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(" IN (");
        self.rows.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}

impl<C: QueryFragment<Pg>, S: QueryFragment<Pg>> QueryFragment<Pg> for Among<C, S> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.column.walk_ast(out.reborrow())?;
        out.push_sql(" = ANY (ARRAY(");
        self.rows.walk_ast(out.reborrow())?;
        out.push_sql("))");
        Ok(())
    }
}

/// Two dialects, so no cached statement by type alone.
impl<C, S> QueryId for Among<C, S> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C: AppearsOnTable<QS>, S, QS> AppearsOnTable<QS> for Among<C, S> {}
impl<C: SelectableExpression<QS>, S, QS> SelectableExpression<QS> for Among<C, S> {}
impl<C: ValidGrouping<GB>, S, GB> ValidGrouping<GB> for Among<C, S> {
    type IsAggregate = C::IsAggregate;
}
