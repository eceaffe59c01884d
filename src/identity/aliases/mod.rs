//! Other names of a member, which nobody can trace back: not others here, not a host, not a copy of the database.
//!
//! A row is found by keyed hashes that take both the key ring and the member's own secret ([`Hand`]); nothing on the
//! side of the account says that it has aliases at all.

pub mod api;
mod commands;
mod hand;
mod model;
pub mod pages;
mod store;

pub use commands::{END_TIES, begin, end_ties, find_or_make, let_go, met, mine, recent, speaking, tie};
pub use hand::Hand;
pub use model::{Alias, Appeal, Ending, Own, Place, Refusal, State, TIE_DAYS, Words, lasts_until};
pub use pages::{all_end, answers, hand, shown, stopped};
pub use store::{
    answer_appeal, appeal_of, bar, close, decided, find_named, forget_gone, is_alias, is_barred, place_of,
    seal_of, set_known, set_reason, set_state, set_up, touch, unanswered, unbar,
};
