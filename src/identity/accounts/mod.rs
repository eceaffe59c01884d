//! The private side of a member: how they came in, what they may do, where they stand.

pub mod api;
mod arrivals;
mod commands;
mod model;
pub mod pages;
pub mod standing;
mod store;

pub use arrivals::{Arrived, Prepared, settle};
pub use commands::{Arrival, arrive, erase, new_face, rename, set_about, set_leaving, suggest_free};
pub use model::{About, Application, Gate, Profile, Record, Refusal, Standing};
pub use pages::{Arriving, prepare, remember};
pub use store::{find_by_name, host_faces, is_free, profile, record, standing};
