//! Groups, threads and replies, through their doors.

mod groups;
mod invitations;
mod members;
mod threads;
