//! Who may see and do what: scopes decide what is seen, permits what is done.

pub mod action;
pub mod facts;
pub mod permit;
pub mod rules;
pub mod scope;
pub mod viewer;

pub use action::Action;
pub use facts::{DISTRESS, Standing, in_distress, stays_open, stays_open_for};
pub use permit::{Permit, may, may_in_community};
pub use rules::Refusal;
pub use viewer::{Far, Person, Rank, Reach, Role, Viewer};
