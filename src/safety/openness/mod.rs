//! What those who look after the community do, counted by month and kind for everybody, or for members: what people told of,
//! what was decided, by days where that makes no small number, what was answered and taken back, and what is promised. No name, no place, and no small number.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::set;
pub use model::{ByDay, Counts, LEAST, Pace, Readers, Stretch};
pub use views::{Openness, openness};
