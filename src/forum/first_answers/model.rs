//! Until when people who answer first go before others. In memory alone: no row says when words were said, and a restart
//! lets everybody answer.

use crate::identity::brief::Brief;
use crate::kernel::{self, Moment, ThreadId};

/// Minutes that a group may choose at most.
const MOST: i64 = 120;

/// Threads in which some go before others, and until when.
pub struct Firsts(Brief<ThreadId, Moment>);

impl Default for Firsts {
    fn default() -> Self {
        Self(Brief::lasting_s(MOST * 60))
    }
}

impl Firsts {
    /// For so many minutes some go before others.
    pub fn begin(&self, thread: ThreadId, minutes: i64, now: Moment) {
        if minutes > 0 {
            self.0.put(thread, now.plus_s(minutes.min(MOST) * 60), now);
        }
    }

    /// Everybody may answer from now on.
    pub fn end(&self, thread: ThreadId, now: Moment) {
        self.0.take(&thread, now);
    }

    /// Minutes until everybody may answer; 0: they may.
    #[must_use]
    pub fn left(&self, thread: ThreadId, now: Moment) -> i64 {
        let until = self.0.peek(&thread, now);
        until.map_or(0, |until| until.seconds_since(now).saturating_add(59).div_euclid(60).max(0))
    }
}

/// What a page says of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wait {
    /// Minutes until everybody may answer; 0: they may.
    pub minutes: i64,
    /// Whether the reader is one of those who go before others.
    pub is_first: bool,
    /// Whether the reader wrote the thread.
    pub is_own: bool,
}

impl Wait {
    /// Whether the reader is to wait.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.minutes > 0 && !self.is_first && !self.is_own
    }
}

/// Why an answer waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Others go first.
    #[error("people who answer first are on the way")]
    OnTheWay {
        /// Minutes until everybody may answer.
        minutes: i64,
    },
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "firsts-on-the-way"
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Conflict
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let Self::OnTheWay { minutes } = self;
        vec![("minutes", minutes.to_string())]
    }
}

#[test]
fn it_ends_by_the_clock_and_by_a_word() {
    let (firsts, at) = (Firsts::default(), |second| Moment(0).plus_s(second));
    assert_eq!(firsts.left(ThreadId(1), at(0)), 0);
    firsts.begin(ThreadId(1), 30, at(0));
    firsts.begin(ThreadId(2), 0, at(0));
    assert_eq!((firsts.left(ThreadId(1), at(61)), firsts.left(ThreadId(2), at(1))), (29, 0));
    assert_eq!(firsts.left(ThreadId(1), at(30 * 60)), 0);
    firsts.begin(ThreadId(3), 30, at(0));
    firsts.end(ThreadId(3), at(1));
    assert_eq!(firsts.left(ThreadId(3), at(2)), 0);
}
