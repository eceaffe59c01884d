//! What is closed along with another concern, because all of somebody's words went out of sight, and waits again with it.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::update;

use super::{open_again, settle};
use crate::db::schema::{concern, reply, thread};
use crate::db::{Run, Tx, when};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::policy::{DISTRESS, Permit};
use crate::safety::actions::ActId;
use crate::safety::reports::{ConcernId, Outcome};

/// Closes every concern about words of a face, in a group or anywhere, that this viewer looks after: something was done about
/// them all, by one decision. Words that stand still, because whoever decided cannot read them, wait on; where somebody is worried,
/// it waits on, too: whoever wrote it still needs people; and so does what others have in their hands.
///
/// # Errors
/// A fault of the database.
pub fn settle_all(
    tx: &mut Tx<'_>,
    (permit, eyes): (&Permit, &Eyes),
    (face, group): (FaceId, Option<GroupId>),
    (by, in_other_hands): (ActId, &[ConcernId]),
) -> Result<(), Error> {
    let thread_stands = thread::table
        .filter(thread::id.nullable().eq(concern::thread_id))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null());
    let reply_stands = reply::table
        .filter(reply::id.nullable().eq(concern::reply_id))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null());
    let waiting: Vec<ConcernId> = concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::thread_id.is_not_null())
        .filter(concern::urgency.gt(DISTRESS))
        .filter(concern::face_id.eq(face))
        .filter(not(concern::reply_id.is_null().and(exists(thread_stands))))
        .filter(not(exists(reply_stands)))
        .filter(when(group, |group| concern::group_id.eq(group)))
        .filter(concern::id.ne_all(in_other_hands.to_vec()))
        .filter(scope::concerns(eyes))
        .select(concern::id)
        .rows(tx)?;
    for id in waiting {
        settle(tx, permit, id, Outcome::Acted)?;
        update(concern::table.find(id)).set(concern::settled_by.eq(Some(by))).exec(tx)?;
    }
    Ok(())
}

/// What one decision closed along with its own concern waits again: it was taken back.
///
/// # Errors
/// A fault of the database.
pub fn open_all_again(tx: &mut Tx<'_>, permit: &Permit, by: ActId) -> Result<(), Error> {
    let closed: Vec<ConcernId> =
        concern::table.filter(concern::settled_by.eq(by)).order(concern::id).select(concern::id).rows(tx)?;
    closed.into_iter().try_for_each(|id| open_again(tx, permit, id))
}
