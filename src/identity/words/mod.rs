//! The ways back in: six return words, a password of one's own, ten recovery codes.

pub mod codes;
pub mod password;
mod return_words;

pub use return_words::{ReturnWords, generate, normalise, parse};
