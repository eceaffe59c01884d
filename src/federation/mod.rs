//! How communities speak with each other.

pub mod actors;
pub mod cases;
pub mod copies;
pub mod delivery;
pub mod door;
pub mod far;
pub mod fetch;
pub mod inbound;
mod memory;
pub mod outbound;
pub mod peers;
pub mod resolve;
pub mod signature;
pub mod wire;

pub use memory::Memory;
