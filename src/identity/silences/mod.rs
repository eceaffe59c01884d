//! How long somebody has not been heard from, in days, for those who asked their buddy to notice and whose buddy said yes:
//! of nobody else is it known. What they agreed is made between buddies; it lies here because those who hear of somebody,
//! a look at a page and a check-in, do not know of each other (decision 0044).

mod commands;
mod model;
mod rules;
mod sealed;
mod store;

pub use commands::{agree, heard, keep, reseal, write};
pub use model::{By, DAYS, Kept, Silence, SilenceHeld};
pub use rules::{Pace, REST_DAYS};
pub use sealed::open;
pub use store::{agreed, find, remove};
