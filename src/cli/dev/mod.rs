//! A town to develop in.

pub mod town;
