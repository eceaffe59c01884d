//! Copies of one's own words in other communities: who has been asked to let go of what was taken back, and has not yet
//! confirmed it. Nothing is kept for this but what the asking itself needs.

mod model;
pub mod pages;
mod store;
mod views;

pub use model::{Farewell, Line, Waiting};
pub use views::{farewell, goodbye, unconfirmed};
