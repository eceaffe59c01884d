//! The durable queue and the clockwork: work that happens after a commit, at least once, and is never silently dropped.

mod backoff;
mod calm;
mod model;
mod runner;
mod store;

pub use backoff::{nap, wait_ms};
pub use calm::Calm;
pub use model::{Job, Task};
pub use runner::{Handler, Runner};
pub use store::{Backlog, add, backlog, call_off, held, is_behind, parked, put_back, unsettled};
