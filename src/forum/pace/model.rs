//! How much somebody takes on, and breaks.

use diesel::prelude::*;

use crate::db::schema::pace;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::turns::Rest;
use crate::kernel::{self, Day, FaceId};

/// As many cases as anybody may say.
const MOST: std::ops::RangeInclusive<i64> = 1..=50;

/// A number of cases, 1 to 50; or no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap(Option<i64>);

impl Cap {
    /// No end.
    pub const NONE: Self = Self(None);

    /// Checks a number.
    ///
    /// # Errors
    /// `pace-number`.
    pub fn of(most: Option<i64>) -> Result<Self, Refusal> {
        match most {
            Some(most) if !MOST.contains(&most) => Err(Refusal::Number),
            most => Ok(Self(most)),
        }
    }

    /// Reads what was typed; nothing: no end.
    ///
    /// # Errors
    /// `pace-number`.
    pub fn parse(typed: &str) -> Result<Self, Refusal> {
        match typed.trim() {
            "" => Ok(Self::NONE),
            typed => Self::of(Some(typed.parse().map_err(|_| Refusal::Number)?)),
        }
    }

    /// The number; none: no end.
    #[must_use]
    pub const fn most(self) -> Option<i64> {
        self.0
    }

    /// The lower of two.
    #[must_use]
    pub fn or_less(self, other: Self) -> Self {
        Self([self.0, other.0].into_iter().flatten().min())
    }

    /// Whether so many are as many as that.
    #[must_use]
    pub fn is_reached(self, count: usize) -> bool {
        self.0.is_some_and(|most| i64::try_from(count).is_ok_and(|count| count >= most))
    }
}

/// How many cases: on one day, and in one's hands at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// On one day.
    pub a_day: Cap,
    /// At a time.
    pub at_once: Cap,
}

impl Limits {
    /// No end of either.
    pub const NONE: Self = Self { a_day: Cap::NONE, at_once: Cap::NONE };

    /// The lower of two, each.
    #[must_use]
    pub fn or_less(self, other: Self) -> Self {
        Self { a_day: self.a_day.or_less(other.a_day), at_once: self.at_once.or_less(other.at_once) }
    }
}

/// What somebody chose, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = pace)]
pub struct Pace {
    /// Who.
    pub face_id: FaceId,
    a_day: Option<i64>,
    at_once: Option<i64>,
    /// Whether what was told of lies behind a line until they open it.
    pub folds: bool,
    is_away: bool,
    back_on: Option<Day>,
}

impl Pace {
    /// Of somebody who chose nothing: as it comes, and folded.
    #[must_use]
    pub const fn usual(face_id: FaceId) -> Self {
        Self { face_id, a_day: None, at_once: None, folds: true, is_away: false, back_on: None }
    }

    /// How much they take on.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        Limits { a_day: Cap(self.a_day), at_once: Cap(self.at_once) }
    }

    /// Their break, if they are on one.
    #[must_use]
    pub fn away(&self, today: Day) -> Option<Break> {
        let is_over = self.back_on.is_some_and(|day| day <= today);
        (self.is_away && !is_over).then_some(Break { back_on: self.back_on })
    }
}

/// A break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The day it ends by itself; none: when they say so.
    pub back_on: Option<Day>,
}

impl Break {
    /// What they come back by, when they do not say so before.
    #[must_use]
    pub fn of(rest: Option<Rest>, today: Day) -> Self {
        Self { back_on: rest.map(|rest| today.plus(rest.days())) }
    }
}

/// Whether these notes say that words are hard to read: how something was done, violence, self-harm.
#[must_use]
pub fn is_hard(notes: &Notes) -> bool {
    let is_one = |note: &ContentNote| {
        matches!(
            note,
            ContentNote::Method
                | ContentNote::Overdose
                | ContentNote::SelfHarm
                | ContentNote::Suicide
                | ContentNote::SexualViolence
                | ContentNote::Abuse
        )
    };
    notes.labels.iter().any(is_one)
}

/// Why a pace may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No number of cases.
    #[error("a number from 1 to 50, or nothing")]
    Number,
    /// As many as they take on in a day.
    #[error("as many as they take on in a day")]
    Enough,
    /// As many as they take on at a time.
    #[error("as many as they take on at a time")]
    HandsFull,
    /// They are on a break.
    #[error("they are on a break")]
    Away,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Number => "pace-number",
            Self::Enough => "pace-enough",
            Self::HandsFull => "pace-hands-full",
            Self::Away => "pace-away",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Number => kernel::Kind::Invalid,
            Self::Enough | Self::HandsFull | Self::Away => kernel::Kind::Conflict,
        }
    }
}

#[test]
fn a_cap_is_a_number_or_nothing_and_the_lower_of_two_holds() {
    assert_eq!(Cap::parse(" "), Ok(Cap::NONE));
    assert_eq!(Cap::parse("3").map(Cap::most), Ok(Some(3)));
    for wrong in ["0", "51", "-1", "three", "99999999999999999999"] {
        assert_eq!(Cap::parse(wrong), Err(Refusal::Number), "{wrong}");
    }
    let (three, five) = (Cap(Some(3)), Cap(Some(5)));
    assert_eq!(
        (five.or_less(three), Cap::NONE.or_less(five), Cap::NONE.or_less(Cap::NONE)),
        (three, five, Cap::NONE)
    );
    assert!(three.is_reached(3) && !three.is_reached(2) && !Cap::NONE.is_reached(1_000));
}

#[test]
fn a_break_ends_on_its_day_or_when_they_say_so() {
    let usual = Pace::usual(FaceId(1));
    assert_eq!(usual.away(Day(10)), None);
    let open = Pace { is_away: true, ..usual.clone() };
    assert_eq!(open.away(Day(9_999)), Some(Break { back_on: None }));
    let day = Pace { back_on: Some(Day(11)), ..open };
    assert_eq!((day.away(Day(10)).is_some(), day.away(Day(11))), (true, None));
}
