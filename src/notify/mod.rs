//! What happened for whom, told in a quiet place, and elsewhere for those who wish.

pub mod caring;
pub mod choices;
mod copied;
pub mod inbox;
mod letters;
mod listen;
pub mod mail;
pub mod push;
mod rules;

pub use copied::copied;
pub use listen::{hear, reseal};
pub use rules::{About, News, To, news_of};
