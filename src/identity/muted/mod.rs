//! Words a member would rather not meet: a list on their account that only a live session of theirs opens.
//!
//! Threads and replies that hold one are folded, or left out of lists, when a page is made; never one's own. What others
//! see does not change (decision 42).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use api::MutedWordJson;
pub use commands::{hear, list, mute};
pub use model::{Entry, Lasts, Refusal, Word, ready};
