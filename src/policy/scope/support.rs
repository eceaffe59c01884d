//! Which small rooms somebody may enter: the one they asked for, and those in which they have a seat. Nobody else's, whatever
//! they look after. And which buddies are theirs.

use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;

use super::quiet::met_buddies;
use crate::db::schema::{ask, ask_seat, buddy, face, silence};
use crate::kernel::{FaceId, Moment};

/// Rooms that a member may read. What ends is gone for everybody at that moment, whether or not it was swept yet.
#[auto_type]
pub fn rooms(viewer: FaceId, now: Moment) -> _ {
    let theirs = ask_seat::table
        .filter(ask_seat::ask_id.eq(ask::id))
        .filter(ask_seat::face_id.eq(viewer))
        .filter(ask_seat::seat.is_not_null());
    ask::ends_at.gt(now).and(ask::face_id.eq(viewer).or(exists(theirs)))
}

/// Rooms in which a member once had a seat, and has none now.
#[auto_type]
pub fn left_rooms(viewer: FaceId, now: Moment) -> _ {
    let theirs = ask_seat::table
        .filter(ask_seat::ask_id.eq(ask::id))
        .filter(ask_seat::face_id.eq(viewer))
        .filter(ask_seat::seat.is_null());
    ask::ends_at.gt(now).and(exists(theirs))
}

/// Asks that live.
#[auto_type]
pub fn live_asks(now: Moment) -> _ {
    ask::ends_at.gt(now).and(ask::over_on.is_null())
}

/// Sides of buddies that are somebody's own, of those whom they meet.
#[auto_type]
pub fn own_buddies(viewer: FaceId) -> _ {
    let met: met_buddies = met_buddies(viewer);
    buddy::face_id.eq(viewer).and(met)
}

/// What a face's buddy is to notice, and both said yes.
#[auto_type]
pub fn counted_silences() -> _ {
    silence::table.filter(silence::face_id.eq(face::id)).filter(silence::is_agreed.eq(true))
}
