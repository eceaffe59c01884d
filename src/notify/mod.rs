//! What happened for whom, told in a quiet place.

pub mod inbox;
mod listen;
mod rules;

pub use listen::hear;
pub use rules::{About, News, To, news_of};
