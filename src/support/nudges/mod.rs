//! A nudge: one of two buddies asks to be thought of at an hour of their own clock, every day, on some, or once a week, and the
//! other says yes. Then one neutral line comes at that hour. Either ends it at once.

pub mod api;
mod commands;
mod model;
mod rules;
mod run;
mod sealed;
mod store;
mod views;

pub use commands::{agree, ask, disagree, reseal, take_back};
pub use model::{Asked, Kept, Nudge, NudgeHeld, Refusal, Terms};
pub use run::{SEND, send};
pub use views::{Agreed, copied, of, zone};
