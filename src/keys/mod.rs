//! Secrets that no copy of the database holds: the key ring, a file of its own, and what members alone can unseal.

mod alias;
pub mod backup;
mod erased;
mod file;
mod filled;
mod holder;
mod key;
mod keyring;
mod member;
mod model;
mod ring;
mod store;
#[cfg(test)]
mod tests;

pub use alias::{BanTag, Scope, Tag};
pub use erased::Erased;
pub use file::{RingFile, Wrong};
pub use holder::Holder;
pub use key::Key;
pub use keyring::{Keyring, Refusal};
pub use member::{MemberSecret, Way};
pub use model::{Field, Sealed};
pub use ring::{KEPT_DAYS, Kept, Ring, Tended};
pub use store::{ring_of, set_ring as change_ring};
