//! Other communities: whom this one speaks with, what each promises, and what its host decided about it.
//!
//! Two things are kept apart. *How two communities stand to each other* needs both: one asks, the other accepts, either
//! ends it. *What this host lets another do* (limit, hold, no pictures, block) needs nobody's yes.

mod admission;
pub mod api;
mod commands;
mod domain;
mod inbound;
mod list;
mod model;
pub mod pages;
mod promises;
mod store;
mod views;
mod wire;

pub use admission::{
    Admission, View, admit, is_partner, known, may_be_sent, may_follow, may_speak_of_links, may_take_back,
    takes_media, view, views_of,
};
pub use commands::{accept, apply_list, ask, decide, end, keep_key, refuse, retry, set_groups, set_links};
pub use domain::Domain;
pub use inbound::{accepted, asked, declined, ended, promised, saw_key};
pub use list::{Entry, Lines, Plan, Severity};
pub use model::{Decision, Links, Own, Peer, Refusal, Stance, State};
pub use promises::Promises;
pub use store::{Facing, find, know, know_own, links, partners};
pub use views::{
    Between, Seen, SeenGroup, Shown, Whole, decided, in_touch, plan, sees, show, shown, written_list,
};
