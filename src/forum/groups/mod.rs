//! A room with a purpose: who it is for, how its members speak, and how far their words may travel.

mod model;
pub mod pathways;
mod store;

pub use model::{Group, Joining};
pub use store::{find, find_by_name, insert_plain, join_plain, welcome};
