//! What hosts see of members: a name, where they stand, and weeks. Nothing more.

use crate::kernel::{AccountId, Day, FaceId, Kind, Week};
use crate::policy::Rank;

crate::text_enum! {
    /// Where an account stands.
    pub enum State {
        /// In.
        Open = "open",
        /// Asked, and waits for a yes.
        Waiting = "waiting",
        /// Out for a while.
        Paused = "paused",
        /// Out.
        Closed = "closed",
        /// Going by themself, on a day to come.
        Leaving = "leaving",
    }
}

/// One member, as the list of hosts shows them.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct Resident {
    /// Never shown.
    pub account: AccountId,
    /// Never shown.
    pub face: FaceId,
    /// Their name.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
    /// What they may do.
    pub rank: Rank,
    /// Where they stand.
    pub state: State,
    /// Why, in a host's words.
    pub reason: String,
    /// The day a pause ends.
    pub until: Option<Day>,
    /// The week they came in.
    pub joined: Week,
}

/// Somebody who asked to come in.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct Asked {
    /// Their name.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
    /// What they wrote.
    pub words: String,
    /// The week they asked.
    pub week: Week,
}

/// Why a change of standing may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One does not pause or close oneself here.
    #[error("not yourself: leaving is under You")]
    Yourself,
    /// Somebody is worried about them: two people decide, from a case.
    #[error("somebody is worried about them: two people decide this, from a case")]
    TakesTwo,
    /// A pause that is over before it begins.
    #[error("a pause ends on a day to come")]
    Past,
    /// Not a day.
    #[error("a day such as 2026-12-24")]
    Day,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Yourself => "not-yourself",
            Self::TakesTwo => "takes-two",
            Self::Past => "pause-in-the-past",
            Self::Day => "day-unknown",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Yourself | Self::TakesTwo => Kind::Conflict,
            Self::Past | Self::Day => Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Yourself | Self::TakesTwo => None,
            Self::Past | Self::Day => Some("until"),
        }
    }
}
