//! Return words and passwords: one Argon2id call each, off the async threads, few at a time.

pub mod api;
mod commands;
mod hashing;
mod model;
pub mod pages;
mod store;

pub use commands::{begin, drop_all, keep_words, remove_password, set_password, set_words};
pub use hashing::{Cost, Derived, Hasher, New};
pub use model::{Credential, Refusal, Way};
pub use pages::{fresh_words, is_proven, new_ones, proven, renewed};
pub(in crate::identity) use store::stands;
pub use store::{find_by_lookup, of_account, of_name, words_costs, words_salt};
