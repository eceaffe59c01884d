//! How communities speak with each other.

pub mod delivery;
pub mod outbound;
pub mod peers;
