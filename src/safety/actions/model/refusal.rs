//! Why deciding may say no.

use crate::kernel;

/// Why a decision may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of several was chosen.
    #[error("choose at least one of them")]
    Unpicked,
    /// More than are decided at once.
    #[error("at most 50 are decided at once")]
    TooMany,
    /// None of the things that can be done about this.
    #[error("choose what to do about this")]
    Unchosen,
    /// A pause has so many days.
    #[error("a pause has 1 to 90 days")]
    Days,
    /// Words are folded behind a note.
    #[error("choose the note these words are folded behind")]
    NoteMissing,
    /// A label says whom somebody works for.
    #[error("say what sort of business it is, and which")]
    LabelMissing,
    /// Somebody else looks at it.
    #[error("somebody else is looking at this")]
    Taken,
    /// It was decided meanwhile.
    #[error("this was decided meanwhile")]
    Decided,
    /// One person decided it; the second is to be somebody else.
    #[error("a second person decides this with you")]
    SecondPerson,
    /// Somebody is worried about whoever it meets: each step is put by itself.
    #[error("somebody is worried about them: each step by itself")]
    ByItself,
    /// It is about the only ones who look after the whole community.
    #[error("nobody who looks after the community could read this")]
    NobodyAbove,
    /// It was taken back, or never held.
    #[error("this does not hold any more")]
    Undone,
    /// One answers a decision once.
    #[error("this was answered already")]
    Answered,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unpicked => "act-unpicked",
            Self::TooMany => "act-too-many",
            Self::Unchosen => "act-unchosen",
            Self::Days => "act-days",
            Self::NoteMissing => "act-note",
            Self::LabelMissing => "act-label",
            Self::Taken => "act-taken",
            Self::Decided => "act-decided",
            Self::SecondPerson => "act-second-person",
            Self::ByItself => "act-by-itself",
            Self::NobodyAbove => "act-nobody-above",
            Self::Undone => "act-undone",
            Self::Answered => "act-answered",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Unpicked
            | Self::TooMany
            | Self::Unchosen
            | Self::Days
            | Self::NoteMissing
            | Self::LabelMissing
            | Self::ByItself => kernel::Kind::Invalid,
            Self::Taken
            | Self::Decided
            | Self::SecondPerson
            | Self::NobodyAbove
            | Self::Undone
            | Self::Answered => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unchosen => Some("verb"),
            Self::Days => Some("days"),
            Self::NoteMissing => Some("note"),
            Self::LabelMissing => Some("label_with"),
            Self::Unpicked
            | Self::TooMany
            | Self::Taken
            | Self::Decided
            | Self::SecondPerson
            | Self::ByItself
            | Self::NobodyAbove
            | Self::Undone
            | Self::Answered => None,
        }
    }
}
