//! The one integration binary: every test that goes through a door, on both databases.
