//! How the community meets those who come: for how long links and invitations wait, and whether words are watched for selling.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{get, set};
pub use model::{Draft, Refusal};
