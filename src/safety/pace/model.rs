//! How much room somebody has.

use std::collections::BTreeSet;

use crate::forum::pace::{Break, Limits};
use crate::safety::reports::ConcernId;

/// What somebody takes on, and what they have of it already.
#[derive(Debug, Clone)]
pub struct Room {
    /// What they take on: their own limits, and the host's where these are lower.
    pub limits: Limits,
    /// What they took today, or decided about.
    pub today: BTreeSet<ConcernId>,
    /// What is in their hands.
    pub held: BTreeSet<ConcernId>,
    /// Their break, if they are on one.
    pub away: Option<Break>,
    /// Whether what was told of lies behind a line until they open it.
    pub folds: bool,
}
