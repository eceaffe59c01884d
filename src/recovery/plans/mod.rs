//! My plan: what a member wrote for a hard hour of their own, under a few headings, and how strong waves were before and after.
//! Only their own live session opens it; nobody else reads it, and nothing is told of it.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{forget_waves, keep, mark, put_away};
pub use model::{Edge, Kept, Part, Plan, Refusal, Wave, Words};
pub use store::{erase, find};
