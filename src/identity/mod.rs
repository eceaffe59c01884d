//! Who somebody is here, which is whoever they say.

pub mod accounts;
pub mod invitations;
pub mod names;
pub mod sessions;
pub mod words;
