//! Groups and what they are for.

pub mod pathways;
