//! Telling by e-mail whoever wishes it, where the host has a machine that carries mails: one neutral line, a few times a day at most, to
//! an address that said yes. An address is for that alone: nobody comes in by it, and nothing that was lost comes back by it. Nothing is ever
//! mailed for an alias.

pub mod api;
mod commands;
mod memory;
mod model;
pub mod pages;
mod post;
mod relay;
mod rules;
mod run;
mod store;

pub use commands::{confirm, end, is_asked, own, put, remove, reseal, tell};
pub use memory::Memory;
pub use model::{AddressHeld, AddressId, Held, Letter, LetterId, MAILS, Own, Refusal};
pub use relay::{Relay, Said, Trouble};
pub use run::{run, run_due};
pub use store::{forget, sweep};
