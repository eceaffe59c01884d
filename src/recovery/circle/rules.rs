//! Which weeks somebody may host and be asked for. Pure.

use super::{Hosting, Refusal, Which};
use crate::kernel::{FaceId, Week};

/// Weeks after one for which somebody was asked, or which they hosted, in which nobody asks them: never twice in a row.
const RESTS_WEEKS: i64 = 1;

/// The last week for which nobody asks whoever was asked for, or hosts, this one.
#[must_use]
pub const fn rests_until(week: Week) -> Week {
    Week(week.0 + RESTS_WEEKS)
}

/// Whether somebody may offer to host, given who does this week and who has the one they offer.
///
/// # Errors
/// `circle-taken`, `circle-yours`.
pub fn may_offer(
    me: FaceId,
    which: Which,
    (this, wanted): (Option<Hosting>, Option<Hosting>),
) -> Result<(), Refusal> {
    let is_mine = |hosting: Hosting| hosting.is_agreed && hosting.face_id == me;
    if which == Which::Next && this.is_some_and(is_mine) {
        return Err(Refusal::Yours);
    }
    match wanted {
        // A week that began without an answer is free.
        Some(hosting) if hosting.is_agreed || which == Which::Next => {
            if is_mine(hosting) {
                Ok(())
            } else {
                Err(Refusal::Taken)
            }
        }
        _ => Ok(()),
    }
}

#[test]
fn a_week_is_taken_once_and_the_next_is_for_somebody_else_first() {
    let (me, other) = (FaceId(1), FaceId(2));
    let hosts = |face_id, is_agreed| {
        Some(Hosting { week: Week(3), face_id, is_agreed, asked_by: None, is_let_go: false })
    };
    check(Which::This, None, None, Ok(()));
    check(Which::This, hosts(other, true), hosts(other, true), Err(Refusal::Taken));
    check(Which::This, hosts(other, false), hosts(other, false), Ok(()));
    check(Which::This, hosts(me, true), hosts(me, true), Ok(()));
    check(Which::Next, hosts(other, true), None, Ok(()));
    check(Which::Next, hosts(other, true), hosts(other, false), Err(Refusal::Taken));
    check(Which::Next, hosts(me, true), None, Err(Refusal::Yours));
    check(Which::Next, None, hosts(me, true), Ok(()));
    assert_eq!(rests_until(Week(3)), Week(4));

    #[track_caller]
    fn check(which: Which, this: Option<Hosting>, wanted: Option<Hosting>, expected: Result<(), Refusal>) {
        assert_eq!(may_offer(FaceId(1), which, (this, wanted)), expected);
    }
}
