//! How the server is: alive, ready, and what a host should look at next.

pub mod api;
mod metrics;
mod model;
pub mod pages;
mod probes;
mod store;
mod sums;

pub use metrics::{Load, Metrics, measure};
pub use model::{Counts, Health, Todo};
pub use probes::look;
pub use store::{counts, newest_day, note_backup};
pub use sums::{Sums, sums};
