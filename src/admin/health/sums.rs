//! What a host may know of how people are there for each other: sums that belong to nobody. The page, its doors for programs and a
//! simulated week read them here, and nowhere else.

use crate::db::Db;
use crate::forum::firsts;
use crate::kernel::{Error, Moment};
use crate::support::oncall;

/// All that a host may know of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// How asking for company went, over a year.
    pub company: oncall::Figures,
    /// How much listening fell on one person; none: fewer than ten listened.
    pub load: Option<oncall::Load>,
    /// How long posts waited for a first answer, over four weeks.
    pub answers: firsts::Figures,
}

/// Reads them. Whoever shows one of them asks [`oncall::Figures::said`] first, which says tens and keeps back what is fewer.
///
/// # Errors
/// A fault of the database.
pub fn sums(db: &mut Db, now: Moment) -> Result<Sums, Error> {
    Ok(Sums { company: oncall::figures(db)?, load: oncall::load(db)?, answers: firsts::figures(db, now)? })
}
