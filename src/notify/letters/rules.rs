//! When somebody is told while they do not look, for how long that is of use, and when it is tried again. Pure.

use super::{End, Plan};
use crate::kernel::Moment;
use crate::notify::choices::{Choices, Sort};

const MINUTE_S: i64 = 60;
/// News that is not pressing waits up to so long, so that the moment says nothing of when somebody wrote.
pub const JITTER_MS: usize = 10 * 60 * 1_000;
/// How long a letter is of use to a listener, and to whoever asked.
const LISTEN_S: i64 = 10 * MINUTE_S;
const ANSWER_S: i64 = 60 * MINUTE_S;
/// Tries of one letter.
pub(super) const TRIES_MAX: i64 = 8;
/// The first wait after silence, and the longest.
const FIRST_MS: i64 = 10_000;
const LONGEST_MS: i64 = 30 * 60 * 1_000;

/// When a sort of news goes that is to be told; none: not now. `jitter_ms` is below [`JITTER_MS`], and `else_s` is for how long all is
/// of use that is not pressing.
///
/// In the quiet hours of somebody's own clock nothing goes but an answer to their own ask; whoever might listen is not
/// woken, unless their lamp is lit ([`Choices::awake`]), and the rest waits for the morning.
pub fn plan(choices: &Choices, sort: Sort, now: Moment, (jitter_ms, else_s): (i64, i64)) -> Option<Plan> {
    let quiet = choices.quiet_until(now);
    let (due, for_s) = match (sort, quiet) {
        (Sort::Answered, _) => (now, ANSWER_S),
        (Sort::Lamp, None) => (now, LISTEN_S),
        (Sort::Lamp, Some(_)) => return None,
        (_, quiet) => (Moment(quiet.unwrap_or(now).0.saturating_add(jitter_ms)), else_s),
    };
    Some(Plan { due, late: due.plus_s(for_s) })
}

/// Whether a letter that is due is let go. One that somebody had and never settled may have arrived: it goes on only if minutes matter.
pub fn is_over(is_pressing: bool, is_in_hand: bool, late_at: Moment, now: Moment) -> bool {
    late_at < now || is_in_hand && !is_pressing
}

/// Not before then, if it is of use then.
pub fn later(late_at: Moment, at: Moment) -> End {
    if at > late_at { End::Over } else { End::Later(at) }
}

/// What becomes of a letter that was not taken, after so many tries: another, unless it was tried often enough or is of no use then. `permille`
/// as in [`wait_ms`]; `asked_ms` is what whoever carries it asked us to wait.
pub fn again((tries, late_at): (i64, Moment), now: Moment, permille: i64, asked_ms: i64) -> End {
    let at = Moment(now.0.saturating_add(wait_ms(tries, permille).max(asked_ms)));
    if tries >= TRIES_MAX || at > late_at { End::Over } else { End::Again(at) }
}

/// How long to wait after so many tries, in milliseconds: from ten seconds, doubling, to half an hour. `permille` (0 to 250) is
/// added on top, so that letters that failed together are not tried together.
pub(super) fn wait_ms(tries: i64, permille: i64) -> i64 {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 20)).unwrap_or(20);
    let wait = FIRST_MS.saturating_mul(1 << doublings).min(LONGEST_MS);
    wait + wait / 1_000 * permille
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-21, 03:00 and 12:00 UTC.
    const NIGHT: Moment = Moment(1_795_219_200_000 + 3 * 3_600_000);
    const NOON: Moment = Moment(1_795_219_200_000 + 12 * 3_600_000);

    #[test]
    fn at_night_only_the_answer_to_ones_own_ask_goes() {
        let plan = |sort, now| plan(&Choices::default(), sort, now, (60_000, 7_200));
        let due = |sort, now| plan(sort, now).map(|plan| plan.due.seconds_since(now));
        let three = [Sort::Answered, Sort::Lamp, Sort::Replies];
        assert_eq!(three.map(|sort| due(sort, NOON)), [Some(0), Some(0), Some(60)]);
        assert_eq!(three.map(|sort| due(sort, NIGHT)), [Some(0), None, Some(5 * 3_600 + 60)]);
        let use_s = |sort| plan(sort, NOON).map(|plan| plan.late.seconds_since(plan.due));
        assert_eq!(three.map(use_s), [Some(3_600), Some(600), Some(7_200)]);
    }

    #[test]
    fn waits_double_and_level_off() {
        assert_eq!([1, 2, 3, 99].map(|tries| wait_ms(tries, 0)), [10_000, 20_000, 40_000, 1_800_000]);
        assert_eq!(wait_ms(1, 250), 12_500);
    }

    #[test]
    fn what_did_not_go_is_tried_until_it_is_of_no_use() {
        let late = NOON.plus_s(3_600);
        assert_eq!(again((1, late), NOON, 0, 0), End::Again(NOON.plus_s(10)));
        assert_eq!(again((1, late), NOON, 0, 60_000), End::Again(NOON.plus_s(60)));
        assert_eq!(again((TRIES_MAX, late), NOON, 0, 0), End::Over);
        assert_eq!(again((1, NOON), NOON, 0, 0), End::Over);
        assert_eq!([later(late, late), later(NOON, late)], [End::Later(late), End::Over]);
    }

    #[test]
    fn what_may_have_arrived_goes_on_only_if_minutes_matter() {
        assert!(is_over(false, true, NOON, NOON) && !is_over(true, true, NOON, NOON));
        assert!(!is_over(false, false, NOON, NOON) && is_over(true, false, NIGHT, NOON));
    }
}
