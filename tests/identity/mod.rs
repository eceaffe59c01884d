//! Coming in, coming back, staying safe, going: through the doors.

mod account;
mod affiliations;
mod again;
mod api;
mod arrivals;
mod gone;
pub mod passkeys;
mod returns;
mod safety;
mod secrets;
mod shared;
