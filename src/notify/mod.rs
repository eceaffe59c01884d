//! What happened for whom, told in a quiet place, and elsewhere for those who wish.

pub mod choices;
pub mod inbox;
mod listen;
pub mod push;
mod rules;

pub use listen::{hear, reseal};
pub use rules::{About, News, To, news_of};
