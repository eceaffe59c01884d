//! A room with a purpose: who it is for, how its members speak, and how far their words may travel.

pub mod api;
mod audience;
mod commands;
mod model;
pub mod pages;
pub mod pathways;
mod rules;
mod store;
mod views;

pub use audience::{Amount, Audience, audience};
pub use commands::{change, close, find_for, reopen, set_moved, set_notes, settle, start};
pub use model::{
    Advice, Aliases, Crosstalk, Followers, Group, Joining, NoteRule, Plan, Purpose, Refusal, RoomRules,
    RoomValues, Ruled, Shape, Title,
};
pub use rules::ShortName;
pub use store::{
    find, find_by_ids, find_by_name, find_seen, insert_plain, join_plain, listed, note_rules, pathways_of,
    topics_of, welcome,
};
pub use views::{Row, rows, says};
