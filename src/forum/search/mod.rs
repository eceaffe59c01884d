//! Words in what somebody may read: an index kept in step by listening, asked through the same scopes as every page.

pub mod api;
mod listen;
mod model;
pub mod pages;
mod store;
mod views;

pub use listen::{again, hear, reindex};
pub use model::{Answer, Find, Hit, Piece};
pub(in crate::forum) use store::forget;
pub use store::{drop_strays, find, groups};
pub use views::{folds, found, marked, window};
