//! Four ways to answer without words, and amounts that are never digits.

mod model;

pub use model::{Amount, Reaction};
