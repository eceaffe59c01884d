//! Decisions: what somebody who looks after things does about a concern, the log of it, and how whoever it met answers.

mod answers;
pub mod api;
mod back;
mod commands;
mod effects;
mod listed;
mod model;
pub mod pages;
mod rules;
mod second;
mod store;
mod there;
mod views;

pub use answers::{answer, appeal, lift_answers};
pub use back::hand_down;
pub use commands::{bulk, decide, hand_up, may_care, may_decide, see, undo};
pub use model::{
    ANSWER_DAYS, AT_ONCE, Act, ActId, Back, Decision, Done, Each, FROM_LIST, How, Left, Noted, Plea, Reader,
    Refusal, Sentence, State, Verb, verb_label,
};
pub use pages::door::{act_id, case_id, eyes};
#[cfg(test)]
pub(in crate::safety) use pages::of as concern_for_tests;
pub(in crate::safety) use pages::{DECIDED, case, door, own};
pub use pages::{Leases, after, card, not_taken_back};
pub use rules::FOR_SEVERAL;
pub use store::{
    answered, asked_move, blank, closer, counts, decided_on, ended_at, ended_for, ended_in, ended_last,
    ended_of, find_asked, forget_face, holds_of, note, put_away, settle_asked, sweep,
};
pub use there::{There, holding, keep, taken_back};
pub use views::{Case, Line, Lines, Row, case as one, decisions, lately, log, named, queue, weighed};
