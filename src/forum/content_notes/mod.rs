//! What a post may touch on, so that a reader can choose before reading.

mod model;

pub use model::ContentNote;
