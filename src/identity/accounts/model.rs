//! Accounts and why they may say no.

use crate::kernel::Kind;

/// Why an account may say no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody has this name, or had it.
    #[error("the name is taken")]
    NameTaken {
        /// A name like it that is free, as far as can be told.
        suggestion: String,
    },
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NameTaken { .. } => "name-taken",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NameTaken { .. } => Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NameTaken { .. } => Some("name"),
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NameTaken { suggestion } => vec![("suggestion", suggestion.clone())],
        }
    }
}
