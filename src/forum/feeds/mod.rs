//! Lists of threads: a group's newest, one's own groups', the open web's, a person's, and who waits for a first reply.

pub mod api;
pub mod atom;
mod model;
pub mod pages;
mod store;

pub use model::{Newest, Room};
pub use store::{
    Page, bodies, is_for, newest_in_group, newest_of_mine, newest_on_open_web, pinned, rooms, sequence,
    shows_milestone, sifted, suggested, waiting,
};
