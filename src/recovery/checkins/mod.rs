//! A check-in: how somebody is on one day of their own clock. It is theirs alone; a group, or a buddy, may read the weather and a
//! line.

pub mod api;
mod commands;
mod model;
pub mod pages;
mod rules;
mod store;
mod trend;
mod views;

pub use commands::{check_in, reseal, take_back, untell};
pub use model::{
    About, Draft, Entry, Halt, Line, LookBack, Refusal, Shared, Told, ToldHeld, URGE_MAX, Weather, Went,
};
pub use store::told::readers;
pub use store::{all, erase, sweep, was_here};
pub use views::{Between, Card, Loaded, between, load, of_group, sum};
