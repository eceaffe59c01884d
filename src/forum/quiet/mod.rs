//! Whom somebody does not meet, and what they hear less of.
//!
//! A block holds both ways between the names that were seen: neither side meets the other's words, and nothing tells of
//! it. A mute is one's own: what is muted leaves lists and news, and can still be opened. Words are muted likewise,
//! by a list of their own that their member alone opens (`identity::muted`).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use crate::identity::muted::Lasts;
pub use api::QuietJson;
pub use commands::{block, mute, take_back_block, take_back_mute};
pub use model::{About, Community, Lists, Muted, Quiet, Refusal, Ties};
pub use store::{apart, bury, erase, is_unwanted, lists, of, recount, sweep, ties};

/// What open pages of somebody wait for, besides their thread: whom they meet has changed.
pub const MET: &str = "met";
