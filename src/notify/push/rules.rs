//! When a device is told, how often, and for how long it is of use. Pure.

use super::{Answer, Letter};
use crate::kernel::Moment;
use crate::notify::choices::{Choices, Sort};

const MINUTE_S: i64 = 60;
/// News that is not pressing waits up to so long, so that the moment says nothing of when somebody wrote.
pub const JITTER_MS: usize = 10 * 60 * 1_000;
/// How long a letter is of use: to a listener, to whoever asked, and all else.
const LISTEN_S: i64 = 10 * MINUTE_S;
const ANSWER_S: i64 = 60 * MINUTE_S;
const ELSE_S: i64 = 4 * 60 * MINUTE_S;
/// What is not pressing rings so often within an hour, a device.
pub(super) const PER_HOUR: u32 = 4;
/// Tries of one letter.
const TRIES_MAX: i64 = 8;
/// The first wait after silence, and the longest; no wait that a service asks for is longer than a letter's use.
const FIRST_MS: i64 = 10_000;
const LONGEST_MS: i64 = 30 * 60 * 1_000;

/// When a device is to be told, and until when it is of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Not before.
    pub due: Moment,
    /// Not after.
    pub late: Moment,
}

/// How a sort of news is told; none: not on any device. `jitter_ms` is below [`JITTER_MS`].
///
/// In the quiet hours of somebody's own clock nothing rings but an answer to their own ask; whoever might listen is not
/// woken, and the rest waits for the morning.
pub fn plan(choices: &Choices, sort: Sort, now: Moment, jitter_ms: i64) -> Option<Plan> {
    let quiet = choices.quiet_until(now);
    let (due, for_s) = match (sort, quiet) {
        _ if !choices.place(sort).rings() => return None,
        (Sort::Answered, _) => (now, ANSWER_S),
        (Sort::Lamp, None) => (now, LISTEN_S),
        (Sort::Lamp, Some(_)) => return None,
        (_, quiet) => (Moment(quiet.unwrap_or(now).0.saturating_add(jitter_ms)), ELSE_S),
    };
    Some(Plan { due, late: due.plus_s(for_s) })
}

/// How long to wait after so many tries, in milliseconds: from ten seconds, doubling, to half an hour. `permille` (0 to 250) is
/// added on top, so that letters that failed together are not tried together.
#[must_use]
pub fn wait_ms(tries: i64, permille: i64) -> i64 {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 20)).unwrap_or(20);
    let wait = FIRST_MS.saturating_mul(1 << doublings).min(LONGEST_MS);
    wait + wait / 1_000 * permille
}

/// What becomes of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was taken, or is of no use.
    Over,
    /// The device is not told any more: its browser let go of it, or its session is over.
    Gone,
    /// It is tried again, not before.
    Again(Moment),
    /// It was not its turn yet: no try.
    Later(Moment),
}

/// What a service's answer means for a letter.
pub fn end(letter: &Letter, said: Answer, now: Moment, permille: i64) -> End {
    let again = || {
        let asked_ms =
            said.retry_after_s.and_then(|s| i64::try_from(s).ok()).unwrap_or(0).saturating_mul(1_000);
        let at = Moment(now.0.saturating_add(wait_ms(letter.tries, permille).max(asked_ms)));
        if letter.tries >= TRIES_MAX || at > letter.late_at { End::Over } else { End::Again(at) }
    };
    match said.status {
        Some(404 | 410) => End::Gone,
        Some(408 | 425 | 429 | 500..=599) | None => again(),
        Some(_) => End::Over,
    }
}

/// For how many seconds a service keeps a letter for a device that is not there.
pub fn ttl_s(letter: &Letter, now: Moment) -> i64 {
    letter.late_at.seconds_since(now).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21, 03:00 and 12:00 UTC.
    const NIGHT: Moment = Moment(1_795_219_200_000 + 3 * 3_600_000);
    const NOON: Moment = Moment(1_795_219_200_000 + 12 * 3_600_000);

    fn all() -> Choices {
        Sort::ALL.iter().fold(Choices::default(), |all, sort| all.with(*sort, "push").unwrap())
    }

    #[test]
    fn at_night_only_the_answer_to_ones_own_ask_rings() {
        let due = |sort, now| plan(&all(), sort, now, 60_000).map(|plan| plan.due.seconds_since(now));
        assert_eq!(
            [Sort::Answered, Sort::Lamp, Sort::Replies].map(|sort| due(sort, NOON)),
            [Some(0), Some(0), Some(60)]
        );
        let night = [Sort::Answered, Sort::Lamp, Sort::Replies].map(|sort| due(sort, NIGHT));
        assert_eq!(night, [Some(0), None, Some(5 * 3_600 + 60)]);
        assert_eq!(
            plan(&Choices::default(), Sort::Answered, NOON, 0),
            None,
            "quiet, unless somebody said otherwise"
        );
    }

    #[test]
    fn waits_double_and_level_off() {
        assert_eq!([1, 2, 3, 99].map(|tries| wait_ms(tries, 0)), [10_000, 20_000, 40_000, 1_800_000]);
        assert_eq!(wait_ms(1, 250), 12_500);
    }
}
