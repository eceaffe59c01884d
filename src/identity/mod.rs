//! Who people are here, which is whoever they say.

pub mod names;
pub mod words;
