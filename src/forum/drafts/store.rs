//! Every SQL statement of drafts. Each begins from whose they are.

use diesel::prelude::*;
use diesel::{insert_into, update};

use super::{DraftId, Keep, Kept, Place};
use crate::db::schema::draft;
use crate::db::{Db, Run, Tx, when};
use crate::kernel::{Day, Error, FaceId};
use crate::policy::Viewer;

/// Somebody's drafts, those kept last first; of one place, or of all.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, viewer: &Viewer, place: Option<&Place>) -> Result<Vec<Kept>, Error> {
    let rows: Vec<(DraftId, String, String, Day)> = draft::table
        .filter(draft::face_id.eq(viewer.face()))
        .filter(when(place.map(Place::key), |key| draft::place.eq(key)))
        .order((draft::saved_on.desc(), draft::id))
        .select((draft::id, draft::place, draft::fields, draft::saved_on))
        .rows(db)?;
    Ok(rows.into_iter().filter_map(kept).collect())
}

/// One of somebody's drafts.
///
/// # Errors
/// [`Error::Absent`] if it is not theirs, or there is none.
pub fn find(db: &mut Db, viewer: &Viewer, id: DraftId) -> Result<Kept, Error> {
    let row = draft::table
        .filter(draft::face_id.eq(viewer.face()))
        .filter(draft::id.eq(id))
        .select((draft::id, draft::place, draft::fields, draft::saved_on))
        .row(db)?;
    kept(row).ok_or(Error::Absent)
}

fn kept((id, place, fields, saved_on): (DraftId, String, String, Day)) -> Option<Kept> {
    let fields = serde_json::from_str(&fields).ok()?;
    Some(Kept { id, place: Place::parse(&place)?, fields, saved_on })
}

pub(super) fn find_once(db: &mut Db, face: FaceId, once: Option<&str>) -> Result<Option<DraftId>, Error> {
    let Some(once) = once else { return Ok(None) };
    draft::table.filter(draft::face_id.eq(face)).filter(draft::once.eq(once)).select(draft::id).row_opt(db)
}

pub(super) fn count(db: &mut Db, face: FaceId) -> Result<i64, Error> {
    draft::table.filter(draft::face_id.eq(face)).count().row(db)
}

pub(super) fn insert(tx: &mut Tx<'_>, face: FaceId, keep: &Keep, fields: &str) -> Result<DraftId, Error> {
    let (id, today) = (DraftId(tx.chance().id()), tx.now().day());
    insert_into(draft::table)
        .values((
            draft::id.eq(id),
            draft::face_id.eq(face),
            draft::place.eq(keep.place.key()),
            draft::fields.eq(fields),
            draft::saved_on.eq(today),
            draft::once.eq(&keep.once),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Whether there was such a draft of theirs.
pub(super) fn replace(tx: &mut Tx<'_>, face: FaceId, id: DraftId, fields: &str) -> Result<bool, Error> {
    let today = tx.now().day();
    let touched = update(draft::table.filter(draft::face_id.eq(face)).filter(draft::id.eq(id)))
        .set((draft::fields.eq(fields), draft::saved_on.eq(today)))
        .exec(tx)?;
    Ok(touched > 0)
}

pub(super) fn delete(tx: &mut Tx<'_>, face: FaceId, id: DraftId) -> Result<(), Error> {
    diesel::delete(draft::table.filter(draft::face_id.eq(face)).filter(draft::id.eq(id))).exec(tx).map(drop)
}

/// Forgets drafts that were last saved before a day, some at a time. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old: Vec<DraftId> =
        draft::table.filter(draft::saved_on.lt(before)).limit(most).select(draft::id).rows(tx)?;
    diesel::delete(draft::table.filter(draft::id.eq_any(old))).exec(tx)
}
