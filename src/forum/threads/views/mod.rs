//! Threads as screens show them.

mod card;
mod history;
mod post;
pub mod reach;

pub use card::{Card, CardRow, shown_title};
pub use history::history;
pub use post::{Post, Scene, after_sending};
pub use reach::reader_sentence;
