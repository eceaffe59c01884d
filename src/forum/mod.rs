//! Groups, threads, and what people say in them.

pub mod authors;
pub mod content_notes;
pub mod groups;
mod listen;
pub mod reactions;
pub mod threads;

pub use listen::hear;
