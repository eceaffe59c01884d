//! What hosts and listeners may know of asking: numbers of ten or more, over a year, that belong to nobody.

use std::collections::BTreeMap;

use super::Outcome;
use super::store::lamps;
use crate::db::Db;
use crate::kernel::{Error, Moment, Zone};

/// Fewer than this many are not said.
pub const LEAST: i64 = 10;

/// How asking went, over a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// How often somebody asked.
    pub asked: i64,
    /// How often somebody came within two minutes.
    pub soon: i64,
    /// Within ten, the former included.
    pub ten: i64,
    /// How often nobody came.
    pub unanswered: i64,
}

impl Figures {
    /// A number that may be said; none: fewer than ten.
    #[must_use]
    pub fn said(number: i64) -> Option<i64> {
        (number >= LEAST).then_some(number)
    }
}

/// Reads them, for hosts.
///
/// # Errors
/// A fault of the database.
pub fn figures(db: &mut Db) -> Result<Figures, Error> {
    let mut figures = Figures::default();
    for (_, outcome, n) in lamps::counted(db)? {
        match outcome {
            Outcome::Asked => figures.asked += n,
            Outcome::Soon => {
                figures.soon += n;
                figures.ten += n;
            }
            Outcome::Ten => figures.ten += n,
            Outcome::Later => {}
            Outcome::Unanswered => figures.unanswered += n,
        }
    }
    Ok(figures)
}

/// The hours in which people asked ten times or more, by a clock that stands in a zone: the hour, and how often.
///
/// # Errors
/// A fault of the database.
pub fn roster(db: &mut Db, zone: &Zone, now: Moment) -> Result<Vec<(i64, i64)>, Error> {
    let mut hours = BTreeMap::<i64, i64>::new();
    for (hour, outcome, n) in lamps::counted(db)? {
        if outcome == Outcome::Asked {
            let there = zone.hours(now.day().start().plus_s(hour * 3_600)) % 24;
            *hours.entry(there).or_default() += n;
        }
    }
    Ok(hours.into_iter().filter(|(_, n)| *n >= LEAST).collect())
}

#[test]
fn fewer_than_ten_are_not_said() {
    assert_eq!((Figures::said(9), Figures::said(10)), (None, Some(10)));
}
