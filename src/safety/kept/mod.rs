//! The lines of the log of service about what was done beside any case: where a thread stands, on the page of an alias, among what
//! waits, in the rules of a group, among the people of the community. Whoever it met reads why, and can answer (decision 0057).

mod commands;

pub use commands::{Standing, keep, standing};
