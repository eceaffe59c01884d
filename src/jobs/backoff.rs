//! How long work that did not succeed waits before it is tried again, and how long whoever works sleeps.

use std::time::Duration;

use crate::kernel::Moment;

const FIRST_MS: i64 = 1_000;
const LONGEST_MS: i64 = 3_600_000;

/// How long to wait after `attempts` that did not succeed, in milliseconds: from one second, doubling, to one hour.
#[must_use]
pub fn wait_ms(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.saturating_sub(1).clamp(0, 30)).unwrap_or(30);
    FIRST_MS.saturating_mul(1 << doublings).min(LONGEST_MS)
}

/// How long to sleep until what is due next, `sweep` at most.
#[must_use]
pub fn nap(due: Option<Moment>, now: Moment, sweep: Duration) -> Duration {
    let wait_ms = due.map_or(i64::MAX, |due| due.0.saturating_sub(now.0)).max(10);
    sweep.min(Duration::from_millis(u64::try_from(wait_ms).unwrap_or(u64::MAX)))
}

#[test]
fn waits_double_and_level_off() {
    check(0, 1_000);
    check(1, 1_000);
    check(2, 2_000);
    check(5, 16_000);
    check(99, 3_600_000);

    #[track_caller]
    fn check(attempts: i64, expected_ms: i64) {
        assert_eq!(wait_ms(attempts), expected_ms);
    }
}
