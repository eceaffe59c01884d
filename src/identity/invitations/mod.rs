//! Links that let somebody in: to the community, or straight into a group.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use api::{LinksJson, MadeJson, OfferJson};
pub use commands::{make, spend, withdraw};
pub use model::{Days, Invitation, Label, Link, Made, Offer, Refusal, Spent, Uses};
pub use pages::{offered, usual};
pub use store::{drop_all, list, look, prune};
