//! A small circle for a day, and why it may say no.

use crate::kernel::{self, Day, GroupId, Moment};

/// Seconds for which it holds.
pub(super) const HOLDS_S: i64 = 86_400;
/// Milliseconds of an hour.
pub(super) const HOUR_MS: i64 = 3_600_000;

/// Somebody's small circle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelter {
    /// The group that reads what they say.
    pub group: GroupId,
    /// Its short name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Until when.
    pub until: Moment,
}

/// A line of one's own to look back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub at: String,
    /// A thread's title, or how an answer begins.
    pub words: String,
    /// The day it was said.
    pub on: Day,
}

impl Shelter {
    /// The day it was begun, or begun anew.
    #[must_use]
    pub fn began(&self) -> Day {
        self.until.plus_s(-HOLDS_S).day()
    }

    /// Hours for which it still holds, a begun one whole.
    #[must_use]
    pub const fn hours(&self, now: Moment) -> i64 {
        let left = self.until.0 - now.0;
        if left <= 0 { 0 } else { (left - 1) / HOUR_MS + 1 }
    }

    /// Whether it holds now; otherwise it waits to be looked back on.
    #[must_use]
    pub const fn holds(&self, now: Moment) -> bool {
        now.0 < self.until.0
    }
}

/// Why a small circle may say no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What they say goes to their circle today, and this would go further.
    #[error("today what you say goes to one group alone")]
    Small {
        /// Its title.
        group: String,
    },
    /// What they say goes to their circle today, and others read this thread of its group as well.
    #[error("others than the group read this thread")]
    Wider {
        /// Its title.
        group: String,
    },
    /// No group was chosen.
    #[error("choose a group")]
    Unchosen,
    /// There is none to keep.
    #[error("there is no small circle to keep")]
    Over,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Small { .. } => "small-circle",
            Self::Wider { .. } => "small-circle-wider",
            Self::Unchosen => "small-unchosen",
            Self::Over => "small-over",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Unchosen => kernel::Kind::Invalid,
            Self::Small { .. } | Self::Wider { .. } | Self::Over => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Small { .. } | Self::Unchosen => Some("group"),
            Self::Wider { .. } => Some("body"),
            Self::Over => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Small { group } | Self::Wider { group } => vec![("group", group.clone())],
            Self::Unchosen | Self::Over => Vec::new(),
        }
    }
}
