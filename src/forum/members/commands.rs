//! Joining a group, asking to, and leaving; what somebody says of their own place.

use super::{AskWords, Membership, Refusal, State, store};
use crate::db::Tx;
use crate::events::forum::Event;
use crate::forum::groups::{self, Group, Joining};
use crate::identity::invitations;
use crate::kernel::{Error, FaceId, GroupId, Token};
use crate::policy::{self, Action, Permit, Role, Standing, Viewer};

/// Joins an open group. Joining twice is the same as once.
///
/// # Errors
/// Absent for a group the viewer may not know of; `sign-in-first`; `join-ask-first`, `join-by-invitation`, `group-takes-nobody`.
pub fn join(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    let (group, permit, place) = to_join(tx, viewer, name)?;
    if place.is_some_and(|place| place.is_in()) {
        return Ok(group);
    }
    match group.joining {
        _ if group.is_closed() => return Err(Refusal::Closed.into()),
        Joining::Open => {}
        Joining::Ask => return Err(Refusal::AskFirst.into()),
        Joining::Invitation => return Err(Refusal::ByInvitation.into()),
    }

    enter(tx, group.id, permit.actor(), permit.actor())?;
    Ok(group)
}

/// Asks to join a group, with or without words. Asking again changes the words.
///
/// Where no asking is needed, this joins.
///
/// # Errors
/// As [`join`].
pub fn ask(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, words: &AskWords) -> Result<Group, Error> {
    let (group, permit, place) = to_join(tx, viewer, name)?;
    if group.joining != Joining::Ask || place.as_ref().is_some_and(Membership::is_in) {
        return join(tx, viewer, name);
    }
    if group.is_closed() {
        return Err(Refusal::Closed.into());
    }
    if place.as_ref().is_some_and(|place| place.state == State::Asked && place.words == words.as_str()) {
        return Ok(group);
    }

    store::put_ask(tx, &permit, group.id, words.as_str())?;

    if place.is_none_or(|place| place.state != State::Asked) {
        tx.emit(Event::MembershipAsked { group: group.id, face: permit.actor() })?;
    }
    Ok(group)
}

/// No longer asks to join, or puts a "not now" out of sight. Doing so twice is the same as once.
///
/// # Errors
/// Absent for a group the viewer may not know of; `sign-in-first`.
pub fn withdraw(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<Group, Error> {
    let (group, _, place) = to_join(tx, viewer, name)?;
    if let Some(place) = place.filter(|place| !place.is_in()) {
        store::remove(tx, &place)?;
    }
    Ok(group)
}

/// Comes in by a link into a group; takes one use, unless they are in already. None: the link leads into the community only.
///
/// # Errors
/// `sign-in-first`; `invitation-ended`; `group-takes-nobody`.
pub fn join_by(tx: &mut Tx<'_>, viewer: &Viewer, token: &Token) -> Result<Option<Group>, Error> {
    let face = viewer.member()?.face;
    let today = tx.now().day();
    let Some(group) = invitations::look(tx, token, today)?.group_id else { return Ok(None) };
    let group = groups::find(tx, group)?;
    if store::find(tx, group.id, face)?.is_some_and(|place| place.is_in()) {
        return Ok(Some(group));
    }
    if store::find(tx, group.id, face)?.is_some_and(|place| place.is_paused()) {
        return Err(policy::Refusal::PausedHere.into());
    }
    if group.is_closed() {
        return Err(Refusal::Closed.into());
    }

    let spent = invitations::spend(tx, token)?;
    enter(tx, group.id, face, spent.by)?;
    Ok(Some(group))
}

/// Leaves a group. Leaving twice is the same as once.
///
/// # Errors
/// Absent for a group the viewer may not know of; `sign-in-first`; `last-steward`.
pub fn leave(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let group = groups::find_by_name(tx, viewer, name)?;
    let face = viewer.member()?.face;
    let Some(place) = store::find(tx, group.id, face)?.filter(Membership::is_in) else { return Ok(()) };
    let standing = Standing::in_group(tx, viewer, group.id)?;
    policy::may(viewer, Action::LeaveGroup, &standing)?;
    refuse_last_steward(tx, &place)?;

    store::remove(tx, &place)?;

    tx.emit(Event::MemberLeft { group: group.id, face })
}

/// Makes a group somebody's home group, or no longer. There is one at most.
///
/// # Errors
/// Absent for a group the viewer may not know of; `sign-in-first`; `members-only`.
pub fn set_home(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, is_home: bool) -> Result<Group, Error> {
    let (group, face) = own_place(tx, viewer, name)?;
    let is_now = store::find(tx, group.id, face)?.is_some_and(|place| place.is_home);
    if is_now != is_home {
        store::set_home(tx, face, is_home.then_some(group.id))?;
    }
    Ok(group)
}

/// Leaves somebody out of the list of people, or no longer.
///
/// # Errors
/// As [`set_home`].
pub fn set_unlisted(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, is_unlisted: bool) -> Result<Group, Error> {
    let (group, face) = own_place(tx, viewer, name)?;
    store::set_unlisted(tx, group.id, face, is_unlisted)?;
    Ok(group)
}

fn own_place(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(Group, FaceId), Error> {
    let group = groups::find_by_name(tx, viewer, name)?;
    let standing = Standing::in_group(tx, viewer, group.id)?;
    if standing.role.is_none() {
        viewer.member()?;
        return Err(policy::Refusal::MembersOnly.into());
    }
    Ok((group, viewer.face()))
}

fn to_join(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
) -> Result<(Group, Permit, Option<Membership>), Error> {
    let group = groups::find_by_name(tx, viewer, name)?;
    viewer.member()?;
    let standing = Standing::in_group(tx, viewer, group.id)?;
    let permit = policy::may(viewer, Action::JoinGroup, &standing)?;
    let place = store::find(tx, group.id, permit.actor())?;
    Ok((group, permit, place))
}

/// Somebody is in now; the caller knows that they were not.
pub(super) fn enter(tx: &mut Tx<'_>, group: GroupId, face: FaceId, by: FaceId) -> Result<(), Error> {
    store::put_in(tx, group, face)?;
    tx.emit(Event::MemberJoined { group, face, by })
}

/// A group is never left without somebody who can shape it.
pub(super) fn refuse_last_steward(tx: &mut Tx<'_>, place: &Membership) -> Result<(), Error> {
    refuse_last(tx, place.group_id, place.role)
}

/// The same, of somebody with this role.
pub(in crate::forum) fn refuse_last(tx: &mut Tx<'_>, group: GroupId, role: Role) -> Result<(), Error> {
    if is_last_steward(tx, group, role)? { Err(Refusal::LastSteward.into()) } else { Ok(()) }
}

/// Whether somebody with this role is the only one who can shape the group.
pub(in crate::forum) fn is_last_steward(tx: &mut Tx<'_>, group: GroupId, role: Role) -> Result<bool, Error> {
    Ok(role == Role::Steward && store::count_stewards(tx, group)? < 2)
}
