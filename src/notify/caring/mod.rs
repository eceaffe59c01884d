//! A caring note to somebody who posted: one of a few lines, so that nobody has to find words, and nothing has to be answered. Few from
//! one person in a day, and few to one; whoever does not meet, or hears less of, the other is not told. No other community hears of it.

pub mod api;
mod commands;
mod model;
pub mod pages;

pub use commands::{send, to};
pub use model::{A_DAY, FROM_EACH_A_DAY, LINES, Refusal, To};
