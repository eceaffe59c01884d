//! A device that is signed in: a random reference in a cookie, its hash in a row, nothing finer than weeks.

pub mod api;
mod commands;
mod devices;
pub mod middleware;
mod model;
pub mod pages;
mod presence;
mod seal;
mod store;

pub use commands::{end, end_all, end_others, name_device, open, renew, rotate, set_lock, start};
pub use middleware::{Held, Here, Locked, WasShared, cookie, no_cookie};
pub use model::{Device, Refusal, Renewal, Staying, WEEKS_MAX};
pub use pages::{here, holder, signed_out};
pub use presence::{LOCKS_MIN, SHARED_MIN, hear};
pub use store::{devices, resolve, sweep};
