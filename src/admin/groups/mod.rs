//! Groups as hosts see them: every one, also those nobody else may know of.

pub mod pages;
mod store;

pub use store::{Listed, list, titles};
