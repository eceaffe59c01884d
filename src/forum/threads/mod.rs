//! A conversation in a group: a title and what was first said. Replies hang below it.

pub mod api;
mod commands;
pub mod kinds;
mod model;
pub mod pages;
mod store;
mod views;

pub use api::{RevisionsJson, labels};
pub(in crate::forum) use commands::pressed_at_once;
pub use commands::{
    Moving, SHIELD_DAYS, bring_back, carry, could_open, drop_held, edit, hush, let_through, lock, open,
    open_held, pin, put_away, set_locked, set_notes, shield, take_back, unlock, unpin,
};
pub use kinds::{Ask, Kind};
pub use model::{Author, Body, Change, Draft, InGroup, NoteWords, Reason, Refusal, Revision, Thread, Title};
pub use pages::{Edit, History, TakeBack};
pub use store::{
    Emptied, count_reply, find, find_by_id, find_by_ids, find_unseen, forget_revisions, groups_to_post_in,
    keep_revision, opened_before, out_of_reach, places, readable, revisions, stands, sweep_revisions,
};
pub use views::{Card, CardRow, Post, Scene, after_sending, history, reach, reader_sentence, shown_title};
