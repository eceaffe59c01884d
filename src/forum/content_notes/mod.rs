//! What a post may touch on.

pub mod model;
