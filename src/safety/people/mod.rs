//! Whom those who look after things may want to have an eye on: names that came lately, and names that are limited for a
//! while, or until somebody lets them back. Names alone: an alias is in no list, and no list says what anybody wrote or read.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::let_back;
pub use model::{Limited, List, Names, New, Onward, People, Place};
pub use views::people;
