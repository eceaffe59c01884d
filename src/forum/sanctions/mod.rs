//! What those who look after a group may do about an alias there. They never learn who it is, and nothing about the
//! member's own name changes: that would tell.

pub mod api;
mod commands;
mod model;
pub mod pages;

pub use commands::{BAR, act, answer, bar, lift_answers, look, unanswered, waiting_in};
pub use model::{Act, Person, Refusal, Sentence, Shown};
