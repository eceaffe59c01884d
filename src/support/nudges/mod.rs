//! A nudge: one of two buddies asks to be thought of at an hour of their own clock, every day, on some, or once a week, and the
//! other says yes. Then one neutral line comes at that hour, and one press answers it. Either ends it at once.

pub mod api;
mod commands;
mod model;
mod rules;
mod run;
mod sealed;
mod store;
mod views;

pub use commands::{agree, answer, ask, disagree, reseal, take_back};
pub use model::{Asked, Kept, Nudge, NudgeHeld, Refusal, Said, Terms, Word};
pub use run::{SEND, send};
pub use views::{Agreed, Waiting, copied, of, waiting, zone};
