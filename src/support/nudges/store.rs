//! Every SQL statement of nudges.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Nudge, NudgeHeld};
use crate::db::schema::nudge;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{BuddyId, Error, FaceId};
use crate::keys::Sealed;
use crate::policy::Permit;

pub(super) fn find(db: &mut Db, id: BuddyId) -> Result<Option<Nudge>, Error> {
    nudge::table.filter(nudge::id.eq(id)).select(cols::<Nudge>()).row_opt(db)
}

/// What somebody asks of their buddies.
pub(super) fn asked_by(db: &mut Db, face: FaceId) -> Result<Vec<Nudge>, Error> {
    nudge::table.filter(nudge::face_id.eq(face)).order(nudge::id).select(cols::<Nudge>()).rows(db)
}

/// What a member asks to which both said yes.
pub(super) fn of(db: &mut Db, face: FaceId) -> Result<Vec<Nudge>, Error> {
    nudge::table
        .filter(nudge::face_id.eq(face))
        .filter(nudge::is_agreed.eq(true))
        .order(nudge::id)
        .select(cols::<Nudge>())
        .rows(db)
}

/// All to which both said yes.
pub(super) fn agreed(db: &mut Db) -> Result<Vec<Nudge>, Error> {
    nudge::table.filter(nudge::is_agreed.eq(true)).order(nudge::id).select(cols::<Nudge>()).rows(db)
}

/// What somebody asks; whatever was agreed before is not any more.
pub(super) fn put(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: BuddyId,
    sealed: &Sealed<NudgeHeld>,
) -> Result<(), Error> {
    insert_into(nudge::table)
        .values((
            nudge::id.eq(id),
            nudge::face_id.eq(permit.actor()),
            nudge::is_agreed.eq(false),
            nudge::sealed.eq(sealed),
        ))
        .on_conflict(nudge::id)
        .do_update()
        .set((nudge::is_agreed.eq(false), nudge::sealed.eq(sealed)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_agreed(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: BuddyId,
    is_agreed: bool,
) -> Result<(), Error> {
    update(nudge::table.filter(nudge::id.eq(id))).set(nudge::is_agreed.eq(is_agreed)).exec(tx).map(drop)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: BuddyId, sealed: &Sealed<NudgeHeld>) -> Result<(), Error> {
    update(nudge::table.filter(nudge::id.eq(id))).set(nudge::sealed.eq(sealed)).exec(tx).map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, _permit: &Permit, id: BuddyId) -> Result<(), Error> {
    delete(nudge::table.filter(nudge::id.eq(id))).exec(tx).map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(BuddyId, Sealed<NudgeHeld>)>, Error> {
    nudge::table
        .filter(nudge::sealed.like(format!("{mark}%")))
        .order(nudge::id)
        .limit(limit)
        .select((nudge::id, nudge::sealed))
        .rows(db)
}
