//! The choice of a voice, what comes of sending with it, and why it may say no.

use crate::forum::threads::Kind;
use crate::http::Fields;
use crate::identity::aliases::Ending;
use crate::kernel::{self, PublicId};
use crate::policy::Viewer;

/// The field in which a form remembers that it asks whether words are to stay.
pub const ASKED: &str = "asked";

crate::text_enum! {
    /// Who the words are to come from.
    pub enum As {
        /// The member's own name.
        Name = "name",
        /// An alias of one thread: the one they have there, or a new one.
        Thread = "thread",
        /// The alias they keep in the group, or a new one to keep.
        Group = "group",
    }
}

/// To speak as an alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Never [`As::Name`].
    pub speaks: As,
    /// What happens to the words when the tie ends.
    pub ending: Ending,
    /// Words that seem to point to their writer were looked at once more, and are to stay.
    pub keeps: bool,
}

impl Wish {
    /// What a form asks for; none: their own name. `kind` is that of a new thread.
    #[must_use]
    pub fn read(fields: &Fields, kind: Option<Kind>) -> Option<Self> {
        Self::of(fields.one("as"), fields.one("ending"), fields.has("keep", "1"), kind)
    }

    /// The same from its parts. A setback goes with its tie unless its writer says otherwise.
    #[must_use]
    pub fn of(speaks: &str, ending: &str, keeps: bool, kind: Option<Kind>) -> Option<Self> {
        let speaks = As::parse(speaks).filter(|speaks| *speaks != As::Name)?;
        let usual = if kind == Some(Kind::Setback) { Ending::Delete } else { Ending::Keep };
        Some(Self { speaks, ending: Ending::parse(ending).unwrap_or(usual), keeps })
    }
}

/// Where words go.
#[derive(Debug, Clone)]
pub enum Spot {
    /// To a group, by its short name.
    Group(String),
    /// Into a thread.
    Thread(PublicId),
}

/// Whether somebody speaks as an alias.
#[must_use]
pub const fn is_alias(viewer: &Viewer) -> bool {
    matches!(viewer.person(), Some(person) if person.voice.is_some())
}

/// What came of sending words as an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent<T> {
    /// They stand.
    Up(T),
    /// They wait for a look. Somebody who may not speak here any more hears the same.
    Waits,
}

/// Why a voice may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The group has no aliases.
    #[error("this group does not use aliases")]
    Off,
    /// Came in less than a day ago.
    #[error("aliases are for later")]
    TooSoon,
    /// Something in the words may say who wrote them.
    #[error("these words may point to their writer")]
    Points,
    /// Kept words would lie here under the writer's name.
    #[error("words for an alias are not kept on the server")]
    NotKept,
    /// These words were kept under the writer's name.
    #[error("these words are in the writer's drafts")]
    FromDraft,
    /// An alias's words, and not one of the reader's as far as can be told.
    #[error("an alias wrote this")]
    NotYours,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Off => "aliases-off",
            Self::TooSoon => "alias-too-soon",
            Self::Points => "alias-points",
            Self::NotKept => "alias-not-kept",
            Self::FromDraft => "alias-from-draft",
            Self::NotYours => "alias-not-yours",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Off | Self::TooSoon => kernel::Kind::Conflict,
            Self::Points | Self::NotKept | Self::FromDraft => kernel::Kind::Invalid,
            Self::NotYours => kernel::Kind::NotAllowed,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Points => Some("body"),
            Self::Off | Self::TooSoon | Self::NotKept | Self::FromDraft => Some("as"),
            Self::NotYours => None,
        }
    }
}
