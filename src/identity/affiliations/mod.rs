//! Whom somebody works for, or is paid by: said by themselves, or put there by a host, and shown beside all they say under
//! one name. It belongs to a name: nothing carries it to an alias.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use api::LabelJson;
pub use commands::{declare, put, put_back, sweep, take_off};
pub use model::{Declared, Label, Own, Refusal, Tie, With};
pub use store::{label, own};
