//! Marks of concerns about people who may be in distress: that they ask for somebody, that words met the list, and when they
//! are asked how they are.

use diesel::prelude::*;
use diesel::{delete, update};

use super::{SHOWN, open_again, remove};
use crate::db::schema::{care, concern, report};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, ThreadId};
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::policy::{DISTRESS, Permit};
use crate::safety::reports::elsewhere::LAST;
use crate::safety::reports::{Concern, ConcernId, Reason};

/// Says that a writer asks to be looked out for, or that words meet the list.
pub(in crate::safety::reports) fn set_flags(
    tx: &mut Tx<'_>,
    id: ConcernId,
    (is_asked, is_met): (bool, bool),
    urgency: i64,
) -> Result<(), Error> {
    let (asks, meets) =
        (is_asked.then_some(concern::is_asked.eq(true)), is_met.then_some(concern::is_met.eq(true)));
    update(concern::table.find(id)).set((asks, meets)).exec(tx)?;
    update(concern::table.find(id).filter(concern::urgency.gt(urgency)))
        .set(concern::urgency.eq(urgency))
        .exec(tx)
        .map(drop)
}

/// Its writer no longer asks: it is as urgent as all else that is known of it.
pub(in crate::safety::reports) fn unask(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    of: &Concern,
) -> Result<(), Error> {
    let reasons: Vec<Reason> =
        report::table.filter(report::concern_id.eq(of.id)).select(report::reason).rows(tx)?;
    let met = of.is_met.then_some(Reason::Worried);
    let urgency = reasons.into_iter().chain(met).map(Reason::urgency).min();
    update(concern::table.find(of.id))
        .set((concern::is_asked.eq(false), concern::urgency.eq(urgency.unwrap_or(LAST))))
        .exec(tx)
        .map(drop)
}

/// What waits in a thread because its writer asks for it.
///
/// # Errors
/// A fault of the database.
pub fn asked_on(db: &mut Db, thread: ThreadId) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.is_null())
        .filter(concern::thread_id.eq(thread))
        .filter(concern::is_asked.eq(true))
        .order(concern::id)
        .select(cols::<Concern>())
        .rows(db)
}

/// One concern, for whom it is about.
///
/// # Errors
/// [`Error::Absent`] alike for none, and for one that is about somebody else.
pub fn find_asked(db: &mut Db, own: &[FaceId], id: ConcernId) -> Result<Concern, Error> {
    let faces: Vec<Option<FaceId>> = own.iter().copied().map(Some).collect();
    concern::table.find(id).filter(concern::face_id.eq_any(faces)).select(cols::<Concern>()).row(db)
}

/// Says on which day whoever it is about is asked how they are; none: not any more.
///
/// # Errors
/// A fault of the database.
pub fn set_after(tx: &mut Tx<'_>, id: ConcernId, on: Option<Day>) -> Result<(), Error> {
    update(concern::table.find(id)).set(concern::after_on.eq(on)).exec(tx).map(drop)
}

/// Those who are to be asked by a day, some at a time.
///
/// # Errors
/// A fault of the database.
pub fn after_due(db: &mut Db, by: Day, most: i64) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::after_on.le(by))
        .order((concern::after_on, concern::id))
        .limit(most)
        .select(cols::<Concern>())
        .rows(db)
}

/// Concerns about people who may be in distress that were closed since a day, the latest first.
///
/// # Errors
/// A fault of the database.
pub fn looked_after(db: &mut Db, eyes: &Eyes, since: Day) -> Result<Vec<Concern>, Error> {
    concern::table
        .filter(concern::decided_on.ge(since))
        .filter(concern::urgency.le(DISTRESS))
        .filter(scope::concerns(eyes))
        .order((concern::decided_on.desc(), concern::id))
        .limit(SHOWN)
        .select(cols::<Concern>())
        .rows(db)
}

/// A concern waits again, because whoever it is about answered; unless another about the same thing does by now.
///
/// # Errors
/// A fault of the database.
pub fn wake(tx: &mut Tx<'_>, permit: &Permit, id: ConcernId) -> Result<(), Error> {
    set_after(tx, id, None)?;
    open_again(tx, permit, id)
}

/// Forgets, of concerns closed before a day, that anybody asked to be looked out for or that words met the list, and what
/// was said to each other then. What nobody else had told of goes altogether. Some at a time.
///
/// # Errors
/// A fault of the database.
pub fn forget_flags(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let flagged = concern::is_asked.eq(true).or(concern::is_met.eq(true)).or(concern::people.eq(0));
    let said = care::table.filter(care::concern_id.is_not_null()).select(care::concern_id.assume_not_null());
    let old: Vec<(ConcernId, i64)> = concern::table
        .filter(concern::decided_on.lt(before))
        .filter(flagged.or(concern::id.eq_any(said)))
        .limit(most)
        .select((concern::id, concern::people))
        .rows(tx)?;
    let (gone, kept): (Vec<_>, Vec<_>) = old.iter().copied().partition(|(_, people)| *people == 0);
    let kept: Vec<ConcernId> = kept.into_iter().map(|(id, _)| id).collect();
    delete(care::table.filter(care::concern_id.eq_any(kept.clone()))).exec(tx)?;
    update(concern::table.filter(concern::id.eq_any(kept)))
        .set((concern::is_asked.eq(false), concern::is_met.eq(false), concern::after_on.eq(None::<Day>)))
        .exec(tx)?;
    remove(tx, gone.into_iter().map(|(id, _)| id).collect())?;
    Ok(old.len())
}
