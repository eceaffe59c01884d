//! Writing to somebody who may be in distress, passing them on, asking the next day; and what they say to that.

use super::model::AFTER_S;
use super::store::{New, Told};
use super::{Aside, CareId, Kind, Note, Refusal, Words, model, store};
use crate::db::Tx;
use crate::events::safety::Event;
use crate::forum::threads;
use crate::identity::accounts;
use crate::kernel::{Day, Error, FaceId, ThreadId};
use crate::keys::Keyring;
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Permit, Viewer};
use crate::safety::actions;
use crate::safety::reports::{self, Concern, ConcernId};

/// How many are asked in one turn.
const AT_ONCE: i64 = 100;
/// Whoever may need it is asked the next day, once noon is past: not in the middle of the night that it was closed in.
const NOON_S: i64 = 12 * 3_600;

/// Writes to whoever a concern is about. It waits on.
///
/// # Errors
/// Absent for a concern that is not theirs to look at, or where nobody may be in distress; `care-closed`, `care-far`;
/// `keys-lost`.
pub fn write(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    id: ConcernId,
    (words, offers): (&Words, bool),
    ring: &Keyring,
) -> Result<(), Error> {
    let (concern, permit) = open(tx, (viewer, eyes), id)?;
    let face = concern.face_id.ok_or(Error::Absent)?;
    if is_far(tx, face)? {
        return Err(Refusal::Far.into());
    }

    keep(
        tx,
        ring,
        words.as_str(),
        New { face: Some(face), by: Some(permit.actor()), offers, ..New::of(Kind::Words, Some(id)) },
    )?;
    tx.emit(Event::CareGiven { face })
}

/// Keeps a word, sealed by the key of this month.
fn keep(tx: &mut Tx<'_>, ring: &Keyring, words: &str, new: New<'_>) -> Result<(), Error> {
    let id = CareId(tx.chance().id());
    let (month, sealed) = model::sealed(ring, (tx.chance(), tx.now().day()), id, words)?;
    store::insert(tx, id, &New { words: &sealed, month: &month, ..new })
}

/// Asks a face how they are. An answer is sealed by the key of the month it is given in: there are no words yet.
fn asks(tx: &mut Tx<'_>, face: FaceId, concern: Option<ConcernId>) -> Result<(), Error> {
    let id = CareId(tx.chance().id());
    store::insert(tx, id, &New { face: Some(face), offers: true, ..New::of(Kind::After, concern) })?;
    tx.emit(Event::CareGiven { face })
}

/// Leaves a note for the others who look after it and calls them: a second person is wanted, or somebody else goes on.
///
/// # Errors
/// As [`write`], but for `care-far`.
pub fn pass_on(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    id: ConcernId,
    note: &Note,
    ring: &Keyring,
) -> Result<(), Error> {
    let (concern, permit) = open(tx, (viewer, eyes), id)?;

    keep(tx, ring, note.as_str(), New { by: Some(permit.actor()), ..New::of(Kind::Note, Some(id)) })?;

    tx.emit(concern.told())
}

/// Leaves a note on a case for the others who may look at it, whatever it is about and whether it waits or not. Nobody is
/// called.
///
/// # Errors
/// Absent for a concern that is not theirs to look at; `keys-lost`.
pub fn note(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    id: ConcernId,
    note: &Aside,
    ring: &Keyring,
) -> Result<(), Error> {
    let concern = reports::find(tx, eyes, id)?;
    let permit = actions::may_care(tx, viewer, (concern.tier, concern.group_id))?;

    keep(tx, ring, note.as_str(), New { by: Some(permit.actor()), ..New::of(Kind::Note, Some(id)) })
}

fn open(
    tx: &mut Tx<'_>,
    (viewer, eyes): (&Viewer, &Eyes),
    id: ConcernId,
) -> Result<(Concern, Permit), Error> {
    let concern = reports::find(tx, eyes, id)?;
    let permit = actions::may_care(tx, viewer, (concern.tier, concern.group_id))?;
    if !concern.is_distress() {
        return Err(Error::Absent);
    }
    if concern.is_open() { Ok((concern, permit)) } else { Err(Refusal::Closed.into()) }
}

/// A concern was closed: whoever it is about is asked the next day, if they may be in distress, can be reached and did not
/// ask to be left alone.
///
/// # Errors
/// A fault of the database.
pub fn ask_after(tx: &mut Tx<'_>, concern: &Concern) -> Result<(), Error> {
    let Some(face) = concern.face_id.filter(|_| concern.is_distress()) else { return Ok(()) };
    if is_far(tx, face)? || store::is_quiet(tx, face)? {
        return Ok(());
    }
    let next = tx.now().day().plus(1);
    reports::set_after(tx, concern.id, Some(next))
}

