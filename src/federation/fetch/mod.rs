//! Asking other communities, without being led astray: public addresses only, looked at in the moment of connecting; one
//! redirect, within one origin; a bounded body of the one type there is; time, depth and number bounded.

mod address;
mod budget;
mod client;
mod document;

pub use address::is_public;
pub use budget::{Budget, Rates, Turn, Turns};
pub use client::{Client, Said, Signing};
pub use document::{Document, parse};

/// Why nothing came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The address is none we would ask.
    #[error("not an address we would ask")]
    Unsafe,
    /// So much was asked already.
    #[error("too much was asked already")]
    Spent,
    /// Nobody answers there.
    #[error("nobody answers")]
    Unreachable,
    /// It took too long.
    #[error("took too long")]
    Slow,
    /// It answered with this status.
    #[error("answered {0}")]
    Status(u16),
    /// It sends us elsewhere than we go.
    #[error("leads elsewhere")]
    Elsewhere,
    /// It is of another type.
    #[error("of another type")]
    Type,
    /// It is larger than we take.
    #[error("too large")]
    Large,
    /// It is not JSON as we take it.
    #[error("not readable")]
    Unreadable,
    /// It says it is something else than was asked for.
    #[error("says it is something else")]
    Other,
    /// A fault of ours.
    #[error("our own trouble")]
    Ours,
}

impl Trouble {
    /// Whether asking again later may help.
    #[must_use]
    pub const fn may_pass(self) -> bool {
        matches!(
            self,
            Self::Spent
                | Self::Unreachable
                | Self::Slow
                | Self::Ours
                | Self::Status(408 | 425 | 429 | 500..=599)
        )
    }
}
