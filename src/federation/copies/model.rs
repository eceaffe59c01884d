//! What is told of copies elsewhere.

use crate::kernel::Day;
use crate::keys::Field;

/// Communities that were asked to let go of something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Those that are still being asked.
    pub asked: Vec<String>,
    /// Those that never said yes, for as long as they were asked, or said no.
    pub silent: Vec<String>,
}

impl Waiting {
    /// Whether everybody has confirmed.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.asked.is_empty() && self.silent.is_empty()
    }
}

/// Words somebody took back, and who has not confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whether it was a reply.
    pub is_reply: bool,
    /// The day they were taken back.
    pub on: Day,
    /// Who was asked.
    pub waiting: Waiting,
}

/// What is left to say of an account that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Farewell {
    /// It is still here.
    Here,
    /// Some have not confirmed.
    Waits(Waiting),
    /// Nobody has anything left to confirm.
    Over,
    /// Too long ago, or none of ours.
    Unknown,
}

/// What opens a look at who has let go of an account. It is kept by nobody but whose account it was.
#[derive(Debug)]
pub enum Goodbye {}

impl Field for Goodbye {
    const NAME: &'static str = "actor_key.goodbye";
}
