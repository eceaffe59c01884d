//! Looking after people and places: what others tell, what is decided, and how anybody can answer that. And looking after those
//! who do: how much they take on, breaks, and terms that end.

pub mod actions;
pub mod circles;
mod copied;
pub mod crisis;
pub mod kept;
mod listen;
pub mod moves;
pub mod openness;
pub mod pace;
pub mod people;
pub mod reports;
pub mod terms;

pub use copied::copied;
pub use listen::{FIRST_LOOK_HOURS, hear, sweep};
