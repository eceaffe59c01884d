//! Who somebody is here: accounts, names, ways back in, sessions.

pub mod accounts;
pub mod affiliations;
pub mod aliases;
pub mod brief;
pub mod credentials;
pub mod invitations;
pub mod memory;
pub mod muted;
pub mod names;
pub mod newcomers;
pub mod passkeys;
pub mod recovery;
pub mod returns;
pub mod sessions;
pub mod silences;
pub mod words;

pub use memory::Memory;
