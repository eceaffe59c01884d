//! Every SQL statement of care.

use diesel::dsl::{exists, max, select};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Care, CareId, Kind};
use crate::db::schema::{care, care_quiet};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, FaceId};
use crate::policy::Permit;
use crate::safety::reports::ConcernId;

/// Words that one page shows.
const SHOWN: i64 = 50;

/// A word to be kept.
pub(super) struct New<'a> {
    pub id: CareId,
    pub concern: ConcernId,
    pub kind: Kind,
    pub face: Option<FaceId>,
    pub by: Option<FaceId>,
    pub words: &'a str,
    pub month: &'a str,
    pub offers: bool,
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &New<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    let last: Option<i64> = care::table.select(max(care::number)).row(tx)?;
    insert_into(care::table)
        .values((
            care::id.eq(new.id),
            care::concern_id.eq(new.concern),
            care::kind.eq(new.kind),
            care::face_id.eq(new.face),
            care::by_face.eq(new.by),
            care::words.eq(new.words),
            care::month.eq(new.month),
            care::offers.eq(new.offers),
            care::done_on.eq(today),
            care::number.eq(last.unwrap_or(0) + 1),
        ))
        .exec(tx)
        .map(drop)
}

/// All that was said about one concern, the latest first.
pub(super) fn about(db: &mut Db, of: ConcernId) -> Result<Vec<Care>, Error> {
    care::table
        .filter(care::concern_id.eq(of))
        .order(care::number.desc())
        .limit(SHOWN)
        .select(cols::<Care>())
        .rows(db)
}

/// What was said to these faces, the latest first.
pub(super) fn to(db: &mut Db, own: &[FaceId]) -> Result<Vec<Care>, Error> {
    care::table
        .filter(care::face_id.eq_any(faces(own)))
        .order(care::number.desc())
        .limit(SHOWN)
        .select(cols::<Care>())
        .rows(db)
}

pub(super) fn find_to(db: &mut Db, own: &[FaceId], id: CareId) -> Result<Care, Error> {
    care::table.find(id).filter(care::face_id.eq_any(faces(own))).select(cols::<Care>()).row(db)
}

fn faces(own: &[FaceId]) -> Vec<Option<FaceId>> {
    own.iter().copied().map(Some).collect()
}

pub(super) fn set_answer(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: CareId,
    (sealed, month): (&str, &str),
) -> Result<(), Error> {
    update(care::table.find(id)).set((care::answer.eq(sealed), care::month.eq(month))).exec(tx).map(drop)
}

pub(super) fn is_quiet(db: &mut Db, face: FaceId) -> Result<bool, Error> {
    select(exists(care_quiet::table.find(face))).row(db)
}

/// Which of these want not to be asked.
pub(super) fn quiet(db: &mut Db, own: &[FaceId]) -> Result<Vec<FaceId>, Error> {
    care_quiet::table.filter(care_quiet::face_id.eq_any(own.to_vec())).select(care_quiet::face_id).rows(db)
}

pub(super) fn set_quiet(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId) -> Result<(), Error> {
    if is_quiet(tx, face)? {
        return Ok(());
    }
    insert_into(care_quiet::table).values(care_quiet::face_id.eq(face)).exec(tx).map(drop)
}

pub(super) fn end_quiet(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId) -> Result<(), Error> {
    delete(care_quiet::table.find(face)).exec(tx).map(drop)
}

/// Forgets what was said to a face, and that it wants not to be asked; and that it wrote to others.
pub(super) fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(care::table.filter(care::face_id.eq(face))).exec(tx)?;
    delete(care_quiet::table.find(face)).exec(tx)?;
    update(care::table.filter(care::by_face.eq(face)))
        .set(care::by_face.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}
