//! Numbers to call, kept by the host. Nobody's country is ever guessed.

mod model;
mod store;

pub use model::{Helpline, Kind};
pub use store::{by_country, countries};
