//! When a day counts, and when a silence is long enough to be said.

use serde::{Deserialize, Serialize};

use super::{By, Kept};
use crate::kernel::Day;

/// The longest holiday, in days from today.
pub const REST_DAYS: i64 = 90;
/// Longer than any that is said; it goes no further.
const MOST: i64 = 30;

impl Kept {
    /// Whether a check-in, or a look, ends it.
    #[must_use]
    pub fn hears(&self, by: By) -> bool {
        by == By::Checkin || self.by == By::Look
    }

    /// They were heard from: the next silence is another.
    #[must_use]
    pub const fn heard(self) -> Self {
        Self { silent: 0, is_told: false, ..self }
    }

    /// One day more, but for a holiday.
    #[must_use]
    pub fn counted(self, today: Day) -> Self {
        if self.rests_on(today) {
            return self.heard();
        }
        Self { silent: (self.silent + 1).min(MOST), ..self }
    }

    /// Whether it is to be said now: once the days are over, and once a silence.
    #[must_use]
    pub const fn is_due(&self) -> bool {
        self.silent > self.days && !self.is_told
    }

    /// Whether it is a holiday.
    #[must_use]
    pub fn rests_on(&self, today: Day) -> bool {
        self.rests_until.is_some_and(|until| today <= until)
    }
}

/// Which days count: those the server saw begin, one after the other. While it was away nobody could be here, and a clock that
/// steps says nothing about anybody; so neither that day counts nor the one after. Kept in the payload of the job.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    on: Option<Day>,
    stepped: bool,
}

impl Pace {
    /// Reads what [`Pace::payload`] wrote; anything else is a first turn.
    #[must_use]
    pub fn of(payload: &str) -> Self {
        serde_json::from_str(payload).unwrap_or_default()
    }

    /// A turn today, and whether it counts as a day.
    #[must_use]
    pub fn turn(self, today: Day) -> (Self, bool) {
        match self.on.map(|on| today.0 - on.0) {
            Some(0) => (self, false),
            Some(1) => (Self { on: Some(today), stepped: false }, !self.stepped),
            _ => (Self { on: Some(today), stepped: self.on.is_some() }, false),
        }
    }

    /// For the next turn.
    #[must_use]
    pub fn payload(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_000);

    #[test]
    fn three_days_are_over_on_the_fourth_and_it_is_said_once() {
        let mut kept = Kept::new(3, By::Checkin);
        let mut said = Vec::new();
        for day in 1..=10 {
            kept = kept.counted(TODAY.plus(day));
            if kept.is_due() {
                said.push(day);
                kept.is_told = true;
            }
        }
        assert_eq!(said, [4]);
        let mut again = kept.heard();
        for day in 11..=14 {
            assert!(!again.is_due());
            again = again.counted(TODAY.plus(day));
        }
        assert!(again.is_due(), "another silence is another");
    }

    #[test]
    fn a_holiday_counts_nothing_and_what_was_before_it_neither() {
        let kept = Kept { silent: 2, rests_until: Some(TODAY.plus(5)), ..Kept::new(2, By::Look) };
        let after = (1..=5).fold(kept, |kept, day| kept.counted(TODAY.plus(day)));
        assert_eq!(after.silent, 0);
        let after = (6..=7).fold(after, |kept, day| kept.counted(TODAY.plus(day)));
        assert!(!after.is_due() && after.counted(TODAY.plus(8)).is_due());
    }

    #[test]
    fn a_look_ends_only_what_it_was_agreed_to_end() {
        let (checkin, look) = (Kept::new(3, By::Checkin), Kept::new(3, By::Look));
        assert!(checkin.hears(By::Checkin) && look.hears(By::Checkin) && look.hears(By::Look));
        assert!(!checkin.hears(By::Look));
    }

    #[test]
    fn days_count_one_after_the_other_and_a_step_of_the_clock_counts_for_nothing() {
        check(&[0, 0, 1, 2, 2, 3], 3);
        check(&[0, 5, 6, 7], 1);
        check(&[0, 4_000, 0, 1, 2], 1);
        check(&[0, 1, 0, 1, 2], 2);
        check(&[7], 0);

        #[track_caller]
        fn check(days: &[i64], counted: usize) {
            let (mut pace, mut count) = (Pace::default(), 0);
            for day in days {
                let (next, counts) = Pace::of(&pace.payload()).turn(TODAY.plus(*day));
                count += usize::from(counts);
                pace = next;
            }
            assert_eq!(count, counted);
        }
    }
}
