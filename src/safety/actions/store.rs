//! Every SQL statement of decisions.

mod answers;
mod away;
mod before;
mod family;
mod noted;
mod old;
mod paged;

use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use diesel::{insert_into, update};

use super::model::New;
use super::{Act, ActId, State, There, Verb};
use crate::db::schema::{act, concern};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, ThreadId};
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::policy::{DISTRESS, Permit};
use crate::safety::reports::{ConcernId, Tier};

pub(super) use answers::{
    appeals, find_appeal, holds_about, set_answer, set_appeal, set_asked, set_more, set_reader,
    waiting_answers,
};
pub use away::put_away;
pub(super) use away::{others_away, set_was};
pub(super) use before::{about, of_writers};
pub(super) use family::{above, beneath};
pub use noted::{ended_at, ended_for, ended_in, ended_last, ended_of, holds_of, note};
pub use old::{blank, sweep};
pub(super) use paged::{cases, find_met, list, met, parts, theirs};

/// Decisions that one page shows.
const SHOWN: i64 = 50;

pub(super) fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &New<'_>) -> Result<(), Error> {
    let (of, today) = (new.concern, tx.now().day());
    let last: Option<i64> = act::table.select(max(act::number)).row(tx)?;
    insert_into(act::table)
        .values((
            act::id.eq(new.id),
            act::with_id.eq(new.with),
            act::concern_id.eq(Some(of.id)),
            act::subject.eq(&of.subject),
            act::thread_id.eq(of.thread_id),
            act::reply_id.eq(of.reply_id),
            act::face_id.eq(of.face_id),
            act::group_id.eq(of.group_id),
            act::tier.eq(of.tier),
            act::verb.eq(new.verb),
            act::state.eq(new.state),
            act::by_face.eq(Some(permit.actor())),
            act::words.eq(new.words),
            act::was.eq(new.was),
            act::until_on.eq(new.until),
            act::done_on.eq(today),
            act::number.eq(last.unwrap_or(0) + 1),
        ))
        .exec(tx)
        .map(drop)
}

/// Keeps what was decided of a whole community: whom it met is nobody here.
pub(super) fn insert_there(
    tx: &mut Tx<'_>,
    permit: &Permit,
    subject: &str,
    there: &There<'_>,
) -> Result<(), Error> {
    let (id, today) = (ActId(tx.chance().id()), tx.now().day());
    let last: Option<i64> = act::table.select(max(act::number)).row(tx)?;
    insert_into(act::table)
        .values((
            act::id.eq(id),
            act::concern_id.eq(there.concern),
            act::subject.eq(subject),
            act::tier.eq(Tier::House),
            act::verb.eq(there.verb),
            act::state.eq(State::Done),
            act::by_face.eq(Some(permit.actor())),
            act::words.eq(there.words),
            act::was.eq(there.was),
            act::done_on.eq(today),
            act::number.eq(last.unwrap_or(0) + 1),
            act::why.eq(there.why),
        ))
        .exec(tx)
        .map(drop)
}

/// A move that waits for the yes of whoever wrote the thread.
///
/// # Errors
/// A fault of the database.
pub fn asked_move(db: &mut Db, id: ThreadId) -> Result<Option<Act>, Error> {
    act::table
        .filter(act::thread_id.eq(id))
        .filter(act::state.eq(State::Proposed))
        .filter(act::verb.eq(Verb::Move))
        .order(act::number.desc())
        .limit(1)
        .select(cols::<Act>())
        .row_opt(db)
}

/// A move that somebody was asked about, or told of.
///
/// # Errors
/// [`Error::Absent`] for one that is not about words of this face.
pub fn find_asked(db: &mut Db, face: FaceId, id: ActId) -> Result<Act, Error> {
    act::table
        .filter(act::id.eq(id))
        .filter(act::face_id.eq(face))
        .filter(act::verb.eq(Verb::Move))
        .select(cols::<Act>())
        .row(db)
}

/// Whoever was asked said yes.
///
/// # Errors
/// A fault of the database.
pub fn settle_asked(tx: &mut Tx<'_>, permit: &Permit, id: ActId) -> Result<(), Error> {
    set_state(tx, permit, id, State::Done)
}

/// What was put about a concern and waits for a second person, the first first.
pub(super) fn proposed(db: &mut Db, id: ConcernId, verb: Verb) -> Result<Vec<Act>, Error> {
    act::table
        .filter(act::concern_id.eq(id))
        .filter(act::state.eq(State::Proposed))
        .filter(act::verb.eq(verb))
        .order(act::number)
        .select(cols::<Act>())
        .rows(db)
}

/// Who decided last about a concern; none if nobody did, or they are gone.
///
/// # Errors
/// A fault of the database.
pub fn closer(db: &mut Db, id: ConcernId) -> Result<Option<FaceId>, Error> {
    let last: Option<Option<FaceId>> = act::table
        .filter(act::concern_id.eq(id))
        .filter(act::state.eq(State::Done))
        .order(act::number.desc())
        .select(act::by_face)
        .limit(1)
        .row_opt(db)?;
    Ok(last.flatten())
}

