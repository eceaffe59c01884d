//! The one integration binary: every test that goes through a door, on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that meets what it did not expect is to fail there and then; tests wait in real time"
)]

#[macro_use]
mod harness;

mod admin;
mod cli;
mod db;
mod dev;
mod erase;
mod federation;
mod forum;
mod generated;
mod identity;
mod keys;
mod kill;
mod licences;
mod notify;
mod proofs;
mod recovery;
mod resealed;
mod safety;
mod support;
mod sweep;
mod timing;
mod twins;
mod web;
