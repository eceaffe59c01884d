//! Every query about turns.

use diesel::dsl::{delete, insert_into, update};
use diesel::prelude::*;

use super::{Handover, Place};
use crate::db::schema::{face, handover, membership};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, GroupId};
use crate::policy::{Permit, Role};

/// Turns and rests that the clockwork sees to in one go.
const AT_ONCE: i64 = 500;

/// Somebody's place in a group they are in.
pub(super) fn find(db: &mut Db, group: GroupId, face: FaceId) -> Result<Option<Place>, Error> {
    here(group).filter(membership::face_id.eq(face)).select(cols::<Place>()).row_opt(db)
}

/// The place in a group of whoever is called so.
pub(super) fn find_named(db: &mut Db, group: GroupId, name: &str) -> Result<Option<Place>, Error> {
    here(group).filter(face::name.eq(name)).select(cols::<Place>()).row_opt(db)
}

/// Everybody who serves in a group, or rests from it.
pub(super) fn serving(db: &mut Db, group: GroupId) -> Result<Vec<Place>, Error> {
    here(group)
        .filter(membership::role.ne(Role::Member).or(membership::rests_as.ne("")))
        .order(face::name)
        .select(cols::<Place>())
        .rows(db)
}

/// A turn begins anew: its end has not been told, and nobody rests from it.
pub(super) fn set_turn(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (group, face): (GroupId, FaceId),
    until: Option<Day>,
) -> Result<(), Error> {
    update(place(group, face))
        .set((
            membership::turn_until.eq(until),
            membership::is_end_told.eq(false),
            membership::rests_as.eq(""),
            membership::rests_until.eq(None::<Day>),
        ))
        .exec(tx)
        .map(drop)
}

/// Somebody puts down what they do, until a day.
pub(super) fn set_rest(tx: &mut Tx<'_>, group: GroupId, rests: &Place, until: Day) -> Result<(), Error> {
    update(place(group, rests.face_id))
        .set((
            membership::role.eq(Role::Member),
            membership::rests_as.eq(rests.part().code()),
            membership::rests_until.eq(Some(until)),
        ))
        .exec(tx)
        .map(drop)
}

/// Somebody does this in the group from now on, and rests no longer.
pub(super) fn set_back(tx: &mut Tx<'_>, group: GroupId, face: FaceId, role: Role) -> Result<(), Error> {
    update(place(group, face))
        .set((
            membership::role.eq(role),
            membership::rests_as.eq(""),
            membership::rests_until.eq(None::<Day>),
        ))
        .exec(tx)
        .map(drop)
}

/// A turn is over.
pub(super) fn end(tx: &mut Tx<'_>, group: GroupId, face: FaceId) -> Result<(), Error> {
    set_back(tx, group, face, Role::Member)?;
    update(place(group, face)).set(membership::turn_until.eq(None::<Day>)).exec(tx).map(drop)
}

pub(super) fn note_told(tx: &mut Tx<'_>, group: GroupId, face: FaceId) -> Result<(), Error> {
    update(place(group, face)).set(membership::is_end_told.eq(true)).exec(tx).map(drop)
}

/// Turns that end by this day, of which nobody was told yet.
pub(super) fn ending(db: &mut Db, by: Day) -> Result<Vec<(GroupId, Place)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::turn_until.le(by))
        .filter(membership::is_end_told.eq(false))
        .order((membership::group_id, membership::face_id))
        .limit(AT_ONCE)
        .select((membership::group_id, cols::<Place>()))
        .rows(db)
}

/// Turns whose day has come.
pub(super) fn over(db: &mut Db, today: Day) -> Result<Vec<(GroupId, Place)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::turn_until.le(today))
        .order((membership::group_id, membership::face_id))
        .limit(AT_ONCE)
        .select((membership::group_id, cols::<Place>()))
        .rows(db)
}

/// Rests whose day has come.
pub(super) fn rested(db: &mut Db, today: Day) -> Result<Vec<(GroupId, Place)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::rests_until.le(today))
        .order((membership::group_id, membership::face_id))
        .limit(AT_ONCE)
        .select((membership::group_id, cols::<Place>()))
        .rows(db)
}

pub(super) fn handover(db: &mut Db, group: GroupId) -> Result<Option<Handover>, Error> {
    let row: Option<(String, Day, Option<FaceId>)> = handover::table
        .filter(handover::group_id.eq(group))
        .select((handover::words, handover::written_on, handover::by_face))
        .row_opt(db)?;
    let Some((words, written_on, by)) = row else { return Ok(None) };
    let by = match by {
        Some(by) => face::table.filter(face::id.eq(by)).select(face::name).row_opt(db)?,
        None => None,
    };
    Ok(Some(Handover { words, written_on, by }))
}

pub(super) fn put_handover(
    tx: &mut Tx<'_>,
    permit: &Permit,
    group: GroupId,
    words: &str,
) -> Result<(), Error> {
    let today = tx.now().day();
    delete(handover::table.filter(handover::group_id.eq(group))).exec(tx)?;
    if words.is_empty() {
        return Ok(());
    }
    insert_into(handover::table)
        .values((
            handover::group_id.eq(group),
            handover::words.eq(words),
            handover::by_face.eq(Some(permit.actor())),
            handover::written_on.eq(today),
        ))
        .exec(tx)
        .map(drop)
}

/// Nobody is named under what a face that is gone handed over.
pub(super) fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    update(handover::table.filter(handover::by_face.eq(face)))
        .set(handover::by_face.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}

#[diesel::dsl::auto_type]
fn place(group: GroupId, face: FaceId) -> _ {
    membership::table.filter(membership::group_id.eq(group)).filter(membership::face_id.eq(face))
}

#[diesel::dsl::auto_type]
fn here(group: GroupId) -> _ {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq("in"))
}
