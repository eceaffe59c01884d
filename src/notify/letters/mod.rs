//! What is on its way to somebody while they do not look: when it goes, for how long it is of use, and what becomes of one that was not
//! taken. A device and an address differ in how they are reached, and in this they do not.

mod model;
mod rules;
mod run;

pub use model::{End, Plan, Silence};
pub use rules::{JITTER_MS, again, is_over, later, plan};
pub use run::Queue;
