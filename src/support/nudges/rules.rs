//! When a nudge is due.

use super::{Kept, Said, Terms, Word};
use crate::kernel::{Day, Moment, Zone};
use crate::support::buddies::Cadence;
use crate::support::oncall::Weekday;

/// Hours for which one that could not be sent is still worth sending.
const LATE_HOURS: i64 = 2;
/// For how long one can be answered.
const WORD_S: i64 = 24 * 3_600;

impl Kept {
    /// The day of one that is due now, by the asker's clock.
    #[must_use]
    pub fn due(&self, now: Moment) -> Option<Day> {
        let zone = Zone::parse(&self.terms.zone).unwrap_or(Zone::utc());
        let (day, since) = (zone.day(now), zone.hours(now) - self.terms.hour);
        let is_day = self.terms.days().contains(&Weekday::of(day));
        (is_day && (0..LATE_HOURS).contains(&since) && self.last != Some(day)).then_some(day)
    }

    /// What became of the latest nudge: it can be answered for 24 hours from its hour, past midnight, too.
    #[must_use]
    pub fn word(&self, now: Moment) -> Word {
        let zone = Zone::parse(&self.terms.zone).unwrap_or(Zone::utc());
        let began = self.last.map(|day| zone.start(day).plus_s(self.terms.hour * 3_600));
        let is_open = began.is_some_and(|began| now.seconds_since(began) < WORD_S);
        if is_open { self.said.map_or(Word::Waits, Said::word) } else { Word::None }
    }
}

impl Terms {
    /// On which days of the week.
    fn days(&self) -> Vec<Weekday> {
        match self.cadence {
            Cadence::Daily => Weekday::ALL.to_vec(),
            Cadence::Few => vec![Weekday::Mon, Weekday::Wed, Weekday::Fri],
            Cadence::Weekly => self.weekday().into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
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
            let terms = Terms { cadence, hour: 18, zone: zone.to_owned(), day: None };
            let due = due.and_then(Day::parse);
            assert_eq!(Kept { terms: terms.clone(), last: None, said: None }.due(now), due);
            let sent = Kept { terms, last: due, said: None };
            assert_eq!(sent.due(now), None, "not twice");
            let word = if due.is_some() { Word::Waits } else { Word::None };
            assert_eq!(sent.word(now), word, "it waits for a word");
            assert_eq!(sent.word(now.plus_s(86_400)), Word::None, "and no longer");
            let told = Kept { said: Some(Said::Chat), ..sent };
            assert_eq!(told.word(now) == Word::Chat, due.is_some());
        }
    }

    #[test]
    fn one_of_a_late_hour_is_answered_past_midnight_for_a_day() {
        let moment = |at: &str| Moment(at.parse::<jiff::Timestamp>().unwrap().as_millisecond());
        let terms = Terms { cadence: Cadence::Daily, hour: 23, zone: "UTC".to_owned(), day: None };
        let sent = Kept { terms, last: Day::parse("2026-11-21"), said: None };
        let words =
            ["2026-11-21T23:10:00Z", "2026-11-22T00:10:00Z", "2026-11-22T22:59:59Z", "2026-11-22T23:00:00Z"];
        assert_eq!(
            words.map(|at| sent.word(moment(at))),
            [Word::Waits, Word::Waits, Word::Waits, Word::None]
        );
    }

    #[test]
    fn once_a_week_is_on_a_day_that_was_chosen_and_on_sunday_else() {
        // 2026-11-24 is a Tuesday.
        let weekly = || Terms::parse("weekly", 18, "UTC").unwrap();
        let due = |terms: Terms, day: &str| {
            let at = format!("{day}T18:00:00Z").parse::<jiff::Timestamp>().unwrap();
            Kept { terms, last: None, said: None }.due(Moment(at.as_millisecond())).is_some()
        };
        let tuesday = weekly().on("tue").unwrap();
        assert_eq!((due(tuesday.clone(), "2026-11-24"), due(tuesday, "2026-11-22")), (true, false));
        assert_eq!((due(weekly(), "2026-11-24"), due(weekly(), "2026-11-22")), (false, true));
        assert_eq!(weekly().on("sun"), weekly().on(""), "what was agreed before stays agreed");
        assert!(weekly().on("someday").is_err());
        let daily = Terms::parse("daily", 18, "UTC").unwrap();
        assert_eq!(daily.clone().on("tue"), Ok(daily), "only what comes once a week has a day");
    }
}
