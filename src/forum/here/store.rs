//! Every SQL statement of who is here now. Nothing is written.

use diesel::prelude::*;

use super::model::PEOPLE_MIN;
use crate::db::schema::{account, group_, membership};
use crate::db::{Db, Run};
use crate::kernel::{Day, Error, FaceId, GroupId};

/// Those of these groups that say something to a member: they are in it, it is open and not small, and nobody there speaks as an
/// alias.
pub(super) fn telling(db: &mut Db, me: FaceId, groups: &[GroupId]) -> Result<Vec<GroupId>, Error> {
    membership::table
        .inner_join(group_::table)
        .filter(membership::face_id.eq(me))
        .filter(membership::state.eq("in"))
        .filter(membership::group_id.eq_any(groups.to_vec()))
        .filter(group_::aliases.eq("off"))
        .filter(group_::closed_at.is_null())
        .filter(group_::member_count.ge(PEOPLE_MIN))
        .select(membership::group_id)
        .rows(db)
}

/// Who counts of these people, and where: they are in the group, chose to be seen there, and their account is open.
pub(super) fn counted(
    db: &mut Db,
    (groups, faces): (&[GroupId], &[FaceId]),
    today: Day,
) -> Result<Vec<(GroupId, FaceId)>, Error> {
    let is_over = account::state.eq("paused").and(account::state_until.le(today));
    membership::table
        .inner_join(account::table.on(account::face_id.eq(membership::face_id)))
        .filter(membership::group_id.eq_any(groups.to_vec()))
        .filter(membership::face_id.eq_any(faces.to_vec()))
        .filter(membership::state.eq("in"))
        .filter(membership::is_unlisted.eq(false))
        .filter(account::state.eq("open").or(is_over))
        .select((membership::group_id, membership::face_id))
        .rows(db)
}
