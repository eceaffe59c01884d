//! What can be taken out of the circle, and why that may say no.

use crate::kernel;
use crate::safety::actions::Verb;
use crate::text_enum;

text_enum! {
    /// What is taken out of the circle.
    pub enum What {
        /// Somebody's line.
        Line = "line",
        /// What a host said at its top.
        Greeting = "greeting",
        /// Somebody out of the weeks they host.
        Week = "week",
    }
}

impl What {
    /// How the log calls it.
    #[must_use]
    pub const fn verb(self) -> Verb {
        match self {
            Self::Line => Verb::CircleLine,
            Self::Greeting => Verb::CircleGreeting,
            Self::Week => Verb::CircleWeek,
        }
    }
}

/// Why nothing is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of the things that can be taken out.
    #[error("choose what is taken out")]
    Unchosen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "circle-out-unchosen"
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }
}
