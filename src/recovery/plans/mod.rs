//! My plan: what a member wrote for a hard hour of their own, under a few headings, how strong waves were before and after, and
//! what helped in each part of a half-hour.
//! Only their own live session opens it; nobody else reads it, and nothing is told of it.

pub mod api;
mod commands;
mod helped;
mod model;
pub mod pages;
mod store;

pub use commands::{forget_helped, forget_waves, keep, keep_helped, mark, put_away};
pub use helped::{Act, Block, Helped, OwnAct};
pub use model::{Edge, Kept, Part, Plan, Refusal, Wave, Words};
pub use store::{erase, find};
