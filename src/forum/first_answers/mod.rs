//! Where somebody tells of a setback, people who answer first go before others for some minutes: those who are there for it
//! in the group. It ends by the first of their answers, by a word of the writer, by the clock, and by itself where none of
//! them is on duty: nothing stays unanswered for it.

mod model;
pub mod pages;
mod views;

pub use model::{Firsts, Refusal, Wait};
pub use pages::{begin, check, left, wait};
