//! What people answer: a tree under each thread, read in the order it grew.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use commands::{could_give, edit, give, take_back};
pub use model::{Answer, Change, Refusal, Reply};
pub use rules::is_key;
pub use store::{Span, find, list, newest};
pub use views::{Branch, Drawing, Leaf, Shown, Tree};
