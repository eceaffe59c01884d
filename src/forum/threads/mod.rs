//! A conversation in a group: a title and what was first said. Replies hang below it.

pub mod api;
mod commands;
pub mod kinds;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{lock, open, unlock};
pub use kinds::{Ask, Kind};
pub use model::{Author, Body, Draft, InGroup, NoteWords, Reason, Refusal, Thread, Title};
pub use store::{find, find_by_id};
pub use views::{Card, CardRow, shown_title};
