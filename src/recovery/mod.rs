//! How somebody is, and the days they lived. It opens for their own live session; others read what they chose to show.

pub mod after;
pub mod checkins;
pub mod chips;
pub mod circle;
mod copied;
pub mod counters;
mod listen;
mod own;
pub mod plans;
pub mod setbacks;

pub use copied::copied;
pub use listen::{hear, reseal, sweep};
pub use own::Own;
