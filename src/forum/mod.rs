//! Groups, threads, and what people say in them.

pub mod authors;
pub mod content_notes;
pub mod drafts;
pub mod feeds;
pub mod groups;
pub mod members;
mod listen;
pub mod reactions;
pub mod replies;
pub mod search;
pub mod threads;

pub use listen::hear;
