//! When a host is tried again, and how much at once. Pure: only results of what we sent count; what comes in from a host makes
//! its next try come sooner, and says nothing of whether it hears.

use std::time::Duration;

use super::{Health, Spirits};

/// The first wait after silence, and the longest: peers forget a failed look at our keys after some six hours, so tries go
/// on past that, and a host that returns after days is found within the longest.
const FIRST_MS: i64 = 30_000;
const LONGEST_MS: i64 = 4 * 3_600_000;
/// No wait that another host asks for holds longer.
const ASKED_MOST_MS: i64 = 24 * 3_600_000;
/// Letters in one turn at most; after silence it begins with one.
pub const PACE_MAX: i64 = 64;
/// Between turns: for a host in good health, and for one that has just returned.
const GAP_MS: i64 = 20;
const GAP_RETURNED_MS: i64 = 1_000;
/// Turns without success before a host counts as silent.
const OPENS_AFTER: i64 = 4;

/// Whether a host is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaker {
    /// Letters go as they come.
    Closed,
    /// It did not answer lately: one letter is tried when its wait is over.
    Trying,
    /// It has not answered for long: one letter now and then.
    Open,
}

impl Breaker {
    /// After so many turns in a row without success.
    #[must_use]
    pub const fn after(failures: i64) -> Self {
        match failures {
            ..=0 => Self::Closed,
            1..OPENS_AFTER => Self::Trying,
            _ => Self::Open,
        }
    }
}

impl Health {
    /// In one word.
    #[must_use]
    pub const fn spirits(&self) -> Spirits {
        match Breaker::after(self.failures) {
            Breaker::Closed if self.ok_on.is_none() => Spirits::Unknown,
            Breaker::Closed => Spirits::Fine,
            Breaker::Trying => Spirits::Shaky,
            Breaker::Open => Spirits::Silent,
        }
    }
}

/// How long to wait after `failures` turns in a row without success, in milliseconds.
///
/// Doubles from half a minute to four hours. `jitter_permille` (0 to 250) is added on top, so that hosts that fell silent
/// together are not all called together. What the host itself asked for (`asked`) is honoured if it is longer, up to a day.
#[must_use]
pub fn wait_ms(failures: i64, jitter_permille: i64, asked: Option<Duration>) -> i64 {
    let doublings = u32::try_from(failures.saturating_sub(1).clamp(0, 20)).unwrap_or(20);
    let own = FIRST_MS.saturating_mul(1 << doublings).min(LONGEST_MS);
    let asked = asked.map_or(0, |asked| i64::try_from(asked.as_millis()).unwrap_or(i64::MAX));
    let wait = own.max(asked.min(ASKED_MOST_MS));
    wait + wait / 1_000 * jitter_permille.clamp(0, 250)
}

/// How many letters the next turn carries, after one that went well.
#[must_use]
pub fn next_pace(pace: i64) -> i64 {
    pace.max(1).saturating_mul(2).min(PACE_MAX)
}

/// How long a host rests between two turns that went well, in milliseconds.
#[must_use]
pub const fn gap_ms(pace: i64) -> i64 {
    if pace < PACE_MAX { GAP_RETURNED_MS } else { GAP_MS }
}

#[test]
fn waits_double_level_off_and_honour_what_was_asked() {
    check(1, 0, None, 30_000);
    check(2, 0, None, 60_000);
    check(2, 250, None, 75_000);
    check(99, 0, None, LONGEST_MS);
    check(1, 0, Some(Duration::from_mins(2)), 120_000);
    check(9, 0, Some(Duration::from_secs(1)), LONGEST_MS.min(30_000 << 8));
    check(1, 0, Some(Duration::MAX), ASKED_MOST_MS);

    #[track_caller]
    fn check(failures: i64, jitter: i64, asked: Option<Duration>, expected_ms: i64) {
        assert_eq!(wait_ms(failures, jitter, asked), expected_ms);
    }
}

#[test]
fn a_host_that_returns_is_given_one_letter_then_more() {
    let paces: Vec<i64> = std::iter::successors(Some(1), |pace| Some(next_pace(*pace))).take(8).collect();
    assert_eq!(paces, [1, 2, 4, 8, 16, 32, 64, 64]);
    assert!(gap_ms(1) > gap_ms(PACE_MAX));
    assert_eq!(
        [0, 1, 3, 4].map(Breaker::after),
        [Breaker::Closed, Breaker::Trying, Breaker::Trying, Breaker::Open]
    );
}
