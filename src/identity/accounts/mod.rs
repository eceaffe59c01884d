//! The private side of a member: how they came in, what they may do, where they stand.

pub mod api;
mod arrivals;
mod commands;
mod going;
mod model;
pub mod pages;
pub mod standing;
mod store;

pub use arrivals::{Arrived, Prepared, settle};
pub use commands::{
    Arrival, arrive, new_face, rename, set_about, set_kind_words_travel, set_leaving, suggest_free,
};
pub use going::{
    AWAY_GRACE_DAYS, END, GRACE_DAYS, NOTE, close_unused, end_accounts, erase, erase_again, erase_named,
    leave_soon, note, stay,
};
pub use model::{About, Application, Gate, Profile, Record, Refusal, Standing};
pub use pages::{Arriving, prepare, remember};
pub use store::{
    bury_face, face_of, far_among, find_by_name, host_faces, house_faces, insert_face, is_free,
    lets_kind_words_travel, nobody, open_among, profile, profiles, record, standing, with_account,
};
