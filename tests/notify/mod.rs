//! What members are told, through its doors.

mod carrier;
mod choices;
mod inbox;
mod links;
mod mail;
pub mod phone;
mod push;
mod refusals;
mod undelivered;
