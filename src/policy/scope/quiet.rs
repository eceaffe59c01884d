//! Whom somebody does not meet, and what they asked to hear less of.
//!
//! A block holds both ways, between the names that were seen: a reader by their own name, a writer by the name or alias
//! they speak as. So nothing vanishes with it that would say which names are one person's (decision 31).

use diesel::dsl::{auto_type, exists, not};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::forum::Eyes;
use crate::db::schema::{
    block, buddy, checkin, chip, far_face, far_group, membership, milestone, mute, notice, reaction, reply,
    thread,
};
use crate::kernel::FaceId;
use crate::policy::Role;

diesel::alias!(thread as around: Around);
diesel::alias!(thread as newest: NewestThread);

/// Those a face does not want to meet.
#[auto_type]
fn blocked(by: FaceId) -> _ {
    block::table.filter(block::by_face.eq(by)).select(block::face_id)
}

/// Those who do not want to meet a face.
#[auto_type]
pub fn blockers(of: FaceId) -> _ {
    block::table.filter(block::face_id.eq(of)).select(block::by_face)
}

/// Threads by writers the viewer meets. Whoever looks after the group meets all: a block must not hide what they are
/// there to see.
#[auto_type]
pub fn met_threads(eyes: Eyes) -> _ {
    let (face, met, keeps_all): (FaceId, FaceId, bool) = (eyes.face(), eyes.met(), eyes.keeps_all());
    let (moderator, steward): (Role, Role) = (Role::Moderator, Role::Steward);
    let kept = membership::table
        .filter(membership::group_id.eq(thread::group_id))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq(moderator).or(membership::role.eq(steward)));
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(thread::author_face.eq_any(by).or(thread::author_face.eq_any(of)))
        .or(keeps_all.into_sql::<Bool>())
        .or(exists(kept))
}

/// Replies by writers the viewer meets, likewise.
#[auto_type]
pub fn met_replies(eyes: Eyes) -> _ {
    let (face, met, keeps_all): (FaceId, FaceId, bool) = (eyes.face(), eyes.met(), eyes.keeps_all());
    let (moderator, steward): (Role, Role) = (Role::Moderator, Role::Steward);
    let group =
        around.filter(around.field(thread::id).eq(reply::thread_id)).select(around.field(thread::group_id));
    let kept = membership::table
        .filter(membership::group_id.eq_any(group))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq(moderator).or(membership::role.eq(steward)));
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(reply::author_face.eq_any(by).or(reply::author_face.eq_any(of)))
        .or(keeps_all.into_sql::<Bool>())
        .or(exists(kept))
}

/// People of a group that the viewer meets; those who look after it are named to everybody.
#[auto_type]
pub fn met_people(eyes: Eyes) -> _ {
    let (met, member): (FaceId, Role) = (eyes.met(), Role::Member);
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(membership::face_id.eq_any(by).or(membership::face_id.eq_any(of))).or(membership::role.ne(member))
}

/// Check-ins of people the viewer meets.
#[auto_type]
pub fn met_checkins(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(checkin::face_id.eq_any(by).or(checkin::face_id.eq_any(of)))
}

/// Check-ins of people the viewer did not ask to hear less of.
#[auto_type]
pub fn loud_checkins(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    not(checkin::face_id.eq_any(faces))
}

/// Buddies whom somebody meets.
#[auto_type]
pub fn met_buddies(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(buddy::with_face.eq_any(by).or(buddy::with_face.eq_any(of)))
}

/// The same, by the sides of the others.
#[auto_type]
pub fn met_sides(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(buddy::face_id.eq_any(by).or(buddy::face_id.eq_any(of)))
}

/// Milestones of people the viewer meets.
#[auto_type]
pub fn met_milestones(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(milestone::face_id.eq_any(by).or(milestone::face_id.eq_any(of)))
}

/// Chips of people the viewer meets.
#[auto_type]
pub fn met_chips(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(chip::by_face.eq_any(by).or(chip::by_face.eq_any(of)))
}

/// Kind words of people the viewer meets.
#[auto_type]
pub fn met_givers(met: FaceId) -> _ {
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    not(reaction::face_id.eq_any(by).or(reaction::face_id.eq_any(of)))
}

/// Faces somebody hears less of.
#[auto_type]
fn muted_faces(by: FaceId) -> _ {
    mute::table
        .filter(mute::by_face.eq(by))
        .filter(mute::face_id.is_not_null())
        .select(mute::face_id.assume_not_null())
}

/// Groups somebody hears less of.
#[auto_type]
fn muted_groups(by: FaceId) -> _ {
    mute::table
        .filter(mute::by_face.eq(by))
        .filter(mute::group_id.is_not_null())
        .select(mute::group_id.assume_not_null())
}

