//! A text column that only the ring opens.

use std::fmt;
use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;

/// A column whose values are sealed.
pub trait Field: fmt::Debug + 'static {
    /// Its name, as `table.column`: a key of its own, bound into each value.
    const NAME: &'static str;
}

/// A sealed value: the id of the ring's key, a dot, and what came of it. It prints as dots.
#[derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Sealed<F: Field> {
    text: String,
    field: PhantomData<F>,
}

impl<F: Field> Sealed<F> {
    pub(super) fn new(key: &str, hidden: &str) -> Self {
        Self { text: format!("{key}.{hidden}"), field: PhantomData }
    }

    /// As it is written where no column holds it; letters an address may hold.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As it was written by [`Sealed::text`].
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self { text: text.to_owned(), field: PhantomData }
    }

    /// The id of the key it was sealed with, and the rest.
    pub(super) fn parts(&self) -> (&str, &str) {
        self.text.split_once('.').unwrap_or(("", &self.text))
    }
}

impl<F: Field> Clone for Sealed<F> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), field: PhantomData }
    }
}

impl<F: Field> PartialEq for Sealed<F> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<F: Field> Eq for Sealed<F> {}

impl<F: Field> fmt::Debug for Sealed<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl<F: Field, DB: Backend> ToSql<Text, DB> for Sealed<F>
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <str as ToSql<Text, DB>>::to_sql(&self.text, out)
    }
}

impl<F: Field, DB: Backend> FromSql<Text, DB> for Sealed<F>
where
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = <String as FromSql<Text, DB>>::from_sql(bytes)?;
        Ok(Self { text, field: PhantomData })
    }
}
