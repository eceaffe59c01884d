//! Conversations.

pub mod kinds;
