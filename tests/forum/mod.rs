//! Groups, threads and replies, through their doors.

mod feeds;
mod groups;
mod invitations;
mod members;
mod plans;
pub mod said;
mod search;
mod threads;
mod worlds;
