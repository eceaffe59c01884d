//! Looking out for whoever writes: help that is offered before words are posted, and a word to those who look after
//! things that they may need somebody. Nothing here stops, hides or counts anything (decision 0033).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use api::help_first;
pub use commands::{keep, look};
pub use model::{Lines, List, Refusal};
pub use pages::{AFTER, ASKED, EDITS, MACHINERY, offer, offer_for, offers, offers_for, pause, pauses};
pub use store::list;
