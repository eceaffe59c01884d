//! The community's own settings: its name, its words, its doors.

pub mod api;
mod commands;
pub mod forms;
mod model;
pub mod pages;
mod store;

pub use commands::{
    be_discreet, describe, keep_for, set_entrance, set_quiet_hours, write_pages, write_rules,
};
pub use model::{
    About, Community, Country, Discretion, Doors, Entrance, KEEPING, Keeping, LeaveUrl, Name, Pages, Refusal,
    Sentence, Text, language_key,
};
pub use store::{HostWords, community, host_words, house, keeping};
