//! What others may look at: actors, words and lists at the addresses people use, and how to find them. Whoever looks is a
//! visitor, or a community that signs; both through the same scope as every reader.

mod model;
pub mod pages;
mod store;
mod views;

pub use model::Asker;
pub use store::{far_face, far_post, speaks};
pub use views::{person_at, travelling};
