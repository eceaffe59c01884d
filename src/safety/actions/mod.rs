//! Decisions: what somebody who looks after things does about a concern, the log of it, and how whoever it met answers.

pub mod api;
mod commands;
mod effects;
mod model;
pub mod pages;
mod rules;
mod store;
mod there;
mod views;

pub use commands::{answer, appeal, bulk, decide, hand_up, may_care, may_decide, undo};
pub use model::{
    ANSWER_DAYS, Act, ActId, Decision, Done, FROM_LIST, Reader, Refusal, Sentence, State, Verb, verb_label,
};
pub use pages::door::{act_id, case_id, eyes};
pub use pages::{Leases, card};
pub(in crate::safety) use pages::{case, door};
pub use store::{answered, blank, closer, counts, forget_face, lift_answers, sweep};
pub use there::{There, holding, keep, taken_back};
pub use views::{Case, Line, decisions, lately, log, queue};
