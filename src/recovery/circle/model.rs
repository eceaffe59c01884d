//! The daily circle: who hosts a week, what they say, what others read of a check-in, and why it may say no.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::circle_week;
use crate::forum::threads::Author;
use crate::kernel::{self, Bounded, Day, FaceId, Week};
use crate::keys::Field;
use crate::recovery::checkins::Weather;
use crate::text_enum;

/// The field of a check-in that the circle reads.
pub const LINE: &str = "line";

/// What the host of the week says to everybody; empty: it is taken back.
pub type Greeting = Bounded<0, 500, true>;

text_enum! {
    /// Which week is to be hosted.
    pub enum Which {
        /// The one that goes on.
        This = "this",
        /// The one after.
        Next = "next",
    }
}

impl Which {
    /// The week it is, seen from a day.
    #[must_use]
    pub fn week(self, today: Day) -> Week {
        match self {
            Self::This => today.week(),
            Self::Next => today.plus(7).week(),
        }
    }
}

text_enum! {
    /// What of a day's circle is told of.
    pub enum Part {
        /// Somebody's line.
        Line = "line",
        /// What was said at its top.
        Greeting = "greeting",
    }
}

/// What somebody said in a circle, as addresses name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// Which part.
    pub part: Part,
    /// By whom.
    pub name: String,
    /// Whether in that of the day before.
    pub is_yesterday: bool,
}

/// A week that somebody hosts, or was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = circle_week)]
pub struct Hosting {
    /// Which.
    pub week: Week,
    /// Who.
    pub face_id: FaceId,
    /// Whether they said yes.
    pub is_agreed: bool,
    /// Who asked them, as long as they have not said yes.
    pub asked_by: Option<FaceId>,
    /// Whether they said no. Whoever asked sees no difference.
    pub is_let_go: bool,
}

impl Hosting {
    /// Whether somebody is asked for it who can still say.
    #[must_use]
    pub const fn waits(&self) -> bool {
        !self.is_agreed && !self.is_let_go
    }
}

/// What a circle reads of a check-in, sealed by the ring.
#[derive(Debug)]
pub enum LineHeld {}

impl Field for LineHeld {
    const NAME: &'static str = "circle_line.sealed";
}

/// What lies under the seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::recovery::circle) struct Words {
    pub weather: Weather,
    pub line: String,
}

/// How somebody in the circle is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub by: Author,
    /// How it is; none: the key is not here.
    pub weather: Option<Weather>,
    /// One line; may be empty.
    pub said: String,
    /// The key of what stands on the fold over it, for whoever reads; none: it is open.
    pub fold: Option<&'static str>,
    /// Whether it is the reader's own.
    pub is_own: bool,
}

/// Why the circle may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody hosts that week, or was asked to.
    #[error("that week has somebody, or somebody is asked")]
    Taken,
    /// Their week goes on; the next is for somebody else until it begins.
    #[error("the next week is for somebody else first")]
    Yours,
    /// It is for whoever hosts this week.
    #[error("for whoever hosts this week")]
    HostOnly,
    /// Nobody of this name can be asked now, whyever.
    #[error("nobody of this name can be asked for that week")]
    NotAskable,
    /// Nothing was asked of them.
    #[error("you were not asked")]
    NotAsked,
    /// They came lately.
    #[error("for people who have been here for some days")]
    TooNew,
    /// They are paused somewhere.
    #[error("not while you are paused somewhere")]
    Paused,
    /// Links wait in somebody's first days.
    #[error("links open after the first days")]
    Links {
        /// The field that holds it.
        field: &'static str,
    },
    /// Somebody would look at these words first, and a circle has no place to wait in.
    #[error("somebody would look at these words first, and the circle cannot wait")]
    Waits {
        /// The field that holds them.
        field: &'static str,
    },
    /// Not known what was chosen.
    #[error("choose one of these")]
    Unknown,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Taken => "circle-taken",
            Self::Yours => "circle-yours",
            Self::HostOnly => "circle-host-only",
            Self::NotAskable => "circle-not-askable",
            Self::NotAsked => "circle-not-asked",
            Self::TooNew => "circle-too-new",
            Self::Paused => "circle-paused",
            Self::Links { field: LINE } => "circle-links",
            Self::Waits { field: LINE } => "circle-waits",
            Self::Links { .. } => "circle-greeting-links",
            Self::Waits { .. } => "circle-greeting-waits",
            Self::Unknown => "circle-unknown",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Taken | Self::Yours | Self::HostOnly | Self::NotAsked | Self::TooNew | Self::Paused => {
                kernel::Kind::Conflict
            }
            Self::NotAskable | Self::Links { .. } | Self::Waits { .. } | Self::Unknown => {
                kernel::Kind::Invalid
            }
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotAskable => Some("name"),
            Self::Links { field } | Self::Waits { field } => Some(field),
            _ => None,
        }
    }
}
