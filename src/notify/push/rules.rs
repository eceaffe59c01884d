//! When a device is told, how often, and for how long it is of use. Pure.

use super::{Answer, Letter};
use crate::kernel::Moment;
use crate::notify::choices::{Choices, Sort};
use crate::notify::letters::{self, End, Plan};

/// How long a letter is of use that is not pressing.
const ELSE_S: i64 = 4 * 60 * 60;
/// What is not pressing rings so often within an hour, a device.
pub(super) const PER_HOUR: u32 = 4;

/// How a sort of news is told; none: not on any device.
pub fn plan(choices: &Choices, sort: Sort, now: Moment, jitter_ms: i64) -> Option<Plan> {
    if choices.place(sort).rings() { letters::plan(choices, sort, now, (jitter_ms, ELSE_S)) } else { None }
}

/// What a service's answer means for a letter.
pub fn end(letter: &Letter, said: Answer, now: Moment, permille: i64) -> End {
    let again = || {
        let asked_s = said.retry_after_s.and_then(|s| i64::try_from(s).ok()).unwrap_or(0);
        letters::again((letter.tries, letter.late_at), now, permille, asked_s.saturating_mul(1_000))
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

#[test]
fn what_nobody_chose_rings_on_no_device() {
    let rings = |choices: &Choices| plan(choices, Sort::Answered, Moment(0), 0).is_some();
    assert!(!rings(&Choices::default()), "quiet, unless somebody said otherwise");
    assert!(rings(&Choices::default().with(Sort::Answered, "push").unwrap()));
}
