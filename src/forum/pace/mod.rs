//! Pace: how much of looking after others somebody takes on, whether hard words are folded for them, and breaks. A rest puts
//! down one part in one group, and others there see it; a break is somebody's own affair, and nobody is told (decision 0039).

mod commands;
mod model;
mod store;

pub use commands::{begin_break, choose, end_break, limit_all};
pub use model::{Break, Cap, Limits, Pace, Refusal, is_hard};
pub use store::{away, caps, ceiling, erase, of};
