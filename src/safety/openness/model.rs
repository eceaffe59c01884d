//! What is counted, and what of it is told.

use crate::kernel::{self, Month};
use crate::safety::actions::Verb;
use crate::safety::reports::Reason;

/// The least that is said in figures: fewer could point at somebody.
pub const LEAST: i64 = 10;

crate::text_enum! {
    /// Who may read it.
    pub enum Readers {
        /// Everybody who comes by.
        Everyone = "everyone",
        /// Those signed in.
        Members = "members",
    }
}

crate::text_enum! {
    /// How many of the things people told were decided by the day after.
    pub enum Pace {
        /// Nine in ten, or more.
        Nearly = "nearly",
        /// Half, or more.
        Most = "most",
        /// Fewer.
        Fewer = "fewer",
    }
}

impl Pace {
    /// Of so many in time, out of all; none: too few to tell.
    #[must_use]
    pub const fn of(in_time: i64, all: i64) -> Option<Self> {
        if all < LEAST {
            return None;
        }
        let percent = (in_time * 100).div_euclid(all);
        Some(match percent {
            90.. => Self::Nearly,
            50.. => Self::Most,
            _ => Self::Fewer,
        })
    }
}

/// One month that is over. Whatever is not in it happened fewer than ten times, or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Which.
    pub month: Month,
    /// What people told of, by the gravest reason of each thing.
    pub told: Vec<(Reason, i64)>,
    /// How soon that was decided.
    pub pace: Option<Pace>,
    /// What was decided.
    pub done: Vec<(Verb, i64)>,
    /// What it was about where whole communities were decided about: the code of a reason, or `list`.
    pub why: Vec<(String, i64)>,
    /// How often somebody answered a decision.
    pub answered: Option<i64>,
    /// How often it was taken back then.
    pub taken_back: Option<i64>,
}

impl Counts {
    /// Whether there is anything to tell.
    #[must_use]
    pub fn has_any(&self) -> bool {
        let is_counted = self.answered.is_some() || self.taken_back.is_some() || self.pace.is_some();
        is_counted || !self.told.is_empty() || !self.done.is_empty() || !self.why.is_empty()
    }
}

/// A number, if it may be told.
#[must_use]
pub fn told(n: i64) -> Option<i64> {
    (n >= LEAST).then_some(n)
}

/// Why what a host sets may not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Neither everybody nor members.
    #[error("everyone or members")]
    Unchosen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "openness-unchosen"
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("readers")
    }
}

#[test]
fn nine_are_not_told_and_ten_are() {
    assert_eq!((told(9), told(10)), (None, Some(10)));
    assert_eq!(
        (Pace::of(9, 9), Pace::of(9, 10), Pace::of(5, 10)),
        (None, Some(Pace::Nearly), Some(Pace::Most))
    );
    assert_eq!(Pace::of(4, 10), Some(Pace::Fewer));
}
