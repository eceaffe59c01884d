//! A device that is signed in: a random reference in a cookie, its hash in a row, nothing finer than weeks.

mod commands;
pub mod middleware;
mod model;
mod store;

pub use commands::{end, end_all, end_others, name_device, start, touch};
pub use middleware::{Held, no_cookie};
pub use model::{Device, Refusal, Staying, WEEKS_MAX};
pub use store::{devices, resolve, sweep};