/// How many people who may be in distress somebody decided about on a day.
pub(super) fn carried(db: &mut Db, by: FaceId, on: Day) -> Result<usize, Error> {
    let hard = concern::table.filter(concern::urgency.le(DISTRESS)).select(concern::id.nullable());
    let cases: Vec<Option<ConcernId>> = act::table
        .filter(act::by_face.eq(by))
        .filter(act::done_on.eq(on))
        .filter(act::concern_id.eq_any(hard))
        .select(act::concern_id)
        .distinct()
        .rows(db)?;
    Ok(cases.len())
}

/// The concerns about which somebody decided on a day.
///
/// # Errors
/// A fault of the database.
pub fn decided_on(db: &mut Db, face: FaceId, day: Day) -> Result<Vec<ConcernId>, Error> {
    act::table
        .filter(act::done_on.eq(day))
        .filter(act::by_face.eq(face))
        .filter(act::concern_id.is_not_null())
        .select(act::concern_id.assume_not_null())
        .rows(db)
}

/// Every part of one decision, by the one that the others go with.
pub(super) fn whole(db: &mut Db, head: ActId) -> Result<Vec<Act>, Error> {
    act::table
        .filter(act::id.eq(head).or(act::with_id.is_not_null().and(act::with_id.assume_not_null().eq(head))))
        .order(act::number)
        .select(cols::<Act>())
        .rows(db)
}

/// One decision, if it is in a log of this viewer's.
pub(super) fn find(db: &mut Db, eyes: &Eyes, id: ActId) -> Result<Act, Error> {
    act::table.filter(act::id.eq(id)).filter(scope::acts(eyes)).select(cols::<Act>()).row(db)
}

/// Whom a decision met, whoever asks: to choose the side on which something is written.
pub(super) fn whom(db: &mut Db, id: ActId) -> Result<Option<FaceId>, Error> {
    let face: Option<Option<FaceId>> = act::table.find(id).select(act::face_id).row_opt(db)?;
    Ok(face.flatten())
}

pub(super) fn set_state(tx: &mut Tx<'_>, _permit: &Permit, id: ActId, state: State) -> Result<(), Error> {
    update(act::table.find(id)).set(act::state.eq(state)).exec(tx).map(drop)
}

pub(super) fn set_undone(tx: &mut Tx<'_>, permit: &Permit, id: ActId) -> Result<(), Error> {
    update(act::table.find(id))
        .set((act::state.eq(State::Undone), act::undone_by.eq(Some(permit.actor()))))
        .exec(tx)
        .map(drop)
}

/// What was decided, the code of why where a whole community is meant, on which day, how often.
pub type Count = (Verb, String, Day, i64);

/// How often what was decided, day by day, since a day and before another; what was proposed or taken back left out.
///
/// # Errors
/// A fault of the database.
pub fn counts(db: &mut Db, from: Day, before: Day) -> Result<Vec<Count>, Error> {
    act::table
        .filter(act::done_on.ge(from))
        .filter(act::done_on.lt(before))
        .filter(act::state.eq(State::Done))
        .group_by((act::verb, act::why, act::done_on))
        .select((act::verb, act::why, act::done_on, count_star()))
        .rows(db)
}

/// How often somebody answered a decision, day by day, and whether it holds since or was taken back.
///
/// # Errors
/// A fault of the database.
pub fn answered(db: &mut Db, from: Day, before: Day) -> Result<Vec<(Day, State, i64)>, Error> {
    act::table
        .filter(act::appealed_on.ge(from))
        .filter(act::appealed_on.lt(before))
        .group_by((act::appealed_on, act::state))
        .select((act::appealed_on.assume_not_null(), act::state, count_star()))
        .rows(db)
}

/// Forgets that decisions met a face, with all that was said of it; and that they were of a face.
///
/// # Errors
/// A fault of the database.
pub fn forget_face(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    update(act::table.filter(act::face_id.eq(face)))
        .set((
            act::face_id.eq(None::<FaceId>),
            act::words.eq(""),
            act::was.eq(""),
            act::appeal.eq(""),
            act::answer.eq(""),
            act::asked.eq(""),
            act::more.eq(""),
        ))
        .exec(tx)?;
    update(act::table.filter(act::by_face.eq(face))).set(act::by_face.eq(None::<FaceId>)).exec(tx)?;
    update(act::table.filter(act::undone_by.eq(face))).set(act::undone_by.eq(None::<FaceId>)).exec(tx)?;
    update(act::table.filter(act::answered_by.eq(face)))
        .set(act::answered_by.eq(None::<FaceId>))
        .exec(tx)
        .map(drop)
}
