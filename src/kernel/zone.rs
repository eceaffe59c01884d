//! Where somebody's clock stands: a time zone by its name, and which day it is there.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Day, Moment};

/// How the names of places begin; the rest of the database is older names for the same.
const AREAS: &[&str] = &[
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];
const UTC: &str = "UTC";

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let names = jiff::tz::db().available().map(|name| name.to_string());
    let mut names: Vec<String> =
        names.filter(|name| AREAS.iter().any(|area| name.starts_with(area))).collect();
    names.push(UTC.to_owned());
    names.sort_unstable();
    names.dedup();
    names
});

/// A time zone that the tables know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of that name: `Europe/Berlin`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let is_a_name = name == UTC || AREAS.iter().any(|area| name.starts_with(area));
        if is_a_name { TimeZone::get(name).ok().map(Self) } else { None }
    }

    /// Where nobody said otherwise.
    #[must_use]
    pub const fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or(UTC)
    }

    /// Every name, for a list to choose from.
    #[must_use]
    pub fn names() -> &'static [String] {
        &NAMES
    }

    /// Which day it is there.
    #[must_use]
    pub fn day(&self, now: Moment) -> Day {
        let there = Timestamp::from_millisecond(now.0).ok().map(|at| at.to_zoned(self.0.clone()).date());
        there.and_then(Day::of).unwrap_or_else(|| now.day())
    }

    /// The first moment of a day there; not every day begins at midnight.
    #[must_use]
    pub fn start(&self, day: Day) -> Moment {
        let begins = day.date().and_then(|date| date.to_zoned(self.0.clone()).ok());
        begins.map_or_else(|| day.start(), |at| Moment(at.timestamp().as_millisecond()))
    }

    /// The hour that clocks show there.
    #[must_use]
    pub fn hour(&self, now: Moment) -> i64 {
        let there = Timestamp::from_millisecond(now.0).ok().map(|at| at.to_zoned(self.0.clone()).hour());
        there.map_or(0, i64::from)
    }

    /// Whole hours since the day began there: up to 24 where clocks go back.
    #[must_use]
    pub fn hours(&self, now: Moment) -> i64 {
        now.seconds_since(self.start(self.day(now))).div_euclid(3_600).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment(text.parse::<Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn the_day_is_the_one_on_the_wall() {
        check("Pacific/Auckland", "2026-11-21T19:30:00Z", "2026-11-22", 8);
        check("America/Los_Angeles", "2026-11-21T19:30:00Z", "2026-11-21", 11);
        check("UTC", "1969-12-31T23:59:59Z", "1969-12-31", 23);
        // Clocks went back at 1:00 UTC: the day has 25 hours.
        check("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25", 24);
        // Clocks went on at midnight: the day began at one.
        check("Africa/Cairo", "2026-04-23T22:30:00Z", "2026-04-24", 0);
        // Samoa had no 30 December 2011.
        check("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29", 23);
        check("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31", 0);

        #[track_caller]
        fn check(zone: &str, now: &str, day: &str, hours: i64) {
            let zone = Zone::parse(zone).unwrap();
            assert_eq!((zone.day(at(now)).iso().as_str(), zone.hours(at(now))), (day, hours));
        }
    }

    #[test]
    fn the_hour_is_the_one_on_the_wall_also_on_a_day_on_which_clocks_change() {
        check("Europe/Berlin", "2026-10-25T00:30:00Z", 2);
        check("Europe/Berlin", "2026-10-25T01:30:00Z", 2);
        check("Europe/Berlin", "2026-10-25T22:59:59Z", 23);
        check("Africa/Cairo", "2026-04-23T22:30:00Z", 1);
        check("Asia/Kolkata", "2026-11-21T18:30:00Z", 0);

        #[track_caller]
        fn check(zone: &str, now: &str, hour: i64) {
            assert_eq!(Zone::parse(zone).unwrap().hour(at(now)), hour);
        }
    }

    #[test]
    fn only_places_are_zones() {
        assert!(
            ["", "EST5EDT", "posix/Europe/Berlin", "../etc/passwd", "Europe/Nowhere"]
                .iter()
                .all(|name| Zone::parse(name).is_none())
        );
        assert!(Zone::names().len() > 300 && Zone::names().iter().all(|name| Zone::parse(name).is_some()));
        assert_eq!(Zone::parse("Asia/Tokyo").unwrap().name(), "Asia/Tokyo");
    }
}
