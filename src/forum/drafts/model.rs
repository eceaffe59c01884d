//! Drafts, and why one may not be kept.

use crate::kernel::{self, Day, PublicId};

crate::id! {
    /// A draft. Random, 53 bits: it belongs to a member's private side.
    DraftId;
}

/// What the words are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A new thread.
    Share,
    /// A reply in a thread.
    Reply(PublicId),
}

impl Place {
    /// As stored: `share`, or `reply:<thread>`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Share => "share".to_owned(),
            Self::Reply(thread) => format!("reply:{thread}"),
        }
    }

    /// Reads what [`Place::key`] wrote.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code.strip_prefix("reply:") {
            Some(thread) => PublicId::parse(thread).map(Self::Reply),
            None => (code == "share").then_some(Self::Share),
        }
    }
}

/// Words to keep.
#[derive(Clone)]
pub struct Keep {
    /// What they are for.
    pub place: Place,
    /// The form as typed.
    pub fields: Vec<(String, String)>,
    /// The draft they go on from, if one.
    pub id: Option<DraftId>,
    /// The form's own mark: a second press keeps one draft.
    pub once: Option<String>,
}

/// Words that were kept.
#[derive(Clone)]
pub struct Kept {
    /// Its id.
    pub id: DraftId,
    /// What they are for.
    pub place: Place,
    /// The form as typed.
    pub fields: Vec<(String, String)>,
    /// The day they were kept.
    pub saved_on: Day,
}

impl Kept {
    /// One field, empty if it was not there.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The page on which the words can go on.
    #[must_use]
    pub fn url(&self) -> String {
        match &self.place {
            Place::Share => format!("/share?draft={}", self.id),
            Place::Reply(thread) => format!("/p/{thread}/reply?draft={}", self.id),
        }
    }

    /// The beginning of the words.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let title = self.field("title").trim();
        kernel::text::excerpt(if title.is_empty() { self.field("body") } else { title }, 80)
    }
}

/// Why a draft may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing was written.
    #[error("nothing is written here yet")]
    Empty,
    /// More drafts than are kept for one member.
    #[error("there are as many drafts as we keep for one member")]
    TooMany,
    /// Longer than any post may be.
    #[error("these words are longer than a draft may be")]
    TooLong,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "draft-empty",
            Self::TooMany => "drafts-too-many",
            Self::TooLong => "draft-too-long",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Empty | Self::TooLong => kernel::Kind::Invalid,
            Self::TooMany => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty | Self::TooLong => Some("body"),
            Self::TooMany => None,
        }
    }
}
