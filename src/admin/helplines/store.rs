//! Every SQL statement of helplines.

use diesel::prelude::*;

use super::Helpline;
use crate::db::schema::helpline;
use crate::db::{Db, Run, cols};
use crate::kernel::Error;

/// The numbers of a country, in the host's order.
///
/// # Errors
/// A fault of the database.
pub fn by_country(db: &mut Db, country: &str) -> Result<Vec<Helpline>, Error> {
    helpline::table
        .filter(helpline::country.eq(country))
        .order((helpline::position, helpline::id))
        .select(cols::<Helpline>())
        .rows(db)
}

/// The countries the host keeps numbers for, in order of their codes.
///
/// # Errors
/// A fault of the database.
pub fn countries(db: &mut Db) -> Result<Vec<String>, Error> {
    helpline::table.select(helpline::country).distinct().order(helpline::country).rows(db)
}
