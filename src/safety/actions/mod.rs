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
pub use model::{Act, ActId, Decision, Done, Reader, Refusal, Sentence, State, Verb, verb_label};
#[cfg(test)]
pub(in crate::safety) use pages::of as concern_for_tests;
pub use pages::{Leases, card};
pub(in crate::safety) use pages::{case, door};
pub use store::{blank, closer, decided_on, forget_face, lift_answers, sweep};
pub use views::{Case, Line, Week, decisions, lately, log, queue, what_we_did};
