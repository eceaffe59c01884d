//! When a nudge is due.

use super::{Kept, Said, Word};
use crate::kernel::{Day, Moment, Zone};
use crate::support::buddies::Cadence;
use crate::support::oncall::Weekday;

/// Hours for which one that could not be sent is still worth sending.
const LATE_HOURS: i64 = 2;

impl Kept {
    /// The day of one that is due now, by the asker's clock.
    #[must_use]
    pub fn due(&self, now: Moment) -> Option<Day> {
        let zone = Zone::parse(&self.terms.zone).unwrap_or(Zone::utc());
        let (day, since) = (zone.day(now), zone.hours(now) - self.terms.hour);
        let is_day = days(self.terms.cadence).contains(&Weekday::of(day));
        (is_day && (0..LATE_HOURS).contains(&since) && self.last != Some(day)).then_some(day)
    }

    /// What became of the nudge of today, by the asker's clock.
    #[must_use]
    pub fn word(&self, now: Moment) -> Word {
        let today = Zone::parse(&self.terms.zone).unwrap_or(Zone::utc()).day(now);
        if self.last == Some(today) { self.said.map_or(Word::Waits, Said::word) } else { Word::None }
    }
}

/// On which days of the week.
#[must_use]
const fn days(cadence: Cadence) -> &'static [Weekday] {
    match cadence {
        Cadence::Daily => Weekday::ALL,
        Cadence::Few => &[Weekday::Mon, Weekday::Wed, Weekday::Fri],
        Cadence::Weekly => &[Weekday::Sun],
    }
}

#[cfg(test)]
mod tests {
    use super::super::Terms;
    use super::*;

    #[test]
    fn it_is_due_at_the_hour_of_the_askers_own_clock_once_a_day() {
        // 2026-11-21 is a Saturday.
        check(Cadence::Daily, "UTC", "2026-11-21T17:59:59Z", None);
        check(Cadence::Daily, "UTC", "2026-11-21T18:00:00Z", Some("2026-11-21"));
        check(Cadence::Daily, "UTC", "2026-11-21T19:59:59Z", Some("2026-11-21"));
        check(Cadence::Daily, "UTC", "2026-11-21T20:00:00Z", None);
        check(Cadence::Daily, "Pacific/Auckland", "2026-11-21T05:00:00Z", Some("2026-11-21"));
        check(Cadence::Daily, "Asia/Kolkata", "2026-11-21T12:30:00Z", Some("2026-11-21"));
        check(Cadence::Few, "UTC", "2026-11-21T18:00:00Z", None);
        check(Cadence::Few, "UTC", "2026-11-23T18:00:00Z", Some("2026-11-23"));
        check(Cadence::Weekly, "UTC", "2026-11-21T18:00:00Z", None);
        check(Cadence::Weekly, "UTC", "2026-11-22T18:00:00Z", Some("2026-11-22"));

        #[track_caller]
        fn check(cadence: Cadence, zone: &str, now: &str, due: Option<&str>) {
            let now = Moment(now.parse::<jiff::Timestamp>().unwrap().as_millisecond());
            let terms = Terms { cadence, hour: 18, zone: zone.to_owned() };
            let due = due.and_then(Day::parse);
            assert_eq!(Kept { terms: terms.clone(), last: None, said: None }.due(now), due);
            let sent = Kept { terms, last: due, said: None };
            assert_eq!(sent.due(now), None, "not twice");
            let word = if due.is_some() { Word::Waits } else { Word::None };
            assert_eq!(sent.word(now), word, "it waits for a word that day");
            assert_eq!(sent.word(now.plus_s(86_400)), Word::None, "and no longer");
            let told = Kept { said: Some(Said::Chat), ..sent };
            assert_eq!(told.word(now) == Word::Chat, due.is_some());
        }
    }
}
