//! What a job remembers of the clock. Work that destroys by the calendar rests for a week after the clock made a step: it
//! may have been set wrong, and what is gone stays gone.

use serde::{Deserialize, Serialize};

use crate::kernel::Day;

/// A longer step of the clock ends nothing for a while.
const STEP_DAYS: i64 = 7;

/// The days a job was at work; kept in its payload.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Calm {
    on: Option<Day>,
    calm_until: Option<Day>,
}

impl Calm {
    /// Reads what [`Calm::payload`] wrote; anything else is a first turn.
    #[must_use]
    pub fn of(payload: &str) -> Self {
        serde_json::from_str(payload).unwrap_or_default()
    }

    /// Today's turn, and whether it is to rest.
    #[must_use]
    pub fn turn(self, today: Day) -> (Self, bool) {
        let is_step = self.on.is_some_and(|on| !(0..=STEP_DAYS).contains(&(today.0 - on.0)));
        let calm_until = if is_step { Some(today.plus(STEP_DAYS)) } else { self.calm_until };
        let rests = calm_until.is_some_and(|until| (0..=STEP_DAYS).contains(&(until.0 - today.0)));
        (Self { on: Some(today), calm_until }, rests)
    }

    /// For the next turn.
    #[must_use]
    pub fn payload(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }
}

#[test]
fn after_a_step_of_the_clock_nothing_ends_for_a_week() {
    let (first, rests) = Calm::default().turn(Day(100));
    assert!(!rests);
    let (second, rests) = Calm::of(&first.payload()).turn(Day(104));
    assert!(!rests);
    let (mut seen, rests) = second.turn(Day(4_000));
    assert!(rests, "ten years at once are a clock set wrong");
    for day in 4_001..=4_007 {
        let (next, rests) = seen.turn(Day(day));
        assert!(rests, "{day}");
        seen = next;
    }
    assert!(!seen.turn(Day(4_008)).1);
    assert!(seen.turn(Day(104)).1, "and back again");
}
