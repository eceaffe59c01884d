//! The one integration binary: every test that goes through a door, on both databases.

#[macro_use]
mod harness;

mod forum;
mod identity;
