//! Decisions that no concern led to, and how they are over where they were made.

use diesel::dsl::max;
use diesel::prelude::*;
use diesel::{insert_into, update};

use super::set_undone;
use crate::db::schema::act;
use crate::db::{Db, Run, Tx, when};
use crate::kernel::{Error, FaceId, GroupId, ThreadId};
use crate::policy::Permit;
use crate::safety::actions::{ActId, Noted, State, Verb};

/// Notes a decision that no concern led to.
///
/// # Errors
/// A fault of the database.
pub fn note(tx: &mut Tx<'_>, permit: &Permit, noted: &Noted<'_>) -> Result<(), Error> {
    let (id, today) = (ActId(tx.chance().id()), tx.now().day());
    let last: Option<i64> = act::table.select(max(act::number)).row(tx)?;
    insert_into(act::table)
        .values((
            act::id.eq(id),
            act::subject.eq(noted.subject()),
            act::thread_id.eq(noted.thread),
            act::face_id.eq(noted.face),
            act::group_id.eq(noted.group),
            act::tier.eq(noted.tier),
            act::verb.eq(noted.verb),
            act::state.eq(noted.state),
            act::by_face.eq(Some(permit.actor())),
            act::words.eq(noted.words),
            act::was.eq(noted.was),
            act::until_on.eq(noted.until),
            act::done_on.eq(today),
            act::number.eq(last.unwrap_or(0) + 1),
        ))
        .exec(tx)
        .map(drop)
}

/// Whether a decision of this sort about a thread holds.
///
/// # Errors
/// A fault of the database.
pub fn holds_of(db: &mut Db, thread: ThreadId, verb: Verb) -> Result<bool, Error> {
    let found: Option<ActId> = act::table
        .filter(act::thread_id.eq(thread))
        .filter(act::verb.eq(verb))
        .filter(act::state.eq(State::Done))
        .select(act::id)
        .limit(1)
        .row_opt(db)?;
    Ok(found.is_some())
}

/// What was decided of a thread holds no more: it was ended where it stands.
///
/// # Errors
/// A fault of the database.
pub fn ended_of(tx: &mut Tx<'_>, permit: &Permit, thread: ThreadId, verbs: &[Verb]) -> Result<(), Error> {
    let these = act::table.filter(act::thread_id.eq(thread)).filter(act::verb.eq_any(verbs.to_vec()));
    update(these.filter(act::state.eq(State::Done)))
        .set((act::state.eq(State::Undone), act::undone_by.eq(Some(permit.actor()))))
        .exec(tx)
        .map(drop)
}

/// What was decided of somebody holds no more.
///
/// # Errors
/// A fault of the database.
pub fn ended_for(tx: &mut Tx<'_>, permit: &Permit, face: FaceId, verbs: &[Verb]) -> Result<(), Error> {
    let these = act::table.filter(act::face_id.eq(face)).filter(act::verb.eq_any(verbs.to_vec()));
    update(these.filter(act::state.eq(State::Done)))
        .set((act::state.eq(State::Undone), act::undone_by.eq(Some(permit.actor()))))
        .exec(tx)
        .map(drop)
}

/// The last of its sort that was decided of somebody in a group, and was about the same, holds no more.
///
/// # Errors
/// A fault of the database.
pub fn ended_last(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (face, group): (FaceId, GroupId),
    (verb, was): (Verb, &str),
) -> Result<(), Error> {
    let last: Option<ActId> = act::table
        .filter(act::face_id.eq(face))
        .filter(act::group_id.eq(group))
        .filter(act::verb.eq(verb))
        .filter(act::was.eq(was))
        .filter(act::state.eq(State::Done))
        .order(act::number.desc())
        .select(act::id)
        .limit(1)
        .row_opt(tx)?;
    last.map_or(Ok(()), |id| set_undone(tx, permit, id))
}

/// What was decided of a group holds no more.
///
/// # Errors
/// A fault of the database.
pub fn ended_in(tx: &mut Tx<'_>, permit: &Permit, group: GroupId, verbs: &[Verb]) -> Result<(), Error> {
    let these = act::table.filter(act::group_id.eq(group)).filter(act::verb.eq_any(verbs.to_vec()));
    update(these.filter(act::state.eq(State::Done)))
        .set((act::state.eq(State::Undone), act::undone_by.eq(Some(permit.actor()))))
        .exec(tx)
        .map(drop)
}

/// What was decided of somebody in a group, or of all of it where no group is meant, holds no more.
///
/// # Errors
/// A fault of the database.
pub fn ended_at(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (group, face): (Option<GroupId>, FaceId),
    verbs: &[Verb],
) -> Result<(), Error> {
    let these = act::table.filter(act::face_id.eq(face)).filter(act::verb.eq_any(verbs.to_vec()));
    update(these.filter(act::state.eq(State::Done)).filter(when(group, |group| act::group_id.eq(group))))
        .set((act::state.eq(State::Undone), act::undone_by.eq(Some(permit.actor()))))
        .exec(tx)
        .map(drop)
}
