//! Groups as hosts see them. Running the server opens no hidden group: those a host is not in are not listed.

pub mod pages;
mod store;

pub use store::{Listed, list, titles};
