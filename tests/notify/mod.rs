//! What members are told, through its doors.

mod caring;
pub mod carrier;
mod choices;
mod inbox;
mod links;
mod live;
mod mail;
pub mod phone;
mod push;
mod refusals;
mod undelivered;
