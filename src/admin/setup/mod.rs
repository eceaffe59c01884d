//! First run: a one-time code, a few questions, and the door is open.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{advance, claim, fits, offer, open};
pub use model::{Code, Refusal, STARTERS, Starter, Step};
pub use store::{is_unclaimed, step};
