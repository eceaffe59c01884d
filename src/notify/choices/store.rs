//! Every SQL statement of choices.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::ChoiceHeld;
use crate::db::schema::notice_choice;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId};
use crate::keys::Sealed;

pub(super) fn find(db: &mut Db, face: FaceId) -> Result<Option<Sealed<ChoiceHeld>>, Error> {
    notice_choice::table.filter(notice_choice::face_id.eq(face)).select(notice_choice::sealed).row_opt(db)
}

pub(super) fn put(tx: &mut Tx<'_>, face: FaceId, sealed: &Sealed<ChoiceHeld>) -> Result<(), Error> {
    insert_into(notice_choice::table)
        .values((notice_choice::face_id.eq(face), notice_choice::sealed.eq(sealed)))
        .on_conflict(notice_choice::face_id)
        .do_update()
        .set(notice_choice::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}

/// Forgets what somebody chose.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(notice_choice::table.filter(notice_choice::face_id.eq(face))).exec(tx).map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(FaceId, Sealed<ChoiceHeld>)>, Error> {
    notice_choice::table
        .filter(notice_choice::sealed.like(format!("{mark}%")))
        .order(notice_choice::face_id)
        .limit(limit)
        .select((notice_choice::face_id, notice_choice::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, face: FaceId, sealed: &Sealed<ChoiceHeld>) -> Result<(), Error> {
    update(notice_choice::table.filter(notice_choice::face_id.eq(face)))
        .set(notice_choice::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}
