//! What somebody asks their buddy to notice, and why it may not be kept.

use crate::identity::silences::{By, DAYS, Kept, REST_DAYS};
use crate::kernel::{self, Day};

/// After how many days, and without what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Days.
    pub days: i64,
    /// What ends a silence.
    pub by: By,
}

impl Terms {
    /// As a form or a program says.
    ///
    /// # Errors
    /// `silence-days`, `silence-by`.
    pub fn parse(days: i64, by: &str) -> Result<Self, Refusal> {
        if !DAYS.contains(&days) {
            return Err(Refusal::Days);
        }
        Ok(Self { days, by: By::parse(by).ok_or(Refusal::By)? })
    }

    pub(super) const fn of(kept: &Kept) -> Self {
        Self { days: kept.days, by: kept.by }
    }
}

/// How it stands, for one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// After how many days, and without what.
    pub terms: Terms,
    /// Whether both said yes.
    pub is_agreed: bool,
    /// The last day of a holiday. Only whoever takes it reads of it.
    pub rests_until: Option<Day>,
}

impl Promise {
    pub(super) fn of(kept: &Kept, is_agreed: bool) -> Self {
        Self { terms: Terms::of(kept), is_agreed, rests_until: kept.rests_until }
    }
}

/// Why it may not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not one of the numbers of days.
    #[error("choose one of the numbers of days")]
    Days,
    /// Nothing that ends a silence.
    #[error("choose what ends a silence")]
    By,
    /// No day of a holiday.
    #[error("choose a day from today on, within three months")]
    Rest,
    /// The other asks something else by now.
    #[error("they ask something else by now")]
    Changed,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Days => "silence-days",
            Self::By => "silence-by",
            Self::Rest => "silence-rest",
            Self::Changed => "silence-changed",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Days | Self::By | Self::Rest => kernel::Kind::Invalid,
            Self::Changed => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Days => Some("days"),
            Self::By => Some("by"),
            Self::Rest => Some("until"),
            Self::Changed => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Rest => vec![("n", REST_DAYS.to_string())],
            _ => Vec::new(),
        }
    }
}
