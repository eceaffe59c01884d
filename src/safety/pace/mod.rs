//! Pace at the queue: how many cases somebody takes in a day and holds at a time, breaks, and what the host sees of it. What
//! they chose lies in [`crate::forum::pace`]; what they took today, in memory.

pub mod api;
mod model;
pub mod pages;
mod rules;
mod tally;
mod views;

pub use model::Room;
pub use tally::Tally;
pub use views::{copied, left_waiting, room};
