//! When somebody is asked how they are: pure, of a moment.

use serde::{Deserialize, Serialize};

use crate::kernel::{Moment, Week};
use crate::text_enum;

const HOUR_S: i64 = 3_600;
/// How long a question stands, at most: one that was not answered then does not become two.
const STANDS_S: i64 = 24 * HOUR_S;

text_enum! {
    /// How long after it somebody is asked.
    pub enum Time {
        /// Three hours.
        Hours = "hours",
        /// A day.
        Day = "day",
        /// Three days.
        Days = "days",
        /// A week.
        Week = "week",
    }
}

impl Time {
    const fn after_s(self) -> i64 {
        match self {
            Self::Hours => 3 * HOUR_S,
            Self::Day => 24 * HOUR_S,
            Self::Days => 72 * HOUR_S,
            Self::Week => 7 * 24 * HOUR_S,
        }
    }
}

/// What somebody asked for. Only their live session opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// When they asked for it.
    pub since: Moment,
    /// The latest time they put off.
    pub put_off: Option<Time>,
    /// The mark of the form they asked with, if it was one whose answer is a page: loading that anew sends it again.
    pub form: Option<String>,
}

impl Asking {
    /// From now on.
    #[must_use]
    pub const fn from(now: Moment) -> Self {
        Self { since: now, put_off: None, form: None }
    }

    /// The question that stands now.
    #[must_use]
    pub fn now(&self, now: Moment) -> Option<Time> {
        let gone_s = now.seconds_since(self.since);
        let time = Time::ALL.iter().copied().rfind(|time| time.after_s() <= gone_s)?;
        let is_open = gone_s < time.after_s() + STANDS_S;
        (is_open && self.put_off != Some(time)).then_some(time)
    }

    /// Whether nothing is asked any more.
    #[must_use]
    pub fn is_over(&self, now: Moment) -> bool {
        self.put_off == Some(Time::Week) || now >= self.until()
    }

    const fn until(&self) -> Moment {
        self.since.plus_s(Time::Week.after_s() + STANDS_S)
    }

    /// The week with whose end it is swept: no finer, so that the row does not say on which day it began.
    #[must_use]
    pub const fn week(&self) -> Week {
        self.until().week()
    }
}

#[test]
fn each_question_stands_for_a_day_at_most_and_nothing_is_asked_after_a_week() {
    let told = Moment(1_764_000_000_000);
    let asks = |hours: i64, asking: &Asking| asking.now(told.plus_s(hours * HOUR_S)).map(Time::code);
    let asking = Asking::from(told);
    for (hours, expected) in [
        (0, None),
        (2, None),
        (3, Some("hours")),
        (23, Some("hours")),
        (24, Some("day")),
        (47, Some("day")),
        (48, None),
        (72, Some("days")),
        (96, None),
        (168, Some("week")),
        (191, Some("week")),
        (192, None),
    ] {
        assert_eq!(asks(hours, &asking), expected, "after {hours} h");
    }
    let put_off = Asking { put_off: Some(Time::Day), ..asking };
    assert_eq!((asks(30, &put_off), asks(72, &put_off)), (None, Some("days")));
    assert!(!put_off.is_over(told.plus_s(191 * HOUR_S)) && put_off.is_over(told.plus_s(192 * HOUR_S)));
}
