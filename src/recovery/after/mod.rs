//! Being asked how one is in the days after a setback: by one line on Today that nobody else sees, for whoever asked for it. It ends with one
//! press, or by itself after a week.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{ask, end, put_off};
pub use model::{Asking, Time};
pub use store::{erase, find, sweep};
