//! How somebody is: what a check-in holds, and why one may not be kept.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::kernel::{self, Bounded, BuddyId, Day, GroupId, Moment, Zone};
use crate::keys::Field;
use crate::text_enum;

/// One line of somebody's day, an intention, or a promise.
pub type Line = Bounded<0, 200, false>;
/// What somebody says of a day when it is over.
pub type LookBack = Bounded<0, 1000, true>;

/// The strongest urge.
pub const URGE_MAX: i64 = 10;

text_enum! {
    /// How a day is, as weather.
    pub enum Weather {
        /// Sun.
        Good = "good",
        /// Sun and some cloud.
        Okay = "okay",
        /// Cloud.
        Mixed = "mixed",
        /// Rain.
        Hard = "hard",
        /// A storm.
        VeryHard = "very-hard",
    }
}

text_enum! {
    /// What a body or a heart may lack.
    pub enum Halt {
        /// Food.
        Hungry = "hungry",
        /// Peace.
        Angry = "angry",
        /// Company.
        Lonely = "lonely",
        /// Sleep.
        Tired = "tired",
    }
}

text_enum! {
    /// How yesterday's intention went.
    pub enum Went {
        /// As meant.
        Well = "well",
        /// In part.
        Partly = "partly",
        /// Not this time.
        Another = "another",
    }
}

impl Weather {
    /// The drawing beside its word.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Good => "sun",
            Self::Okay => "fair",
            Self::Mixed => "cloud",
            Self::Hard => "rain",
            Self::VeryHard => "storm",
        }
    }

    /// Its place in a drawing: 0 is the top.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|each| *each == self).unwrap_or_default()
    }
}

/// One day. Only its member's live session opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The day, by the member's own clock.
    pub day: Day,
    /// The name of the zone of that clock.
    pub zone: String,
    /// How it is.
    pub weather: Weather,
    /// How strong the urge is, from 0 to 10; none: not said.
    pub urge: Option<i64>,
    /// What they lack.
    pub halt: Vec<Halt>,
    /// One line; may be empty, as all that follow.
    pub line: String,
    /// What they mean to do.
    pub intention: String,
    /// A promise in their own words, and whether it was given for this day.
    pub pledge: String,
    /// See `pledge`.
    pub is_pledged: bool,
    /// How the intention of the day before went.
    pub went: Option<Went>,
    /// What they said when the day was over.
    pub look_back: String,
    /// The group that reads weather and line.
    pub group: Option<GroupId>,
    /// The buddy who does, as long as they do: it stands beside the seal, so that it goes with the two.
    #[serde(skip)]
    pub buddy: Option<BuddyId>,
    /// Whether it stands in the daily circle, as long as that is read: likewise beside the seal.
    #[serde(skip)]
    pub in_circle: bool,
}

/// Which day somebody speaks of. The page they write on stays about the day it was opened on, however late it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The day it was at a moment, by the clock that is sent along.
    Then(Moment),
    /// The day before that.
    Before(Moment),
    /// This one.
    Day(Day),
}

/// How somebody says they are.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Which day it is about.
    pub about: About,
    /// Where their clock stands.
    pub zone: Zone,
    /// How it is.
    pub weather: Weather,
    /// How strong the urge is.
    pub urge: Option<i64>,
    /// What they lack.
    pub halt: Vec<Halt>,
    /// One line.
    pub line: Line,
    /// What they mean to do.
    pub intention: Line,
    /// A promise, and whether it is given.
    pub pledge: (Line, bool),
    /// How the intention of the day before went.
    pub went: Option<Went>,
    /// What they say when the day is over.
    pub look_back: LookBack,
    /// The short name of the group that is to read weather and line.
    pub group: Option<String>,
    /// The buddy who is to, by the writer's own side of the two.
    pub buddy: Option<BuddyId>,
    /// Whether the daily circle is to.
    pub in_circle: bool,
}

/// What a buddy is told of a day, sealed by the ring.
#[derive(Debug)]
pub enum ToldHeld {}

impl Field for ToldHeld {
    const NAME: &'static str = "checkin_told.sealed";
}

/// What a buddy reads of somebody's day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The day, by the clock of whoever tells.
    pub day: Day,
    /// How it is.
    pub weather: Weather,
    /// One line; may be empty.
    pub line: String,
}

/// What a group reads of somebody's day.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Shared {
    /// Who.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
    /// How it is.
    pub weather: Weather,
    /// One line; may be empty.
    pub line: String,
    /// The day it was shared.
    pub told_on: Day,
}

/// Why a check-in may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No weather was chosen.
    #[error("how the day is was not chosen")]
    Weather,
    /// No such urge.
    #[error("an urge is from 0 to 10")]
    Urge,
    /// The day has not come yet.
    #[error("that day is still to come")]
    Early,
    /// The day is over for longer than it can be written.
    #[error("that day can be read, and no longer written")]
    Over,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Weather => "checkin-weather",
            Self::Urge => "checkin-urge",
            Self::Early => "checkin-early",
            Self::Over => "checkin-over",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Weather | Self::Urge | Self::Early => kernel::Kind::Invalid,
            Self::Over => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Weather => Some("weather"),
            Self::Urge => Some("urge"),
            Self::Early => Some("date"),
            Self::Over => None,
        }
    }
}
