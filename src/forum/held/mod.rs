//! Words of an alias that wait for a look, and what those who look after the group decide.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{decide, queue, wait};
pub use model::{Decision, Sentence, Waiting, Which};
pub use store::waits;
