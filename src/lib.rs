//! Throwaway table of contents for the pure parts; the assembled one replaces it.

pub mod kernel;
pub mod identity;
pub mod forum;
pub mod cli;
