//! Passkeys: the lock of somebody's own device. They carry a random handle, and are used without a name.

pub mod api;
mod ceremonies;
mod commands;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use ceremonies::Ceremonies;
pub use commands::{add, drop_all, remove, rename};
pub use model::{Found, Key, Label, Refusal};
pub(in crate::identity) use store::stands;
pub use store::{find, of_account};
