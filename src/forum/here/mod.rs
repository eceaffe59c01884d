//! How many others are here now in a group: an amount in wide steps that names nobody, from memory alone (decision 0063).

mod model;
pub mod pages;
mod store;
mod views;

pub use model::{Amount, Here};
pub use pages::{amounts, told, visit};
