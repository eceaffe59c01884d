//! One error for the whole house: a refusal is for people, a fault is for logs.

use std::fmt;

/// What sort of no this is. Doors turn it into a status, never the slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something typed needs changing.
    Invalid,
    /// Nobody is signed in, and somebody must be.
    SignedOut,
    /// Known, and not theirs to do.
    NotAllowed,
    /// Absent, or hidden: the two are told alike.
    Absent,
    /// It was here, and its writer took it back.
    Gone,
    /// The world has moved on: locked, taken, closed.
    Conflict,
    /// Too much at once.
    TooMany,
    /// Larger than we take.
    TooLarge,
    /// The address is known, the method is not for it.
    WrongVerb,
    /// Ours to mend: try again in a while.
    Unavailable,
}

/// Why a slice may say no. The words are the Fluent message `refused-<code>`.
pub trait Refusal: std::error::Error + Send + Sync + 'static {
    /// Stable, kebab-case, never renamed.
    fn code(&self) -> &'static str;
    /// What sort of no.
    fn kind(&self) -> Kind;
    /// The form field it is about, if one.
    fn field(&self) -> Option<&'static str> {
        None
    }
    /// What the message needs filled in.
    fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Something went wrong on our side. Holds nothing that a person wrote.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Another transaction got there first; worth trying again.
    #[error("lost a race with another transaction")]
    Race,
    /// The database does not answer or is locked.
    #[error("the database is busy")]
    Busy,
    /// No room left on the disk.
    #[error("the disk is full")]
    Full,
    /// A value that must be single already exists.
    #[error("a unique value exists already: {0}")]
    Taken(String),
    /// Any other trouble with the database.
    #[error("database: {0}")]
    Database(String),
    /// Anything else, in words for the log.
    #[error("{0}")]
    Other(String),
}

/// The one error type of commands, stores and doors.
#[derive(Debug)]
pub enum Error {
    /// A no for people.
    Refused(Box<dyn Refusal>),
    /// There is no such thing, or not for this viewer.
    Absent,
    /// Our trouble.
    Fault(Fault),
}

impl Error {
    /// A fault in words for the log.
    pub fn other(words: impl fmt::Display) -> Self {
        Self::Fault(Fault::Other(words.to_string()))
    }

    /// Whether trying the same transaction again may succeed.
    #[must_use]
    pub const fn lost_a_race(&self) -> bool {
        matches!(self, Self::Fault(Fault::Race))
    }

    /// The stable code clients may rely on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Absent => "absent",
            Self::Fault(Fault::Full) => "disk-full",
            Self::Fault(Fault::Busy | Fault::Race) => "busy",
            Self::Fault(_) => "our-fault",
        }
    }

    /// What sort of no.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Refused(refusal) => refusal.kind(),
            Self::Absent => Kind::Absent,
            Self::Fault(_) => Kind::Unavailable,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => fmt::Display::fmt(refusal, f),
            Self::Absent => f.write_str("absent"),
            Self::Fault(fault) => fmt::Display::fmt(fault, f),
        }
    }
}

impl<R: Refusal> From<R> for Error {
    fn from(refusal: R) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Sort, Error as Diesel};
        match error {
            Diesel::NotFound => Self::Absent,
            Diesel::DatabaseError(Sort::SerializationFailure, _) => Fault::Race.into(),
            Diesel::DatabaseError(Sort::UniqueViolation, info) => {
                Fault::Taken(info.message().to_owned()).into()
            }
            Diesel::DatabaseError(Sort::ClosedConnection, _) => Fault::Busy.into(),
            Diesel::DatabaseError(_, info) => sort_by_words(info.message()).into(),
            other => Fault::Database(other.to_string()).into(),
        }
    }
}

/// Both databases tell some troubles by words alone.
fn sort_by_words(message: &str) -> Fault {
    const BUSY: [&str; 6] = [
        "is locked",
        "lock timeout",
        "statement timeout",
        "shutting down",
        "connection closed",
        "terminating connection",
    ];
    let has = |words: &str| message.contains(words);
    if has("disk is full") || has("No space left") {
        Fault::Full
    } else if has("deadlock detected") {
        Fault::Race
    } else if BUSY.iter().any(|words| has(words)) {
        Fault::Busy
    } else {
        Fault::Database(message.to_owned())
    }
}
