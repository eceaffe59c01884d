//! What members are told, through its doors.

mod choices;
mod inbox;
mod phone;
mod push;
mod refusals;
