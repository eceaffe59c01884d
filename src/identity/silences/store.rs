//! Every SQL statement of silences.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Silence, SilenceHeld};
use crate::db::schema::silence;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{BuddyId, Error, FaceId};
use crate::keys::Sealed;
use crate::policy::Permit;

/// What was said of a side; none: nothing.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, id: BuddyId) -> Result<Option<Silence>, Error> {
    silence::table.filter(silence::id.eq(id)).select(cols::<Silence>()).row_opt(db)
}

/// All to which both said yes.
///
/// # Errors
/// A fault of the database.
pub fn agreed(db: &mut Db) -> Result<Vec<Silence>, Error> {
    silence::table.filter(silence::is_agreed.eq(true)).order(silence::id).select(cols::<Silence>()).rows(db)
}

/// Those of somebody to which both said yes.
pub(super) fn agreed_of(db: &mut Db, face: FaceId) -> Result<Vec<Silence>, Error> {
    silence::table
        .filter(silence::face_id.eq(face))
        .filter(silence::is_agreed.eq(true))
        .select(cols::<Silence>())
        .rows(db)
}

/// What somebody asks to be noticed; whatever was agreed before is not any more.
pub(super) fn put(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: BuddyId,
    sealed: &Sealed<SilenceHeld>,
) -> Result<(), Error> {
    insert_into(silence::table)
        .values((
            silence::id.eq(id),
            silence::face_id.eq(permit.actor()),
            silence::is_agreed.eq(false),
            silence::sealed.eq(sealed),
        ))
        .on_conflict(silence::id)
        .do_update()
        .set((silence::is_agreed.eq(false), silence::sealed.eq(sealed)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_agreed(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (id, is_agreed): (BuddyId, bool),
    sealed: &Sealed<SilenceHeld>,
) -> Result<(), Error> {
    update(silence::table.filter(silence::id.eq(id)))
        .set((silence::is_agreed.eq(is_agreed), silence::sealed.eq(sealed)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: BuddyId, sealed: &Sealed<SilenceHeld>) -> Result<(), Error> {
    update(silence::table.filter(silence::id.eq(id))).set(silence::sealed.eq(sealed)).exec(tx).map(drop)
}

/// Nothing is asked or kept any more.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, _permit: &Permit, id: BuddyId) -> Result<(), Error> {
    delete(silence::table.filter(silence::id.eq(id))).exec(tx).map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(BuddyId, Sealed<SilenceHeld>)>, Error> {
    silence::table
        .filter(silence::sealed.like(format!("{mark}%")))
        .order(silence::id)
        .limit(limit)
        .select((silence::id, silence::sealed))
        .rows(db)
}
