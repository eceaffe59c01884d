//! Groups, threads, and what people say in them.

pub mod authors;
pub mod content_notes;
pub mod drafts;
pub mod feeds;
pub mod groups;
mod listen;
pub mod members;
pub mod reactions;
pub mod replies;
pub mod search;
pub mod threads;

pub use listen::hear;
