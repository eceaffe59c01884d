//! Looking after people and places: what others tell, what is decided, and how anybody can answer that.

pub mod actions;
pub mod crisis;
mod listen;
pub mod moves;
pub mod reports;

pub use listen::{hear, sweep};
