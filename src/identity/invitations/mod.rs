//! Links that let somebody in: to the community, or straight into a group.

mod commands;
mod model;
mod store;

pub use commands::{make, spend, withdraw};
pub use model::{Days, Invitation, Label, Link, Made, Offer, Refusal, Spent, Uses};
pub use store::{list, look, prune};
