//! What hosts and listeners may know of asking: tens, over a year, that belong to nobody.

use std::collections::BTreeMap;

use super::Outcome;
use super::store::lamps;
use crate::db::Db;
use crate::kernel::{Day, Error, Zone};

/// Fewer than this many are not said, and what is more is said in steps of as many.
pub const LEAST: i64 = 10;
/// A day in the middle of every month.
const MIDDLE: i64 = 16;

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
    /// What may be said of a number: its tens, so that none below ten is left where one is taken from another; none: fewer than ten.
    #[must_use]
    pub fn said(number: i64) -> Option<i64> {
        (number >= LEAST).then_some(number - number % LEAST)
    }
}

/// Reads them, for hosts.
///
/// # Errors
/// A fault of the database.
pub fn figures(db: &mut Db) -> Result<Figures, Error> {
    let mut figures = Figures::default();
    for (_, _, outcome, n) in lamps::counted(db)? {
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

/// The hours in which people asked ten times or more, by a clock that stands in a zone: the hour, and how often, in tens. What was counted in a
/// winter stands at the hour that clocks showed in that winter.
///
/// # Errors
/// A fault of the database.
pub fn roster(db: &mut Db, zone: &Zone) -> Result<Vec<(i64, i64)>, Error> {
    let mut hours = BTreeMap::<i64, i64>::new();
    for (month, hour, outcome, n) in lamps::counted(db)? {
        if outcome == Outcome::Asked {
            *hours.entry(there(&month, hour, zone)).or_default() += n;
        }
    }
    Ok(hours.into_iter().filter_map(|(hour, n)| Some((hour, Figures::said(n)?))).collect())
}

/// The hour on clocks of a zone at an hour of UTC, on most days of a month: where clocks change in it, on those before or after,
/// whichever are more.
fn there(month: &str, hour: i64, zone: &Zone) -> i64 {
    let Some(middle) = Day::parse(&format!("{month}-{MIDDLE}")) else { return hour };
    zone.hour(middle.start().plus_s(hour * 3_600))
}

#[test]
fn fewer_than_ten_are_not_said_nor_left_where_one_is_taken_from_another() {
    assert_eq!(
        [0, 9, 10, 19, 20, 217].map(Figures::said),
        [None, None, Some(10), Some(10), Some(20), Some(210)]
    );
    // Whatever two of them tell is true of a difference of none, of nine, and of more.
    for (wide, narrow) in [(11, 11), (13, 11), (19, 10)] {
        assert_eq!(Figures::said(wide), Figures::said(narrow));
    }
}

#[test]
fn an_hour_is_the_one_that_clocks_showed_on_most_days_of_its_month() {
    let zones = [
        "UTC",
        "Europe/Berlin",
        "America/Los_Angeles",
        "Pacific/Auckland",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
    ];
    for zone in zones.map(|name| Zone::parse(name).unwrap()) {
        for (year, month) in (2024..2028).flat_map(|year| (1..=12).map(move |month| (year, month))) {
            let month = format!("{year}-{month:02}");
            let days: Vec<Day> =
                (1..=31).filter_map(|day| Day::parse(&format!("{month}-{day:02}"))).collect();
            for hour in 0..24 {
                let said = there(&month, hour, &zone);
                let fits = |day: &&Day| zone.hour(day.start().plus_s(hour * 3_600)) == said;
                let right = days.iter().filter(fits).count();
                assert!(right * 2 > days.len(), "{} {month} {hour}: {right}", zone.name());
                let changes = zone.hour(days[0].start()) != zone.hour(days[days.len() - 1].plus(1).start());
                assert!(changes || right == days.len(), "{} {month}", zone.name());
            }
        }
    }
    let berlin = Zone::parse("Europe/Berlin").unwrap();
    assert_eq!(
        ["2026-01", "2026-07", "2026-03", "2026-10"].map(|month| there(month, 2, &berlin)),
        [3, 4, 3, 4]
    );
    assert_eq!(there("nonsense", 2, &berlin), 2);
}
