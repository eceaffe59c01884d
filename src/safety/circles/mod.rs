//! The daily circle, for those who look after the community: they take a line, or what a host said, out of it, and free a week
//! that somebody hosts. Whoever it meets reads why, and can answer; the log of service has a line (decision 0046).

pub mod api;
mod commands;
mod model;
pub mod pages;

pub use commands::{may, take_out};
pub use model::{Refusal, What};
