//! Coming back in, and showing again who one is: words, a name with a password, a recovery code, a passkey.

mod commands;
mod model;
pub mod pages;

pub use commands::confirm;
pub use model::{By, Claim, Recognised, Refusal};
pub use pages::{SignedIn, prove_as, recognise, sign_in, unlock};