/// Threads by writers the viewer did not ask to hear less of: neither of them, nor of all of their community.
#[auto_type]
pub fn loud_writers(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    let from_there = mute::table
        .inner_join(far_face::table.on(far_face::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(by))
        .filter(far_face::face_id.eq(thread::author_face));
    not(thread::author_face.eq_any(faces)).and(not(exists(from_there)))
}

/// Milestones of people, and in groups, that the viewer did not ask to hear less of.
#[auto_type]
pub fn loud_milestones(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    let groups: muted_groups = muted_groups(by);
    let there = milestone::group_id.is_null().or(not(milestone::group_id.assume_not_null().eq_any(groups)));
    not(milestone::face_id.eq_any(faces)).and(there)
}

/// Chips of people the viewer did not ask to hear less of.
#[auto_type]
pub fn loud_chips(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    not(chip::by_face.eq_any(faces))
}

/// As [`met_threads`] and [`loud_writers`] together, for the newest threads of each of the viewer's places.
#[auto_type]
pub fn wanted_newest(eyes: Eyes) -> _ {
    let (face, met, keeps_all): (FaceId, FaceId, bool) = (eyes.face(), eyes.met(), eyes.keeps_all());
    let (moderator, steward): (Role, Role) = (Role::Moderator, Role::Steward);
    let by: blocked = blocked(met);
    let of: blockers = blockers(met);
    let faces: muted_faces = muted_faces(face);
    let from_there = mute::table
        .inner_join(far_face::table.on(far_face::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(face))
        .filter(far_face::face_id.eq(newest.field(thread::author_face)));
    let unmet = newest.field(thread::author_face).eq_any(by).or(newest.field(thread::author_face).eq_any(of));
    not(unmet)
        .or(keeps_all.into_sql::<Bool>())
        .or(membership::role.eq(moderator).or(membership::role.eq(steward)))
        .and(not(newest.field(thread::author_face).eq_any(faces)))
        .and(not(exists(from_there)))
}

/// Finds, of threads and of replies in them, by writers the viewer did not ask to hear less of.
#[auto_type]
pub fn loud_finds(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    let threads: loud_writers = loud_writers(by);
    let from_there = mute::table
        .inner_join(far_face::table.on(far_face::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(by))
        .filter(far_face::face_id.eq(reply::author_face));
    let replies = not(reply::author_face.eq_any(faces)).and(not(exists(from_there)));
    threads.and(reply::id.is_null().or(replies))
}

/// Threads of groups the viewer did not ask to hear less of.
#[auto_type]
pub fn loud_groups(by: FaceId) -> _ {
    let groups: muted_groups = muted_groups(by);
    let over_there = mute::table
        .inner_join(far_group::table.on(far_group::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(by))
        .filter(far_group::group_id.eq(thread::group_id));
    not(thread::group_id.eq_any(groups)).and(not(exists(over_there)))
}

/// Places of the viewer in groups they did not ask to hear less of.
#[auto_type]
pub fn loud_places(by: FaceId) -> _ {
    let groups: muted_groups = muted_groups(by);
    let over_there = mute::table
        .inner_join(far_group::table.on(far_group::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(by))
        .filter(far_group::group_id.eq(membership::group_id));
    not(membership::group_id.eq_any(groups)).and(not(exists(over_there)))
}

/// Notices that the viewer wants: of answers and kind words, none from those they do not meet or hear less of. What
/// those who look after things do is told always.
#[auto_type]
pub fn wanted_notices(by: FaceId) -> _ {
    let faces: muted_faces = muted_faces(by);
    let groups: muted_groups = muted_groups(by);
    let theirs: blocked = blocked(by);
    let of: blockers = blockers(by);
    let from_there = mute::table
        .inner_join(far_face::table.on(far_face::domain.nullable().eq(mute::domain)))
        .filter(mute::by_face.eq(by))
        .filter(far_face::face_id.nullable().eq(notice::from_face));
    let in_muted = around
        .filter(around.field(thread::id).nullable().eq(notice::thread_id))
        .filter(around.field(thread::group_id).eq_any(groups));
    let from = notice::from_face.assume_not_null();
    let unwanted = from
        .eq_any(faces)
        .or(from.eq_any(theirs))
        .or(from.eq_any(of))
        .or(exists(from_there))
        .or(exists(in_muted));
    notice::kind
        .ne("reply")
        .and(notice::kind.ne("reaction"))
        .and(notice::kind.ne("note"))
        .or(notice::from_face.is_null())
        .or(not(unwanted))
}
