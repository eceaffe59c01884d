//! Beginning a turn, putting it down for a while, handing over; and what the clockwork ends.

use super::{Length, Place, Refusal, Rest, TOLD_DAYS, Words, store};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::forum::groups::{self, Group};
use crate::forum::members;
use crate::kernel::{Error, GroupId};
use crate::policy::{self, Action, Permit, Role, Standing, Viewer};

/// Says how long somebody's turn is, from today. Whoever has no part in the group has no turn either.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`; `not-in-group`.
pub fn begin(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    person: &str,
    length: Length,
) -> Result<(), Error> {
    let (group, permit) = groups::find_for(tx, viewer, name, Action::AppointInGroup)?;
    let place = store::find_named(tx, group.id, person)?.ok_or(members::Refusal::NotInGroup)?;

    let today = tx.now().day();
    let until = length.days().filter(|_| place.role != Role::Member).map(|days| today.plus(days));
    store::set_turn(tx, &permit, (group.id, place.face_id), until)
}

/// Puts down what one does in a group for a while: no questions, and no case waits for them. Nobody but those who serve there is told.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`; `rest-unchosen`; `last-steward`.
pub fn rest(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, rest: Option<Rest>) -> Result<(), Error> {
    let (group, place) = own(tx, viewer, name)?;
    let rest = rest.ok_or(Refusal::RestUnchosen)?;
    members::refuse_last(tx, group.id, place.role)?;

    let until = tx.now().day().plus(rest.days());
    store::set_rest(tx, group.id, &place, until)
}

/// Takes up again what one had put down. Twice is the same as once.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn come_back(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let (group, place) = own(tx, viewer, name)?;
    match place.rests_as() {
        Some(role) => store::set_back(tx, group.id, place.face_id, role),
        None => Ok(()),
    }
}

/// Leaves words for whoever comes next; no words: what was left is taken away.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn hand_over(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, words: &Words) -> Result<(), Error> {
    let (group, permit) = served(tx, viewer, name)?;
    store::put_handover(tx, &permit, group.id, words.as_str())
}

/// A group in which somebody serves, or that they keep with all others.
pub(super) fn served(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Group, Permit), Error> {
    let group = here(db, viewer, name)?;
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, Action::SeeService, &standing)?;
    Ok((group, permit))
}

/// A group that is kept here. Who serves in one elsewhere is said there.
pub(super) fn here(db: &mut Db, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    let group = groups::find_by_name(db, viewer, name)?;
    if group.elsewhere().is_some() { Err(Error::Absent) } else { Ok(group) }
}

fn own(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(Group, Place), Error> {
    let group = here(tx, viewer, name)?;
    viewer.member()?;
    let place = store::find(tx, group.id, viewer.face())?.filter(|place| place.part() != Role::Member);
    Ok((group, place.ok_or(policy::Refusal::KeepersOnly)?))
}

/// Tells of turns that end, ends those whose day has come, and gives back what was put down; for the clockwork. The turn of
/// a group's last steward goes on until somebody takes over.
///
/// # Errors
/// A fault of the database.
pub fn tend(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let today = tx.now().day();
    let mut seen = 0;
    for (group, place) in store::rested(tx, today)? {
        store::set_back(tx, group, place.face_id, place.part())?;
        seen += 1;
    }
    for (group, place) in store::over(tx, today)? {
        seen += usize::from(end(tx, group, &place)?);
    }
    for (group, place) in store::ending(tx, today.plus(TOLD_DAYS))? {
        store::note_told(tx, group, place.face_id)?;
        tx.emit(Event::TurnEnding { group, face: place.face_id })?;
        seen += 1;
    }
    Ok(seen)
}

fn end(tx: &mut Tx<'_>, group: GroupId, place: &Place) -> Result<bool, Error> {
    if place.part() == Role::Steward && members::is_last_steward(tx, group, place.role)? {
        return Ok(false);
    }
    store::end(tx, group, place.face_id)?;
    tx.emit(Event::TurnEnded { group, face: place.face_id })?;
    Ok(true)
}
