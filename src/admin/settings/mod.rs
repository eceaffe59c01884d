//! The community's own settings: its name, its words, its doors.

mod store;

pub use store::{HostWords, host_words, house};
