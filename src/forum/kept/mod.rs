//! What those who look after a group do where things stand, beside any case: the doors say it, and the log of service, which lies
//! above, has a line of it.

mod model;

pub use model::Kept;
