//! Words not sent yet: kept until they are sent, or their writer lets them go.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{forget, give_back, keep};
pub use model::{DraftId, Keep, Kept, Place, Refusal};
pub use store::{find, list, sweep};
