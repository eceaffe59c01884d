//! The crisis lane: somebody may be in distress. Those who look after things write to them, pass them on, close for now and
//! ask the next day; and whoever it is about answers, or asks to be left alone (decision 0033).

pub mod api;
mod commands;
mod duty;
mod listen;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{ask_after, follow_setbacks, follow_up, sweep};
pub use duty::Duty;
pub use listen::hear;
pub use model::{Aside, Care, CareId, Kind, Note, Refusal, Words};
pub use views::{Line, Whose, copied, of_case, on_duty};
