//! What of their news somebody wants to be told, where, and when not. Nothing of it is needed for anything.
//!
//! It opens with the key ring alone: a copy of the database tells neither what somebody chose, nor on which clock they live.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;

pub use api::{ChoiceJson, ChoicesJson};
pub use commands::{keep, of, put, reseal, shown};
pub use model::{ChoiceHeld, Choices, Place, Refusal, Sort};
pub use store::forget;
