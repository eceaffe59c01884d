//! Telling a device while nobody looks (Web Push): a neutral sentence, encrypted for that device alone, as long as its
//! session and no longer. Nothing is ever pushed for an alias: what is told to one is found on the page of news.

pub mod api;
mod commands;
mod memory;
mod model;
pub mod pages;
mod post;
mod rules;
mod run;
mod seal;
mod store;
mod vapid;

pub use commands::{devices, move_to, reseal, ring, turn_off, turn_on};
pub use memory::Memory;
pub use model::{
    Answer, DeviceId, Ears, EarsHeld, KeyHeld, Letter, LetterId, Parcel, RINGS, Refusal, Ringing,
};
pub use run::{run, run_due, told_now};
pub use seal::{FILLED_TO, encrypt};
pub use store::{forget, is_open, put, sweep};
pub use vapid::{public_key, token};
