//! A thread that was opened in the wrong room: whoever looks after both groups moves it, with all that was answered. No more
//! people read it there than before unless its writer says yes, its address stays, and its writer is told (decision 42).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;

pub use commands::{agree, can_go_back, carry, choices, destinations, put_back, weigh};
pub use model::{Done, Plan, Refusal};
