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
pub use commands::{add, bind, drop_all, remove, rename, reseal};
pub use model::{Found, Kept, Key, Label, Made, Refusal};
pub(in crate::identity) use store::stands;
pub use store::{find, of_account};
