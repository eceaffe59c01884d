//! Which day can be written, and when people come before anything else.

use super::Entry;
use crate::kernel::{Day, Moment, Zone};

/// How long a day can be written, from its first moment on.
const GRACE_S: i64 = 36 * 3_600;
/// From this urge on, the next page leads to people.
const STRONG: i64 = 6;

/// Today by somebody's own clock.
#[must_use]
pub fn today(zone: &Zone, now: Moment) -> Day {
    zone.day(now)
}

/// The day before, as long as it can still be written: until the noon after it, give or take an hour when clocks change.
#[must_use]
pub fn yesterday(zone: &Zone, now: Moment) -> Option<Day> {
    let day = zone.day(now).plus(-1);
    (now < zone.start(day).plus_s(GRACE_S)).then_some(day)
}

/// Whether the next page is about people who can help.
#[must_use]
pub fn leads_to_people(entry: &Entry) -> bool {
    entry.urge.is_some_and(|urge| urge >= STRONG)
}

#[test]
fn yesterday_can_be_written_until_noon() {
    check("UTC", "2026-11-21T11:59:59Z", Some("2026-11-20"));
    check("UTC", "2026-11-21T12:00:00Z", None);
    check("Pacific/Auckland", "2026-11-21T19:30:00Z", Some("2026-11-21"));
    check("America/New_York", "2026-11-21T19:30:00Z", None);
    // A day of 25 hours: 36 hours after it began it is eleven.
    check("Europe/Berlin", "2026-10-26T09:59:59Z", Some("2026-10-25"));
    check("Europe/Berlin", "2026-10-26T10:00:00Z", None);

    #[track_caller]
    fn check(zone: &str, now: &str, day: Option<&str>) {
        let now = Moment(now.parse::<jiff::Timestamp>().unwrap().as_millisecond());
        assert_eq!(yesterday(&Zone::parse(zone).unwrap(), now), day.and_then(Day::parse));
    }
}
