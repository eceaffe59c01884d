//! A small circle for a day, and why it may say no.

use crate::kernel::{self, GroupId, Moment};

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

impl Shelter {
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
            Self::Unchosen => "small-unchosen",
            Self::Over => "small-over",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Unchosen => kernel::Kind::Invalid,
            Self::Small { .. } | Self::Over => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Small { .. } | Self::Unchosen => Some("group"),
            Self::Over => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Small { group } => vec![("group", group.clone())],
            Self::Unchosen | Self::Over => Vec::new(),
        }
    }
}
