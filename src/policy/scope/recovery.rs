//! What of others' days somebody may read: what was told to a group they are in, to the daily circle, or to them as a buddy. Whoever left reads nothing,
//! and is read no more; nor do those who do not meet read each other.

use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::quiet::{met_checkins, met_chips, met_milestones, met_sides};
use crate::db::schema::{account, buddy, checkin, chip, face, membership, milestone};
use crate::kernel::{Day, FaceId};

/// Days after the one on which a milestone was shown for which it is read: seventy-two hours in all, and not one more.
pub const MILESTONE_DAYS: i64 = 2;

/// Check-ins that a member may read, joined with the face that told them.
#[auto_type]
pub fn shared_checkins(viewer: FaceId) -> _ {
    let place = membership::table
        .filter(membership::group_id.nullable().eq(checkin::group_id))
        .filter(membership::face_id.eq(viewer))
        .filter(membership::state.eq("in"));
    let theirs = membership::table
        .filter(membership::group_id.nullable().eq(checkin::group_id))
        .filter(membership::face_id.eq(checkin::face_id))
        .filter(membership::state.eq("in"));
    let met: met_checkins = met_checkins(viewer);
    exists(place).and(met).and(exists(theirs)).and(face::is_retired.eq(false))
}

/// Check-ins that a member may read in the daily circle, joined with the face that told them: of open accounts, and of people
/// they meet. Whoever looks after the community meets all.
#[auto_type]
pub fn circle_checkins(viewer: FaceId, keeps_all: bool) -> _ {
    let met: met_checkins = met_checkins(viewer);
    let open = account::table.filter(account::face_id.eq(checkin::face_id)).filter(account::state.eq("open"));
    met.or(keeps_all.into_sql::<Bool>()).and(exists(open)).and(face::is_retired.eq(false))
}

/// What a member's buddies told them, joined with the side of whoever did: it is gone with the two.
#[auto_type]
pub fn told_checkins(viewer: FaceId) -> _ {
    let met: met_sides = met_sides(viewer);
    buddy::with_face.eq(viewer).and(met)
}

/// Milestones that others show to a member now, joined with the face that shows them: to a group both are in, or to them as
/// a buddy. Those of accounts that are closed or paused are not shown.
#[auto_type]
pub fn shown_milestones(viewer: FaceId, today: Day) -> _ {
    let since: Day = today.plus(-MILESTONE_DAYS);
    let place = membership::table
        .filter(membership::group_id.nullable().eq(milestone::group_id))
        .filter(membership::face_id.eq(viewer))
        .filter(membership::state.eq("in"));
    let theirs = membership::table
        .filter(membership::group_id.nullable().eq(milestone::group_id))
        .filter(membership::face_id.eq(milestone::face_id))
        .filter(membership::state.eq("in"));
    let side = buddy::table
        .filter(buddy::id.nullable().eq(milestone::buddy_id))
        .filter(buddy::face_id.eq(milestone::face_id))
        .filter(buddy::with_face.eq(viewer));
    let met: met_milestones = met_milestones(viewer);
    let open =
        account::table.filter(account::face_id.eq(milestone::face_id)).filter(account::state.eq("open"));
    exists(place)
        .and(exists(theirs))
        .or(exists(side))
        .and(met)
        .and(milestone::face_id.ne(viewer))
        .and(milestone::shown_on.ge(since))
        .and(exists(open))
        .and(face::is_retired.eq(false))
}

/// Chips that somebody was given, by people they meet.
#[auto_type]
pub fn own_chips(viewer: FaceId) -> _ {
    let met: met_chips = met_chips(viewer);
    chip::face_id.eq(viewer).and(met)
}
