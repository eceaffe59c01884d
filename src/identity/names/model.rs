//! A name that was checked, and the reasons for a no.

use std::fmt;

use serde::Serialize;

use super::rules;

/// A made-up name that passed the check.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Name(pub(super) String);

impl Name {
    /// The name as shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What must be unique: see [`rules::key`].
    #[must_use]
    pub fn key(&self) -> String {
        rules::key(&self.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The length only: a name never reaches a log.
impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({} letters)", crate::kernel::text::letters(&self.0))
    }
}

/// Why a name was not taken. Each no comes with a name that would do.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Fewer than two letters.
    #[error("a name needs at least two letters")]
    TooShort {
        /// A name that would do.
        suggestion: String,
    },
    /// More than thirty letters.
    #[error("a name has at most thirty letters")]
    TooLong {
        /// A name that would do.
        suggestion: String,
    },
    /// Something besides letters of one script, digits, spaces, hyphens and apostrophes.
    #[error("a name has letters of one alphabet, digits, spaces, hyphens and apostrophes")]
    Characters {
        /// A name that would do.
        suggestion: String,
    },
    /// A common given name beside a common surname.
    #[error("this reads like a real first and last name")]
    LooksLikeRealName {
        /// A name that would do.
        suggestion: String,
    },
    /// A year somebody may be born in.
    #[error("this holds what reads like a year of birth")]
    BirthYear {
        /// A name that would do.
        suggestion: String,
    },
    /// A role people here trust, or a word the pages use.
    #[error("this name would look like a role here")]
    Reserved {
        /// A name that would do.
        suggestion: String,
    },
    /// A mail address, a phone number, a web address or a name elsewhere.
    #[error("this reads like a way to reach you elsewhere")]
    LooksLikeContact {
        /// A name that would do.
        suggestion: String,
    },
}

impl NameFault {
    /// A name that would do instead, as far as can be told without looking who is here.
    #[must_use]
    pub fn suggestion(&self) -> &str {
        match self {
            Self::TooShort { suggestion }
            | Self::TooLong { suggestion }
            | Self::Characters { suggestion }
            | Self::LooksLikeRealName { suggestion }
            | Self::BirthYear { suggestion }
            | Self::Reserved { suggestion }
            | Self::LooksLikeContact { suggestion } => suggestion,
        }
    }
}

impl crate::kernel::Refusal for NameFault {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort { .. } => "name-too-short",
            Self::TooLong { .. } => "name-too-long",
            Self::Characters { .. } => "name-characters",
            Self::LooksLikeRealName { .. } => "name-real-name",
            Self::BirthYear { .. } => "name-birth-year",
            Self::Reserved { .. } => "name-reserved",
            Self::LooksLikeContact { .. } => "name-contact",
        }
    }

    fn kind(&self) -> crate::kernel::Kind {
        crate::kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some("name")
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("suggestion", self.suggestion().to_owned())]
    }
}

/// The code only: the suggestion may become somebody's name.
impl fmt::Debug for NameFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NameFault({})", crate::kernel::Refusal::code(self))
    }
}
