//! Concerns: somebody tells those who look after things about a post, a person or a group. Everybody who tells of one
//! thing tells of one concern. Who told is kept so that nobody finds it but they themselves (decision 0025).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod teller;

pub use commands::{about, elsewhere, is_unread, news, own, tell};
pub use model::{
    About, Concern, ConcernId, GoesOn, Outcome, PASS_ON, PassedOn, Pattern, Reason, Refusal, Subject,
    Telling, Tier, Told, Words, reason_label,
};
pub use pages::{own_aliases, teller};
pub use store::{
    find, find_on_thread, lift_old, list, open_again, pattern, raise, settle, settle_all, sweep, told_of,
    unlink,
};
pub use teller::Teller;
