//! Who is in a group: joining, asking, leaving, and who looks after it.

pub mod api;
mod commands;
mod listen;
mod model;
pub mod pages;
mod roles;
mod store;

pub use commands::{ask, join, join_by, leave, set_home, set_unlisted, withdraw};
pub(in crate::forum) use commands::{is_last_steward, refuse_last};
pub use listen::hear;
pub use model::{AskWords, Membership, Mine, Neighbour, Refusal, Sentence, State, role_key};
pub use roles::{appoint, end_pauses, keep_away, let_back, let_in, let_near, not_now, pause};
pub use store::{
    are_all_in, asking, is_in, keepers, mine, parts_of, paused_among, people, serving, standing,
};
