//! Secrets that no copy of the database holds: the key ring, and what members alone can unseal.

mod alias;
mod key;
mod keyring;
mod member;

pub use alias::{BanTag, Scope, Tag};
pub use key::Key;
pub use keyring::{Keyring, Refusal};
pub use member::{MemberSecret, Way};
