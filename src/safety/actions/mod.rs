//! Decisions: what somebody who looks after things does about a concern, the log of it, and how whoever it met answers.

pub mod api;
mod commands;
mod effects;
mod model;
pub mod pages;
mod rules;
mod store;
mod views;

pub use commands::{answer, appeal, bulk, decide, hand_up, may_care, may_decide, undo};
pub use model::{
    AT_ONCE, Act, ActId, Decision, Done, Each, Left, Noted, Reader, Refusal, Sentence, State, Verb,
    verb_label,
};
#[cfg(test)]
pub(in crate::safety) use pages::of as concern_for_tests;
pub(in crate::safety) use pages::{DECIDED, case, door};
pub use pages::{Leases, card};
pub use rules::FOR_SEVERAL;
pub use store::{
    asked_move, blank, closer, decided_on, find_asked, forget_face, lift_answers, note, settle_asked, sweep,
};
pub use views::{Case, Line, Row, Week, case as one, decisions, lately, log, queue, what_we_did};
