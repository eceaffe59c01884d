//! Who is speaking: a member under their own name, or under an alias in one thread or in one group.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use crate::identity::aliases::hand;
pub use api::{VoiceJson, WaitsJson};
pub use commands::{as_writer, writer_of_reply};
pub use model::{ASKED, As, Refusal, Sent, Spot, Wish, is_alias};
pub use pages::{answer, change_reply, change_thread, evenly, met, open, said, side_of, typed, waits_url};
pub use views::{Choice, Met};
