//! Instants, days and weeks as plain numbers: the database sees `BIGINT`, people see words.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::id! {
    /// Milliseconds since 1970-01-01T00:00Z.
    Moment;
    /// Whole days since 1970-01-01, in UTC.
    Day;
    /// Whole months since January of the year 0, in UTC.
    Month;
    /// Whole weeks since Monday 1969-12-29, in UTC: all that is kept of when an account was active.
    Week;
}

const SECOND_MS: i64 = 1_000;
const DAY_MS: i64 = 86_400 * SECOND_MS;

impl Moment {
    /// This moment plus a number of seconds (or minus, if negative). Saturates.
    #[must_use]
    pub const fn plus_s(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(SECOND_MS)))
    }

    /// The day it falls on, in UTC.
    #[must_use]
    pub const fn day(self) -> Day {
        Day(self.0.div_euclid(DAY_MS))
    }

    /// The week it falls in, in UTC.
    #[must_use]
    pub const fn week(self) -> Week {
        self.day().week()
    }

    /// Seconds from `earlier` to this moment; negative if `earlier` is later.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(SECOND_MS)
    }

    /// RFC 3339 in UTC, to the second, for machines: `2026-11-25T17:47:35Z`.
    #[must_use]
    pub fn rfc3339(self) -> String {
        jiff::Timestamp::from_second(self.0.div_euclid(SECOND_MS))
            .map(|at| at.to_string())
            .unwrap_or_default()
    }

    /// As mails write it, in UTC: `Wed, 25 Nov 2026 17:47:35 +0000`.
    #[must_use]
    pub fn rfc2822(self) -> String {
        jiff::Timestamp::from_second(self.0.div_euclid(SECOND_MS))
            .map(|at| {
                at.to_zoned(jiff::tz::TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S +0000").to_string()
            })
            .unwrap_or_default()
    }
}

impl Day {
    /// The week this day falls in; weeks begin on Monday.
    #[must_use]
    pub const fn week(self) -> Week {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Week((self.0 + 3).div_euclid(7))
    }

    /// The month this day falls in.
    #[must_use]
    pub fn month(self) -> Month {
        let (year, month, _) = self.parts();
        Month(i64::from(year) * 12 + i64::from(month) - 1)
    }

    /// Its first moment, in UTC.
    #[must_use]
    pub const fn start(self) -> Moment {
        Moment(self.0.saturating_mul(DAY_MS))
    }

    /// This day plus a number of days.
    #[must_use]
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// `2026-11-25`, or an empty text outside the years jiff knows.
    #[must_use]
    pub fn iso(self) -> String {
        self.start().rfc3339().get(..10).unwrap_or_default().to_owned()
    }

    /// Year, month from 1, and day of the month; zeros outside the years jiff knows.
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        self.date().map_or((0, 0, 0), |date| (date.year(), date.month(), date.day()))
    }

    /// As the calendar writes it; none outside the years jiff knows.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let at = jiff::Timestamp::from_millisecond(self.start().0).ok()?;
        Some(at.to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    /// The day a date of the calendar is.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        date.since(jiff::civil::date(1970, 1, 1)).ok().map(|away| Self(i64::from(away.get_days())))
    }

    /// Reads `2026-11-25`, as forms send it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse().ok().and_then(Self::of)
    }
}

impl Week {
    /// Its first day.
    #[must_use]
    pub const fn monday(self) -> Day {
        Day(self.0.saturating_mul(7).saturating_sub(3))
    }
}

impl Month {
    /// Its first day; the first of all days outside the years jiff knows.
    #[must_use]
    pub fn first(self) -> Day {
        let (year, month) = (self.0.div_euclid(12), self.0.rem_euclid(12) + 1);
        Day::parse(&format!("{year:04}-{month:02}-01")).unwrap_or(Day(0))
    }
}

/// When something was said: a day always, an exact moment only where a group shows times.
///
/// Groups that allow aliases keep the day alone, so that nobody's hours can be matched
/// (research: `security.md` 2.7); order within them comes from sequences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The day, in UTC.
    pub on: Day,
    /// The exact moment, if the group shows times.
    pub at: Option<Moment>,
}

impl Said {
    /// What to store for words said `now`.
    #[must_use]
    pub fn now(now: Moment, shows_times: bool) -> Self {
        Self { on: now.day(), at: shows_times.then_some(now) }
    }
}

#[test]
fn weeks_begin_on_monday() {
    check("2026-11-23", "2026-11-22");
    check("2024-01-01", "2023-12-31");

    #[track_caller]
    fn check(monday: &str, sunday: &str) {
        let day = |text: &str| {
            let at: jiff::Timestamp = format!("{text}T12:00:00Z").parse().unwrap();
            Moment(at.as_millisecond()).day()
        };
        assert_eq!(day(monday).week().0, day(sunday).week().0 + 1);
        assert_eq!(day(monday).iso(), monday);
        assert_eq!(day(monday).week().monday(), day(monday));
    }
}

#[test]
fn months_begin_on_their_first_day() {
    let day = |text: &str| Day::parse(text).unwrap();
    assert_eq!(day("2026-12-31").month().first(), day("2026-12-01"));
    assert_eq!(Month(day("2026-12-01").month().0 + 1).first(), day("2027-01-01"));
}
