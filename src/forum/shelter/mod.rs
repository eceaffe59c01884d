//! A small circle for a day: what somebody says goes to one group alone, and nobody asks anything of them. It is for whoever has
//! used today, and for anybody else; which of them it is, no row says, and nobody but they can see that it is so (decision 0048).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{begin, check, end, keep, keeps_in};
pub use model::{Line, Refusal, Shelter};
pub use store::{erase, leave, of_these, sweep};
pub use views::{Choice, Mine, choices, glance, holding};
