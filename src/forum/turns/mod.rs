//! Turns: how long somebody looks after a group, putting that down for a while, and what is left for whoever comes next.

pub mod api;
mod commands;
mod listen;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{begin, come_back, hand_over, rest, tend};
pub use listen::hear;
pub use model::{Handover, Length, Place, Refusal, Rest, TOLD_DAYS, Words};
pub use views::{Service, service};
