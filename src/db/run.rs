//! The verbs that run a diesel query on either database.

use diesel::OptionalExtension;
use diesel::expression::Selectable;
use diesel::query_dsl::RunQueryDsl as Dsl;
use diesel::query_dsl::methods::{ExecuteDsl, LoadQuery};
use diesel::sqlite::{Sqlite, SqliteConnection};

use super::{Db, PgConn};
use crate::kernel::{Error, Fault, Refusal};
use crate::on;

/// A diesel query that means the same on both databases.
///
/// A diesel statement's type names no backend unless `as_select` or `into_boxed` is used, so the
/// bound can sit here, once, instead of on every function (decision 0004).
pub trait Run: Sized {
    /// Every row.
    ///
    /// # Errors
    /// A fault of the database.
    fn rows<'q, U>(self, db: &mut Db) -> Result<Vec<U>, Error>
    where
        Self: LoadQuery<'q, SqliteConnection, U> + LoadQuery<'q, PgConn, U>,
    {
        on!(db, |conn| Dsl::load(self, conn)).map_err(Error::from)
    }

    /// Exactly one row.
    ///
    /// # Errors
    /// [`Error::Absent`] if there is none.
    fn row<'q, U>(self, db: &mut Db) -> Result<U, Error>
    where
        Self: LoadQuery<'q, SqliteConnection, U> + LoadQuery<'q, PgConn, U>,
    {
        on!(db, |conn| Dsl::get_result(self, conn)).map_err(Error::from)
    }

    /// At most one row.
    ///
    /// # Errors
    /// A fault of the database.
    fn row_opt<'q, U>(self, db: &mut Db) -> Result<Option<U>, Error>
    where
        Self: LoadQuery<'q, SqliteConnection, U> + LoadQuery<'q, PgConn, U>,
    {
        on!(db, |conn| Dsl::get_result(self, conn)).optional().map_err(Error::from)
    }

    /// The number of rows touched.
    ///
    /// # Errors
    /// A fault of the database; [`Fault::Taken`] if a unique value exists already.
    fn exec(self, db: &mut Db) -> Result<usize, Error>
    where
        Self: ExecuteDsl<SqliteConnection> + ExecuteDsl<PgConn>,
    {
        on!(db, |conn| ExecuteDsl::execute(self, conn)).map_err(Error::from)
    }
}

impl<Q> Run for Q {}

/// The columns a row struct is made of; they are the same on both databases.
#[must_use]
pub fn cols<T: Selectable<Sqlite>>() -> T::SelectExpression {
    T::construct_selection()
}

/// Turns a broken uniqueness into a refusal with words.
pub trait OrRefuse<T> {
    /// The same result, with [`Fault::Taken`] become `refusal`.
    ///
    /// # Errors
    /// `refusal`, or whatever else went wrong.
    fn or_refuse<R: Refusal>(self, refusal: R) -> Result<T, Error>;
}

impl<T> OrRefuse<T> for Result<T, Error> {
    fn or_refuse<R: Refusal>(self, refusal: R) -> Self {
        self.map_err(|error| match error {
            Error::Fault(Fault::Taken(_)) => refusal.into(),
            other => other,
        })
    }
}
