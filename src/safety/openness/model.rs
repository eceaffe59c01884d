//! What is counted, and what of it is told.

use std::collections::BTreeMap;

use crate::kernel::{self, Day, Month};
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
    /// Kinds that happened fewer than ten times each, together; none: these are fewer than ten as well.
    pub other: Option<i64>,
    /// What was decided, day by day, where that makes no small figure.
    pub days: Vec<ByDay>,
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
        is_counted
            || self.other.is_some()
            || !self.told.is_empty()
            || !self.done.is_empty()
            || !self.why.is_empty()
    }
}

/// One kind of what was decided in a month, day by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByDay {
    /// Which; none: those that happened fewer than ten times each, together.
    pub kind: Option<Verb>,
    /// The days of the month, each in one stretch.
    pub stretches: Vec<Stretch>,
}

/// Some days on end, and how often something happened on them: ten times, or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first of them.
    pub from: Day,
    /// The last of them.
    pub to: Day,
    /// How often.
    pub n: i64,
}

/// The days of a month in stretches as short as may be told. A stretch is cut in its middle, and only where both parts can be
/// told: so no part is what is left of a sum, and where it is cut says of no day that something happened on it.
pub(super) fn stretches(days: &BTreeMap<Day, i64>, month: Month) -> Vec<Stretch> {
    let mut all = Vec::new();
    cut(days, (month.first(), Month(month.0 + 1).first()), &mut all);
    all
}

fn cut(days: &BTreeMap<Day, i64>, (from, before): (Day, Day), into: &mut Vec<Stretch>) {
    let sum = |from: Day, before: Day| days.range(from..before).map(|(_, n)| n).sum::<i64>();
    let middle = from.plus((before.0 - from.0) / 2);
    if told(sum(from, middle)).and(told(sum(middle, before))).is_some() {
        cut(days, (from, middle), into);
        cut(days, (middle, before), into);
    } else {
        into.push(Stretch { from, to: before.plus(-1), n: sum(from, before) });
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

#[test]
fn a_month_is_cut_where_both_parts_are_ten_or_more_and_no_day_is_left_out() {
    let month = Month(24_000);
    let first = month.first();
    let check = |counts: &[(i64, i64)], expected: &[(i64, i64, i64)]| {
        let days = counts.iter().map(|(day, n)| (first.plus(day - 1), *n)).collect();
        let seen = stretches(&days, month);
        let seen = seen.iter().map(|each| (each.from.0 - first.0 + 1, each.to.0 - first.0 + 1, each.n));
        assert_eq!(seen.collect::<Vec<_>>(), expected, "{counts:?}");
    };
    // January 2000 has 31 days, so it is cut after the fifteenth.
    check(&[(1, 10)], &[(1, 31, 10)]);
    check(&[(3, 40), (20, 9)], &[(1, 31, 49)]);
    check(&[(3, 10), (20, 10)], &[(1, 15, 10), (16, 31, 10)]);
    check(
        &[(1, 10), (2, 10), (3, 10), (4, 10), (8, 12), (16, 10)],
        &[(1, 1, 10), (2, 2, 10), (3, 3, 10), (4, 7, 10), (8, 15, 12), (16, 31, 10)],
    );
    check(&[(15, 9), (16, 9)], &[(1, 31, 18)]);
}
