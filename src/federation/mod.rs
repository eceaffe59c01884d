//! How communities speak with each other.

pub mod outbound;
pub mod signature;
