//! What somebody tells about.

use crate::kernel::PublicId;
use crate::recovery::chips::ChipId;
use crate::recovery::circle;

/// What somebody tells about, as addresses name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A thread.
    Thread(PublicId),
    /// A reply in a thread.
    Reply(PublicId, PublicId),
    /// A person or an alias, by name.
    Person(String),
    /// Whoever gave them a chip.
    Chip(ChipId),
    /// Somebody, for what they said in the daily circle.
    Circle(circle::Of),
    /// A group, by its short name.
    Group(String),
}
