//! What if I go quiet: one of two buddies asks the other to notice, and says after how many days; the other says yes. Then,
//! once a silence, that one reads one line that says who, and nothing else. Either ends it at once (decision 0044).

pub mod api;
mod commands;
mod model;
mod run;
mod views;

pub use commands::{agree, ask, disagree, rest, take_back};
pub use model::{Promise, Refusal, Terms};
pub use run::{COUNT, count};
pub use views::{Agreed, copied, of};
