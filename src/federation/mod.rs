//! How communities speak with each other.

pub mod actors;
pub mod delivery;
pub mod door;
pub mod fetch;
mod memory;
pub mod outbound;
pub mod peers;
pub mod resolve;
pub mod signature;
pub mod wire;

pub use memory::Memory;
