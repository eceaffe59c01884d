//! Whether somebody is still there: a session that locks itself, or that began on a device of others, ends up shut when
//! nothing was heard of it for a while. When it was last heard of is known in memory alone; after a restart nobody is there.

use super::seal::Seat;
use crate::identity::memory::Memory;
use crate::kernel::{Moment, SessionId};

/// Minutes after which a device of others is signed out.
pub const SHARED_MIN: i64 = 60;
/// Minutes after which a session may be locked.
pub const LOCKS_MIN: [i64; 4] = [1, 5, 15, 60];
/// What browsers ask for by themselves, and what the cover of our script does: nobody needs to be there for it.
const BY_ITSELF: &[&str] = &[
    "/.well-known/",
    "/apple-touch-icon.png",
    "/back-in/unlock",
    "/favicon.ico",
    "/healthz",
    "/manifest.webmanifest",
    "/readyz",
    "/static/",
    // The worker asks whether a plan may still be kept on the device.
    "/support/plan/kept/",
    "/sw.js",
];

/// What a session is to the one who holds the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In use.
    Here,
    /// To be opened again by its member.
    Locked,
    /// Over.
    Gone,
}

/// How a session stands when a request for `path` comes with it; that it came is noted, if a person made it.
#[must_use]
pub fn presence(memory: &Memory, seat: &Seat, path: &str, now: Moment) -> Presence {
    if seat.lock_min == 0 && !seat.is_shared {
        return Presence::Here;
    }
    let heard = memory.heard.peek(&seat.session, now);
    let away_s = heard.map_or(i64::MAX, |at| now.seconds_since(at));
    let stands = judge(seat.is_shared, seat.lock_min, away_s);
    if stands == Presence::Here && !is_by_itself(path) {
        hear(memory, seat.session, now);
    }
    stands
}

/// Notes that a member was there a moment ago: they came in, or opened the lock.
pub fn hear(memory: &Memory, session: SessionId, now: Moment) {
    memory.heard.put(session, now, now);
}

/// A clock that was set back is no proof that anybody was there.
const fn judge(is_shared: bool, lock_min: i64, away_s: i64) -> Presence {
    if is_shared && (away_s < 0 || away_s >= SHARED_MIN * 60) {
        Presence::Gone
    } else if lock_min > 0 && (away_s < 0 || away_s >= lock_min * 60) {
        Presence::Locked
    } else {
        Presence::Here
    }
}

fn is_by_itself(path: &str) -> bool {
    // A small room shows what happened there as soon as it hears of it, whether or not anybody looks.
    let is_live = path.ends_with("/live") || path.ends_with("/now");
    is_live || BY_ITSELF.iter().any(|own| path.starts_with(own))
}

#[test]
fn whoever_is_away_too_long_or_cannot_be_vouched_for_is_shut_out() {
    use Presence::{Gone, Here, Locked};
    for (is_shared, lock_min, away_s, stands) in [
        (false, 5, 299, Here),
        (false, 5, 300, Locked),
        (false, 5, i64::MAX, Locked),
        (false, 5, -1, Locked),
        (true, 0, 3_599, Here),
        (true, 0, 3_600, Gone),
        (true, 0, i64::MAX, Gone),
        (true, 5, 300, Locked),
        (true, 60, 3_600, Gone),
    ] {
        assert_eq!(judge(is_shared, lock_min, away_s), stands, "{is_shared} {lock_min} {away_s}");
    }
    assert!(
        is_by_itself("/p/abc/live")
            && is_by_itself("/support/ask/abc/now")
            && is_by_itself("/static/a.js")
            && is_by_itself("/back-in/unlock")
            && is_by_itself("/support/plan/kept/abc")
    );
    assert!(!is_by_itself("/support/plan") && !is_by_itself("/p/abc") && !is_by_itself("/you/awake"));
}
