//! What hosts see and set.

pub mod settings;
