//! Pauses and closings, and why one may say no.

use crate::identity::aliases::{Appeal, Own};
use crate::kernel::{self, Bounded};

/// A sentence for an alias: one line.
pub type Sentence = Bounded<3, 280, false>;

/// Days an alias may be paused.
pub const DAYS: std::ops::RangeInclusive<i64> = 1..=30;
/// Weeks a person may be turned away.
pub const WEEKS: std::ops::RangeInclusive<i64> = 1..=52;

/// The person behind an alias, who is turned away without anybody learning who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// For so many weeks.
    pub weeks: i64,
    /// The alias itself is closed at once; otherwise with the person, within the hour.
    pub is_urgent: bool,
}

/// What is done about an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// It may not speak for so many days.
    Pause(i64),
    /// It may not speak any more.
    Close,
    /// Nor may the person behind it, as any alias in this group.
    ClosePerson(Person),
    /// It may speak again; and so may the person.
    Lift(Option<String>),
}

/// An alias as those who look after a group see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The alias.
    pub own: Own,
    /// What it answered, if it did.
    pub appeal: Option<Appeal>,
    /// Whether that waits for this viewer: they did not decide, or nobody else is there.
    pub may_answer: bool,
}

/// Why this may not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A pause has so many days.
    #[error("a pause has 1 to 30 days")]
    Days,
    /// It has so many weeks.
    #[error("1 to 52 weeks")]
    Weeks,
    /// Somebody is worried about it: two people decide, from a case.
    #[error("somebody is worried about this alias: two people decide this, from a case")]
    TakesTwo,
    /// They decided it: somebody else answers.
    #[error("you decided this, so somebody else answers")]
    Decider,
    /// None of the things that can be done.
    #[error("choose what to do")]
    Unchosen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Days => "alias-days",
            Self::Weeks => "alias-weeks",
            Self::TakesTwo => "alias-takes-two",
            Self::Decider => "alias-decider",
            Self::Unchosen => "alias-act",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::TakesTwo | Self::Decider => kernel::Kind::Conflict,
            Self::Days | Self::Weeks | Self::Unchosen => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Days => Some("days"),
            Self::Weeks => Some("weeks"),
            Self::Unchosen | Self::TakesTwo => Some("act"),
            Self::Decider => None,
        }
    }
}
