//! Four ways to answer without words, and amounts that are never digits.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use api::AmountsJson;
pub use commands::{Post, Standings, givers, press, put, take_back};
pub use model::{Amount, Counts, Reaction, Refusal, amount_label, label};
pub use rules::order;
pub use store::{all_mine, word_of};
pub use views::{Acts, Chip, Reader};
