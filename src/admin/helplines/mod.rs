//! Numbers to call, kept by the host. Nobody's country is ever guessed.

pub mod api;
mod commands;
mod forms;
mod known;
mod model;
pub mod pages;
mod store;

pub use commands::{add, change, check, move_up, remove, suggest};
pub use forms::draft;
pub use known::{Known, all, of};
pub use model::{Draft, Helpline, Kind, Refusal, country_key};
pub use store::{by_country, countries, every, find};
