//! Who looks after a group: answering those who ask, appointing, stepping down.

use super::commands::{enter, refuse_last_steward};
use super::{Membership, Refusal, Sentence, State, store};
use crate::db::Tx;
use crate::events::forum::Event;
use crate::forum::groups::{self, Group};
use crate::kernel::{Day, Error, FaceId, GroupId};
use crate::policy::{self, Action, Permit, Role, Standing, Viewer};

/// Lets somebody in who asked. Letting them in twice is the same as once.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`; `ask-gone`.
pub fn let_in(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, person: &str) -> Result<Group, Error> {
    let (group, permit, place) = to_answer(tx, viewer, name, person)?;
    if place.is_in() {
        return Ok(group);
    }
    if place.is_paused() {
        return Err(Refusal::AskGone.into());
    }

    enter(tx, group.id, place.face_id, permit.actor())?;
    Ok(group)
}

/// Tells somebody who asked "not now", with a sentence or without. They may ask again.
///
/// # Errors
/// As [`let_in`].
pub fn not_now(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    person: &str,
    sentence: &Sentence,
) -> Result<Group, Error> {
    let (group, permit, place) = to_answer(tx, viewer, name, person)?;
    match place.state {
        State::In | State::Paused => return Err(Refusal::AskGone.into()),
        State::NotNow => return Ok(group),
        State::Asked => {}
    }

    store::set_not_now(tx, &permit, &place, sentence.as_str())?;
    Ok(group)
}

fn to_answer(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    person: &str,
) -> Result<(Group, Permit, Membership), Error> {
    let (group, permit) = groups::find_for(tx, viewer, name, Action::AnswerAsk)?;
    let place = store::find_named(tx, group.id, person)?.ok_or(Refusal::AskGone)?;
    Ok((group, permit, place))
}

/// Says what somebody may do in a group. Stewards appoint; anybody may step down themselves.
///
/// # Errors
/// Absent for a group the viewer may not know of; `stewards-only`; `not-in-group`; `last-steward`.
pub fn appoint(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    person: &str,
    role: Role,
) -> Result<Group, Error> {
    let group = groups::find_by_name(tx, viewer, name)?;
    let place = store::find_named(tx, group.id, person)?.filter(Membership::is_in);
    let steps_down = place
        .as_ref()
        .is_some_and(|place| viewer.is_signed_in() && place.face_id == viewer.face() && role <= place.role);

    let standing = Standing::in_group(tx, viewer, group.id)?;
    let action = if steps_down { Action::LeaveGroup } else { Action::AppointInGroup };
    let permit = policy::may(viewer, action, &standing)?;
    let place = place.ok_or(Refusal::NotInGroup)?;
    if place.role == role {
        return Ok(group);
    }
    refuse_last_steward(tx, &place)?;

    store::set_role(tx, group.id, place.face_id, role)?;
    tx.emit(Event::RoleChanged { group: group.id, face: place.face_id, by: permit.actor() })?;
    Ok(group)
}

/// Pauses somebody in a group, until a day or without an end: they are out of it, and cannot come back in by themselves.
///
/// # Errors
/// `not-in-group`, `last-steward`.
pub fn pause(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (group, face): (GroupId, FaceId),
    until: Option<Day>,
) -> Result<(), Error> {
    let place = store::find(tx, group, face)?;
    // Whoever is out already shapes nothing there.
    if let Some(place) = place.as_ref().filter(|place| place.is_in()) {
        refuse_last_steward(tx, place)?;
    }
    store::put_paused(tx, permit, (group, face), place.as_ref(), until)?;
    tx.emit(Event::MemberPaused { group, face })
}

/// Lets somebody back into a group who was paused there. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn let_back(tx: &mut Tx<'_>, _permit: &Permit, group: GroupId, face: FaceId) -> Result<(), Error> {
    match store::find(tx, group, face)?.filter(Membership::is_paused) {
        Some(place) => {
            store::set_back(tx, &place)?;
            tx.emit(Event::MemberLetBack { group, face })
        }
        None => Ok(()),
    }
}

/// Keeps somebody of another community away from all of this one, until a day or without an end: nothing new of theirs is
/// taken, in any group. Twice is the same as once, with the later word.
///
/// # Errors
/// A fault of the database.
pub fn keep_away(tx: &mut Tx<'_>, permit: &Permit, face: FaceId, until: Option<Day>) -> Result<(), Error> {
    store::put_away(tx, permit, face, until)
}

/// Lets somebody near again who was kept away. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn let_near(tx: &mut Tx<'_>, permit: &Permit, face: FaceId) -> Result<(), Error> {
    store::drop_away(tx, permit, face)
}

/// Ends every pause in a group whose day has come, and lets near again who was kept away until then; for the clockwork.
///
/// # Errors
/// A fault of the database.
pub fn end_pauses(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let today = tx.now().day();
    let over = store::paused_until(tx, today)?;
    over.iter().try_for_each(|place| store::set_back(tx, place))?;
    Ok(over.len() + store::drop_away_until(tx, today)?)
}
