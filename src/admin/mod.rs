//! What hosts see and set.

pub mod groups;
pub mod health;
pub mod helplines;
pub mod newcomers;
pub mod people;
pub mod settings;
pub mod setup;
