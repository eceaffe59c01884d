//! Groups, threads and replies, through their doors.

mod threads;
