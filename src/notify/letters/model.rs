//! When a letter goes, what becomes of it, and how long whoever carries letters on was silent.

use super::rules::wait_ms;
use crate::kernel::Moment;

/// Turns without an answer after which whoever carries letters on is left alone for a while.
const OPENS_AFTER: i64 = 3;

/// When somebody is to be told, and until when it is of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Not before.
    pub due: Moment,
    /// Not after.
    pub late: Moment,
}

/// What becomes of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was taken.
    Sent,
    /// It is of no use.
    Over,
    /// There is nobody any more where it goes: nothing goes there again.
    Gone,
    /// It is tried again, not before.
    Again(Moment),
    /// It was not its turn yet: no try.
    Later(Moment),
}

/// How often in a row somebody who carries letters on did not answer, and until when they rest then. Begins with none.
#[derive(Debug, Clone, Copy)]
pub struct Silence {
    turns: i64,
    until: Moment,
}

impl Default for Silence {
    fn default() -> Self {
        Self { turns: 0, until: Moment(0) }
    }
}

impl Silence {
    /// One turn more without an answer.
    #[must_use]
    pub fn longer(self, now: Moment) -> Self {
        let turns = self.turns + 1;
        Self { turns, until: Moment(now.0.saturating_add(wait_ms(turns, 0))) }
    }

    /// When they are asked again; none: now.
    #[must_use]
    pub fn rests_until(self, now: Moment) -> Option<Moment> {
        (self.turns >= OPENS_AFTER && self.until > now).then_some(self.until)
    }
}

#[test]
fn whoever_is_silent_rests_for_longer_and_longer() {
    let now = Moment(1_000_000);
    let mut silence = Silence::default();
    for _ in 0..OPENS_AFTER {
        assert_eq!(silence.rests_until(now), None);
        silence = silence.longer(now);
    }
    assert_eq!(silence.rests_until(now), Some(now.plus_s(40)));
    assert_eq!(silence.rests_until(now.plus_s(41)), None);
    assert_eq!(silence.longer(now).rests_until(now), Some(now.plus_s(80)));
}
