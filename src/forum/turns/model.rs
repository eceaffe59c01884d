//! Turns, rests, and the words that are handed over.

use diesel::prelude::*;

use crate::db::schema::{face, membership};
use crate::kernel::{self, Bounded, Day, FaceId};
use crate::policy::Role;

/// What is left for whoever comes next: up to 4,000 letters of Markdown; may be empty.
pub type Words = Bounded<0, 4_000, true>;

/// Days before the end of a turn at which it is told.
pub const TOLD_DAYS: i64 = 7;

crate::text_enum! {
    /// How long a turn is.
    pub enum Length {
        /// Four weeks.
        Month = "month",
        /// Thirteen weeks.
        Quarter = "quarter",
        /// Twenty-six weeks.
        Half = "half",
        /// Fifty-two weeks.
        Year = "year",
        /// Until somebody says otherwise.
        Open = "open",
    }
}

impl Length {
    /// Days of such a turn; none: without an end.
    #[must_use]
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::Month => Some(4 * 7),
            Self::Quarter => Some(13 * 7),
            Self::Half => Some(26 * 7),
            Self::Year => Some(52 * 7),
            Self::Open => None,
        }
    }
}

crate::text_enum! {
    /// How long somebody rests: from a part in a group, or on a break from all of it.
    pub enum Rest {
        /// A whole day, whatever the hour at which it began.
        Day = "day",
        /// A week.
        Week = "week",
        /// Two weeks.
        Fortnight = "fortnight",
        /// Four weeks.
        Month = "month",
    }
}

impl Rest {
    /// Days of such a rest.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Day => 2,
            Self::Week => 7,
            Self::Fortnight => 14,
            Self::Month => 28,
        }
    }
}

/// Somebody's turn in a group, with their name.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = membership)]
pub struct Place {
    /// Who.
    pub face_id: FaceId,
    /// What they do there now.
    pub role: Role,
    /// The day their turn ends; none: without an end.
    pub turn_until: Option<Day>,
    /// What they come back to after a rest; empty: they do not rest.
    rests_as: String,
    /// The day their rest ends; none: they do not rest.
    pub rests_until: Option<Day>,
    /// Their name.
    #[diesel(select_expression = face::name)]
    pub name: String,
}

impl Place {
    /// What they come back to after a rest; none: they do not rest.
    #[must_use]
    pub fn rests_as(&self) -> Option<Role> {
        Role::parse(&self.rests_as)
    }

    /// What they do there, or come back to.
    #[must_use]
    pub fn part(&self) -> Role {
        self.rests_as().unwrap_or(self.role)
    }
}

/// What those who serve in a group left for whoever comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The words, as Markdown.
    pub words: String,
    /// The day they were written.
    pub written_on: Day,
    /// Who wrote them last; none: they are gone.
    pub by: Option<String>,
}

/// Why a turn may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No length was chosen.
    #[error("no length of a turn was chosen")]
    LengthUnchosen,
    /// No rest was chosen.
    #[error("no length of a rest was chosen")]
    RestUnchosen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::LengthUnchosen => "turn-unchosen",
            Self::RestUnchosen => "rest-unchosen",
        }
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::LengthUnchosen => Some("turn"),
            Self::RestUnchosen => Some("rest"),
        }
    }
}
