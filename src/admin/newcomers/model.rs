//! What a host sets for newcomers, and why that may say no.

use crate::kernel;

/// Weeks that links and invitations may wait.
const WEEKS: std::ops::RangeInclusive<i64> = 0..=2;
/// Things of theirs that may be asked for.
const POSTS: std::ops::RangeInclusive<i64> = 0..=10;

/// Minutes that may lie between two things a newcomer says.
const MINUTES: std::ops::RangeInclusive<i64> = 0..=60;

/// What a host sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft {
    /// Weeks for which links and invitations wait; 0: they do not.
    pub weeks: i64,
    /// And until so many things of theirs stand.
    pub posts: i64,
    /// Minutes between two things they say in a group for as long; 0: none.
    pub minutes: i64,
    /// Whether words that look like selling wait for a look.
    pub watches_selling: bool,
}

/// Reads weeks.
///
/// # Errors
/// `newcomer-weeks`.
pub fn weeks(weeks: Option<i64>) -> Result<i64, Refusal> {
    weeks.filter(|weeks| WEEKS.contains(weeks)).ok_or(Refusal::Weeks)
}

/// Reads a number of things.
///
/// # Errors
/// `newcomer-posts`.
pub fn posts(posts: Option<i64>) -> Result<i64, Refusal> {
    posts.filter(|posts| POSTS.contains(posts)).ok_or(Refusal::Posts)
}

/// Reads minutes.
///
/// # Errors
/// `newcomer-minutes`.
pub fn minutes(minutes: Option<i64>) -> Result<i64, Refusal> {
    minutes.filter(|minutes| MINUTES.contains(minutes)).ok_or(Refusal::Minutes)
}

/// Why what a host sets may not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not between 0 and 2.
    #[error("0, 1 or 2 weeks")]
    Weeks,
    /// Not between 0 and 10.
    #[error("0 to 10 posts or replies")]
    Posts,
    /// Not between 0 and 60.
    #[error("0 to 60 minutes")]
    Minutes,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Weeks => "newcomer-weeks",
            Self::Posts => "newcomer-posts",
            Self::Minutes => "newcomer-minutes",
        }
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Invalid
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Weeks => "weeks",
            Self::Posts => "posts",
            Self::Minutes => "minutes",
        })
    }
}
