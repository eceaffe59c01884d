//! A setback, with a counter or without one: what matters for the next hours, and whether anybody is to know. Without a counter
//! nothing of it is kept.

pub mod api;
pub mod pages;
