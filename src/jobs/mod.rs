//! The durable queue and the clockwork: work that happens after a commit, at least once, and is never silently dropped.

mod backoff;
mod runner;
mod store;
mod task;

pub use backoff::wait_ms;
pub use runner::{Handler, Runner};
pub use store::{Backlog, add, backlog, parked, put_back, unsettled};
pub use task::{Job, Task};
