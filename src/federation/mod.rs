//! How communities speak with each other.

pub mod actors;
pub mod delivery;
pub mod fetch;
mod memory;
pub mod outbound;
pub mod peers;
pub mod resolve;
pub mod signature;

pub use memory::Memory;
