//! Which day can be written, and when people come before anything else.

use super::{About, Entry, Refusal};
use crate::kernel::{Day, Moment, Zone};

/// How long a day can be written, from its first moment on.
const GRACE_S: i64 = 36 * 3_600;
/// How far back a page may have been opened: what is older is about no day that can be written.
const OPENED_S: i64 = 4 * 24 * 3_600;
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
    is_open(zone, day, now).then_some(day)
}

fn is_open(zone: &Zone, day: Day, now: Moment) -> bool {
    now < zone.start(day).plus_s(GRACE_S)
}

/// The day somebody speaks of, if it can be written now.
///
/// # Errors
/// `checkin-early`, `checkin-over`.
pub fn day(about: About, zone: &Zone, now: Moment) -> Result<Day, Refusal> {
    let opened = |at: Moment| zone.day(at.clamp(now.plus_s(-OPENED_S), now));
    let day = match about {
        About::Then(at) => opened(at),
        About::Before(at) => opened(at).plus(-1),
        About::Day(day) => day,
    };
    if day > zone.day(now) {
        return Err(Refusal::Early);
    }
    if is_open(zone, day, now) { Ok(day) } else { Err(Refusal::Over) }
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

#[test]
fn a_page_is_about_the_day_it_was_opened_on() {
    let at = |time: &str| Moment(time.parse::<jiff::Timestamp>().unwrap().as_millisecond());
    let check = |about: About, zone: &str, now: &str, expected: Result<&str, Refusal>| {
        let expected = expected.map(|day| Day::parse(day).unwrap());
        assert_eq!(day(about, &Zone::parse(zone).unwrap(), at(now)), expected, "{about:?} {zone} {now}");
    };
    let opened = at("2026-11-21T23:50:00Z");
    check(About::Then(opened), "UTC", "2026-11-22T00:05:00Z", Ok("2026-11-21"));
    check(About::Then(opened), "UTC", "2026-11-22T12:00:00Z", Err(Refusal::Over));
    check(About::Then(opened), "Pacific/Auckland", "2026-11-22T12:05:00Z", Ok("2026-11-22"));
    check(About::Then(opened), "Pacific/Auckland", "2026-11-22T00:05:00Z", Ok("2026-11-22"));
    check(About::Before(at("2026-11-21T09:00:00Z")), "UTC", "2026-11-21T11:00:00Z", Ok("2026-11-20"));
    check(About::Before(at("2026-11-21T09:00:00Z")), "UTC", "2026-11-22T08:00:00Z", Err(Refusal::Over));
    check(About::Then(Moment(i64::MIN)), "UTC", "2026-11-22T08:00:00Z", Err(Refusal::Over));
    check(About::Then(Moment(i64::MAX)), "UTC", "2026-11-22T08:00:00Z", Ok("2026-11-22"));
    let named = |day: &str| About::Day(Day::parse(day).unwrap());
    check(named("2026-11-21"), "UTC", "2026-11-22T11:59:59Z", Ok("2026-11-21"));
    check(named("2026-11-21"), "UTC", "2026-11-22T12:00:00Z", Err(Refusal::Over));
    check(named("2026-11-23"), "UTC", "2026-11-22T12:00:00Z", Err(Refusal::Early));
    check(named("2026-11-23"), "Pacific/Auckland", "2026-11-22T12:00:00Z", Ok("2026-11-23"));
}
