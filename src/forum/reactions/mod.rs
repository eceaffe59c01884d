//! Answers without words.

pub mod model;
