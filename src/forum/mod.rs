//! Groups, threads, and what people say in them.

pub mod content_notes;
pub mod groups;
pub mod members;
pub mod reactions;
pub mod threads;
