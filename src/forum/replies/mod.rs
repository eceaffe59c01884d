//! What people answer: a tree under each thread, read in the order it grew.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use commands::{
    bring_back, could_give, drop_held, edit, give, give_held, let_through, put_away, set_notes, take_back,
};
pub use model::{Answer, Change, Refusal, Reply};
pub use rules::is_key;
pub(in crate::forum) use store::above;
pub use store::{
    Emptied, Given, Span, beside, find, find_by_id, find_by_ids, find_own, find_unseen, given_by,
    has_answered, has_spoken, list, newest, stands,
};
pub use views::{Branch, Drawing, Leaf, Shown, Tree, history};
