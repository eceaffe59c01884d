//! Every SQL statement of terms.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::Term;
use super::model::{HandoverHeld, Left, TermId};
use crate::db::schema::{house_handover, term};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Sealed;
use crate::policy::{Permit, Rank};

/// Terms that one page shows, and that the clockwork sees to in one go.
const SHOWN: i64 = 50;
const AT_ONCE: i64 = 500;
/// The one row of what is handed over.
pub(super) const ROW: i64 = 1;

/// The term that goes on of somebody.
pub(super) fn open(db: &mut Db, face: FaceId) -> Result<Option<Term>, Error> {
    term::table
        .filter(term::face_id.eq(face))
        .filter(term::ended_on.is_null())
        .order(term::id)
        .limit(1)
        .select(cols::<Term>())
        .row_opt(db)
}

/// Terms that are over, the latest first.
pub(super) fn past(db: &mut Db) -> Result<Vec<Term>, Error> {
    term::table
        .filter(term::ended_on.is_not_null())
        .order((term::ended_on.desc(), term::id))
        .limit(SHOWN)
        .select(cols::<Term>())
        .rows(db)
}

/// Every term of somebody, the latest first.
pub(super) fn of(db: &mut Db, face: FaceId) -> Result<Vec<Term>, Error> {
    term::table
        .filter(term::face_id.eq(face))
        .order((term::began_on.desc(), term::id))
        .limit(SHOWN)
        .select(cols::<Term>())
        .rows(db)
}

pub(super) fn begin(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (face, rank): (FaceId, Rank),
    ends_on: Option<Day>,
) -> Result<(), Error> {
    let (id, today) = (TermId(tx.chance().id()), tx.now().day());
    insert_into(term::table)
        .values((
            term::id.eq(id),
            term::face_id.eq(Some(face)),
            term::rank.eq(rank),
            term::began_on.eq(today),
            term::ends_on.eq(ends_on),
        ))
        .exec(tx)
        .map(drop)
}

/// A term lasts until another day: its end has not been told.
pub(super) fn set_end(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: TermId,
    ends_on: Option<Day>,
) -> Result<(), Error> {
    update(term::table.filter(term::id.eq(id)))
        .set((term::ends_on.eq(ends_on), term::is_end_told.eq(false)))
        .exec(tx)
        .map(drop)
}

/// Whatever goes on of somebody is over.
pub(super) fn end(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let today = tx.now().day();
    update(term::table.filter(term::face_id.eq(face)).filter(term::ended_on.is_null()))
        .set(term::ended_on.eq(Some(today)))
        .exec(tx)
        .map(drop)
}

/// Terms whose day has come.
pub(super) fn over(db: &mut Db, today: Day) -> Result<Vec<FaceId>, Error> {
    let faces: Vec<Option<FaceId>> = term::table
        .filter(term::ended_on.is_null())
        .filter(term::ends_on.le(today))
        .order(term::id)
        .limit(AT_ONCE)
        .select(term::face_id)
        .rows(db)?;
    Ok(faces.into_iter().flatten().collect())
}

/// Terms that end by this day, of which nobody was told yet.
pub(super) fn ending(db: &mut Db, by: Day) -> Result<Vec<(TermId, Option<FaceId>)>, Error> {
    term::table
        .filter(term::ended_on.is_null())
        .filter(term::ends_on.le(by))
        .filter(term::is_end_told.eq(false))
        .order(term::id)
        .limit(AT_ONCE)
        .select((term::id, term::face_id))
        .rows(db)
}

pub(super) fn note_told(tx: &mut Tx<'_>, id: TermId) -> Result<(), Error> {
    update(term::table.filter(term::id.eq(id))).set(term::is_end_told.eq(true)).exec(tx).map(drop)
}

/// Forgets terms that were over before a day.
pub(super) fn sweep(tx: &mut Tx<'_>, before: Day) -> Result<usize, Error> {
    delete(term::table.filter(term::ended_on.lt(before))).exec(tx)
}

/// Nobody is named under what a face that is gone did or handed over.
pub(super) fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    end(tx, face)?;
    update(term::table.filter(term::face_id.eq(face))).set(term::face_id.eq(None::<FaceId>)).exec(tx)?;
    update(house_handover::table.filter(house_handover::by_face.eq(face)))
        .set(house_handover::by_face.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}

pub(super) fn handover(db: &mut Db) -> Result<Option<Left>, Error> {
    let row: Option<(Sealed<HandoverHeld>, Option<FaceId>, Day)> = house_handover::table
        .select((house_handover::sealed, house_handover::by_face, house_handover::written_on))
        .row_opt(db)?;
    Ok(row.map(|(sealed, by, on)| Left { sealed, by, on }))
}

/// What is handed over from now on; none: nothing is.
pub(super) fn put_handover(
    tx: &mut Tx<'_>,
    permit: &Permit,
    sealed: Option<&Sealed<HandoverHeld>>,
) -> Result<(), Error> {
    let today = tx.now().day();
    delete(house_handover::table).exec(tx)?;
    let Some(sealed) = sealed else { return Ok(()) };
    insert_into(house_handover::table)
        .values((
            house_handover::id.eq(ROW),
            house_handover::sealed.eq(sealed),
            house_handover::by_face.eq(Some(permit.actor())),
            house_handover::written_on.eq(today),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(i64, Sealed<HandoverHeld>)>, Error> {
    house_handover::table
        .filter(house_handover::sealed.like(format!("{mark}%")))
        .limit(limit)
        .select((house_handover::id, house_handover::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, sealed: &Sealed<HandoverHeld>) -> Result<(), Error> {
    update(house_handover::table).set(house_handover::sealed.eq(sealed)).exec(tx).map(drop)
}
