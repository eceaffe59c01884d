//! What a post may touch on, so that a reader can choose before reading.

mod choice;
mod model;
mod rules;
mod views;

pub use choice::{Choice, chosen, fields, none_fits};
pub use model::{ContentNote, HouseRule, Notes, Refusal};
pub use rules::{check, for_replies};
pub use views::{
    Said, fold, fold_titled, house_rules, hush, is_folded, is_hidden, label, listed, shown_title,
};
