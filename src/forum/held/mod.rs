//! Words that wait for a look, and what those who look after the group decide. Until then nobody else finds them but their
//! writer.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;

pub use commands::{
    decide, end_sent_back, mine, of_face, queue, sent_back, set_aside, shelves, side_of, wait, wait_again,
    withdraw,
};
pub use model::{Aside, Decision, Own, Refusal, Sentence, Shelf, Waiting, Which};
pub use store::{forget, is_kept};