/// Asks those whose day it is how they are, once, and reminds whoever was with them.
///
/// # Errors
/// A fault of the database.
pub fn follow_up(tx: &mut Tx<'_>) -> Result<(), Error> {
    let by = tx.now().plus_s(-NOON_S).day();
    for concern in reports::after_due(tx, by, AT_ONCE)? {
        reports::set_after(tx, concern.id, None)?;
        let Some(face) = concern.face_id.filter(|_| !concern.is_open()) else { continue };
        if store::is_quiet(tx, face)? {
            continue;
        }
        asks(tx, face, Some(concern.id))?;
        let closer = actions::closer(tx, concern.id)?;
        closer.map_or(Ok(()), |face| tx.emit(Event::FollowUpDue { face }))?;
    }
    Ok(())
}

/// Somebody told of a setback and wants to be asked how they are, for the first time in some hours. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn await_after(tx: &mut Tx<'_>, thread_id: ThreadId, face_id: FaceId) -> Result<(), Error> {
    let first = AFTER_S.first().copied().unwrap_or(0);
    let due_at = reports::quarter(tx.now().plus_s(first));
    store::insert_setback(tx, Told { thread_id, face_id, step: 0, due_at })
}

/// Asks those who told of a setback how they are, when it is time: until the last time, or until their words are gone or
/// they want it no more.
///
/// # Errors
/// A fault of the database.
pub fn follow_setbacks(tx: &mut Tx<'_>) -> Result<(), Error> {
    let now = tx.now();
    for told in store::setbacks_due(tx, now, AT_ONCE)? {
        let (face, step) = (told.face_id, usize::try_from(told.step).unwrap_or(AFTER_S.len()));
        if store::is_quiet(tx, face)? || !threads::stands(tx, told.thread_id)? {
            store::set_setback(tx, told.thread_id, None)?;
            continue;
        }
        let next = AFTER_S.get(step + 1).zip(AFTER_S.get(step)).map(|(next, this)| next - this);
        let next = next.map(|wait_s| (told.step + 1, told.due_at.plus_s(wait_s)));
        store::set_setback(tx, told.thread_id, next)?;
        asks(tx, face, None)?;
    }
    Ok(())
}

/// Forgets what was asked before a day where nobody was worried.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    store::sweep(tx, before, most)
}

/// Whoever it was said to answers, once. What was closed waits again, and those who look after it hear of it.
/// `own` is every face of theirs.
///
/// # Errors
/// Absent for what was said to somebody else; `care-answered`; `keys-lost`.
pub fn answer(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    own: &[FaceId],
    (id, words): (CareId, &Words),
    ring: &Keyring,
) -> Result<(), Error> {
    let care = store::find_to(tx, own, id)?;
    let permit = own_permit(viewer)?;
    if !care.answer.is_empty() {
        return Err(Refusal::Answered.into());
    }
    // Where nobody is worried, nobody reads an answer.
    let concern = reports::find_asked(tx, own, care.concern_id.ok_or(Error::Absent)?)?;

    let (month, _) = model::sealed(ring, (tx.chance(), tx.now().day()), id, "")?;
    let month = if care.month.is_empty() { month } else { care.month };
    let sealed = model::sealed_answer(ring, tx.chance(), (id, &month), words.as_str())?;
    store::set_answer(tx, &permit, id, (&sealed, &month))?;
    reports::wake(tx, &permit, concern.id)?;

    tx.emit(concern.told())
}

/// Whoever is asked how they are wants that no more, or wants it again: of the face that a word was said to, and for good.
/// Twice is the same as once.
///
/// # Errors
/// Absent for what was said to somebody else.
pub fn set_quiet(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    own: &[FaceId],
    (id, is_quiet): (CareId, bool),
) -> Result<(), Error> {
    let face = store::find_to(tx, own, id)?.face_id.ok_or(Error::Absent)?;
    let permit = own_permit(viewer)?;

    if !is_quiet {
        return store::end_quiet(tx, &permit, face);
    }
    store::end_setbacks(tx, face)?;
    store::set_quiet(tx, &permit, face)
}

/// What is said about oneself asks for no more than telling of others does.
fn own_permit(viewer: &Viewer) -> Result<Permit, Error> {
    policy::may_in_community(viewer, Action::TellConcern)
}

/// Whether a face is somebody's of another community.
fn is_far(tx: &mut Tx<'_>, face: FaceId) -> Result<bool, Error> {
    Ok(accounts::profile(tx, face)?.kind == "remote")
}
