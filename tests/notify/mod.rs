//! What members are told, through its doors.

mod inbox;
