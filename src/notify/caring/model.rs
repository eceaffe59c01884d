//! The lines there are, how many go in a day, and why one may not.

use crate::kernel;
use crate::support::buddies::Note;

/// What a note may say to somebody whose buddy one is not.
pub const LINES: &[Note] = &[Note::Thinking, Note::Here, Note::Glad, Note::Today, Note::Rest];
/// People to whom somebody sends one in a day.
pub const FROM_EACH_A_DAY: usize = 3;
/// Notes that one person is sent in a day: kindness in heaps is a burden too.
pub const A_DAY: usize = 5;

/// Whom a note would go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct To {
    /// Their name.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
}

/// Why a note may not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// To oneself.
    #[error("a caring note is for somebody else")]
    Own,
    /// None of the lines.
    #[error("choose one of the lines")]
    Unknown,
    /// Sent to as many as a day holds.
    #[error("enough notes for today")]
    Sent,
    /// They were sent as many as a day holds.
    #[error("enough people thought of them today")]
    Full,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Own => "caring-own",
            Self::Unknown => "caring-unknown",
            Self::Sent => "caring-sent",
            Self::Full => "caring-full",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Own | Self::Unknown => kernel::Kind::Invalid,
            Self::Sent | Self::Full => kernel::Kind::Conflict,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Sent => vec![("n", FROM_EACH_A_DAY.to_string())],
            Self::Own | Self::Unknown | Self::Full => Vec::new(),
        }
    }
}
