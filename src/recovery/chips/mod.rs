//! Chips: a milestone that somebody shows, and what a person gives them for it, with words of their own. Nothing here is given by
//! a machine, nothing is counted, and nothing is said after three days of silence (decision 0047).

pub mod api;
mod commands;
mod model;
pub mod pages;
mod store;
mod views;

pub use commands::{erase, forget_names, give, give_back, reseal, show, sweep, take_down, turn};
pub use model::{Chip, ChipId, Given, Held, MilestoneId, NameHeld, Refusal, Shown, State, To, Words};
pub use pages::ShownLine;
pub use store::given_by;
pub(super) use store::{given_to, shown_by};
pub(super) use views::opened;
pub use views::{Audience, Stands, audience, giver, has_new, list, mine, name_of, one, quoted, standing};
