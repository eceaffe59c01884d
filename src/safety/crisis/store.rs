//! Every SQL statement of care.

use diesel::dsl::{exists, max, select};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Care, CareId, Kind};
use crate::db::schema::{care, care_quiet, setback};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, Moment, ThreadId};
use crate::policy::Permit;
use crate::safety::reports::ConcernId;

/// Words that one page shows.
const SHOWN: i64 = 50;

/// A word to be kept.
#[derive(Clone, Copy)]
pub(super) struct New<'a> {
    pub concern: Option<ConcernId>,
    pub kind: Kind,
    pub face: Option<FaceId>,
    pub by: Option<FaceId>,
    pub words: &'a str,
    pub month: &'a str,
    pub offers: bool,
}

impl New<'_> {
    /// One that says nothing of its own, to nobody.
    pub(super) const fn of(kind: Kind, concern: Option<ConcernId>) -> Self {
        Self { concern, kind, face: None, by: None, words: "", month: "", offers: false }
    }
}

pub(super) fn insert(tx: &mut Tx<'_>, id: CareId, new: &New<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    let last: Option<i64> = care::table.select(max(care::number)).row(tx)?;
    insert_into(care::table)
        .values((
            care::id.eq(id),
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

/// Whoever told of a setback, and when they are asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = setback)]
pub(super) struct Told {
    pub thread_id: ThreadId,
    pub face_id: FaceId,
    pub step: i64,
    pub due_at: Moment,
}

pub(super) fn insert_setback(tx: &mut Tx<'_>, told: Told) -> Result<(), Error> {
    if select(exists(setback::table.find(told.thread_id))).row(tx)? {
        return Ok(());
    }
    insert_into(setback::table)
        .values((
            setback::thread_id.eq(told.thread_id),
            setback::face_id.eq(told.face_id),
            setback::step.eq(told.step),
            setback::due_at.eq(told.due_at),
        ))
        .exec(tx)
        .map(drop)
}

/// Those who are to be asked by now, some at a time.
pub(super) fn setbacks_due(db: &mut Db, now: Moment, most: i64) -> Result<Vec<Told>, Error> {
    setback::table
        .filter(setback::due_at.le(now))
        .order((setback::due_at, setback::thread_id))
        .limit(most)
        .select(cols::<Told>())
        .rows(db)
}

/// They are asked again then; none: that was the last time.
pub(super) fn set_setback(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    next: Option<(i64, Moment)>,
) -> Result<(), Error> {
    let Some((step, at)) = next else {
        return delete(setback::table.find(thread)).exec(tx).map(drop);
    };
    update(setback::table.find(thread))
        .set((setback::step.eq(step), setback::due_at.eq(at)))
        .exec(tx)
        .map(drop)
}

/// A face is not asked any more about what it told of.
pub(super) fn end_setbacks(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(setback::table.filter(setback::face_id.eq(face))).exec(tx).map(drop)
}

/// Forgets, some at a time, what was said before a day where nobody was worried.
pub(super) fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old = care::table.filter(care::concern_id.is_null()).filter(care::done_on.lt(before));
    let old: Vec<CareId> = old.limit(most).select(care::id).rows(tx)?;
    delete(care::table.filter(care::id.eq_any(old))).exec(tx)
}

/// Forgets what was said to a face, and that it wants not to be asked; and that it wrote to others.
pub(super) fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(care::table.filter(care::face_id.eq(face))).exec(tx)?;
    delete(care_quiet::table.find(face)).exec(tx)?;
    end_setbacks(tx, face)?;
    update(care::table.filter(care::by_face.eq(face)))
        .set(care::by_face.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}
