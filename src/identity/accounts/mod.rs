//! The private side of a member: how they came in, what they may do, where they stand.

mod commands;
mod model;
mod store;

pub use commands::{Arrival, arrive};
pub use model::Refusal;
pub use store::host_faces;
