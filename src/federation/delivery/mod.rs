//! What leaves this server: one queue per host, in order, durable, at least once. Nothing is promised by a 2xx, so all of
//! it can be pulled as well; this is how others hear of it soon.
//!
//! `enqueue` writes within the caller's transaction; `run` carries, by a `post` it is given, and asks before each letter
//! whether it may still go.

mod commands;
mod model;
mod rules;
mod run;
mod store;

pub use commands::{begin, drop_waiting, enqueue, heard_from, let_go, retry, sweep, wake};
pub use model::{Activity, DeadLetter, Health, Kind, LETTERS, Letter, May, Outcome, Recipient, Spirits, Why};
pub use rules::{Breaker, wait_ms};
pub use run::{run, run_due};
pub use store::{
    Asked, Bag, Became, Carried, End, asked_to_let_go, awaiting, claim, dead_letters, deletes, form_of,
    health, held, holders, holds, inbox_of, next, reached, remember_form, settle, waiting,
};
