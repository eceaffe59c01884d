//! Throwaway table of contents for the pure parts; the assembled one replaces it.

pub mod cli;
pub mod forum;
pub mod identity;
pub mod kernel;
