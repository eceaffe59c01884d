//! From a case about words from elsewhere to what the whole community they came from may do here: for hosts, with what comes
//! of it said before, kept with the case, and taken back as it was.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{decide, note, take_back};
pub use model::{Chosen, Was};
pub use views::{Preview, preview};
