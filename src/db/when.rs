//! A condition that is there or not: `filter(when(kind, |k| thread::kind.eq(k)))`.

use diesel::QueryResult;
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

/// See [`when`].
#[derive(Debug, Clone, Copy)]
pub struct When<E>(Option<E>);

/// The predicate made from `value`, or `1 = 1` if there is no value.
pub fn when<T, E>(value: Option<T>, predicate: impl FnOnce(T) -> E) -> When<E> {
    When(value.map(predicate))
}

impl<E> Expression for When<E> {
    type SqlType = Bool;
}

impl<E: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for When<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        match &self.0 {
            Some(predicate) => {
                out.push_sql("(");
                predicate.walk_ast(out.reborrow())?;
                out.push_sql(")");
            }
            None => out.push_sql("1 = 1"),
        }
        Ok(())
    }
}

/// Two shapes of SQL, so no cached statement by type alone.
impl<E> QueryId for When<E> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<E, QS> AppearsOnTable<QS> for When<E> where E: AppearsOnTable<QS> {}
impl<E, QS> SelectableExpression<QS> for When<E>
where
    E: SelectableExpression<QS>,
    Self: AppearsOnTable<QS>,
{
}
impl<E: ValidGrouping<GB>, GB> ValidGrouping<GB> for When<E> {
    type IsAggregate = E::IsAggregate;
}
