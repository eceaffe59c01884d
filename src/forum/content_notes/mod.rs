//! What a post may touch on, so that a reader can choose before reading.

mod model;
mod rules;
mod store;
mod views;

pub use model::{ContentNote, Handling, HouseRule, Notes, Refusal};
pub use rules::check;
pub use store::house_rules;
pub use views::{fold, label, listed};
