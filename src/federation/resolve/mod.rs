//! Somebody elsewhere, as their own community shows them: fetched once, kept for thirty days, and believed only where the key
//! and its owner name each other.

mod commands;
mod model;
mod rules;
mod store;

pub use commands::{Found, forget, key, known, sweep};
pub use model::Remote;
