//! What hosts see and set.

pub mod helplines;
pub mod settings;
