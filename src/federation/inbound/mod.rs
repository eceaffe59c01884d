//! What other communities send: verified, kept and acknowledged at the door; then opened one by one, and brought to the same
//! commands a browser reaches, under the same policy.

mod announce;
mod asking;
mod find;
mod flag;
mod follow;
mod html;
mod keep;
mod link;
mod mirror;
mod model;
mod moved;
mod paces;
pub mod pages;
mod react;
mod read;
mod remove;
mod rules;
mod run;
mod shape;
mod store;
mod told;
mod verbs;
mod views;
mod words;

pub use find::{Listed, find, groups_of};
pub use model::State;
pub use run::{open_due, run, sweep};
pub use views::{Came, Concern, came};

/// Why a concern has no effect: people look at it.
const FLAG: &str = "flag";
/// What begins the address of a note to ourselves that a group's newest threads are to be fetched.
const NEWEST: &str = "newest:";
