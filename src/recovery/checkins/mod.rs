//! A check-in: how somebody is on one day of their own clock. It is theirs alone; a group may read the weather and a line.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod trend;
mod views;

pub use commands::{check_in, take_back};
pub use model::{Draft, Entry, Halt, Line, LookBack, Refusal, Shared, URGE_MAX, Weather, Went};
pub use store::{all, erase, sweep, was_here};
pub use views::{Card, Loaded, load, of_group, sum};
