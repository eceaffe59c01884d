//! Blocking, muting, and taking either back. Nobody hears of it, and doing it twice is the same as doing it once.

use super::store::{self, Found};
use super::{About, Community, Lasts, MET, Refusal};
use crate::db::{Db, Tx, Wake};
use crate::events::forum::Event;
use crate::forum::groups;
use crate::identity::{accounts, names};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::{self, Action, Rank, Viewer};

/// Blocks and mutes kept for one member, together.
const MOST: i64 = 500;

/// Blocks a name: from now on neither meets the other.
///
/// # Errors
/// Absent for somebody the viewer cannot meet; `sign-in-first`, `quiet-oneself`, `quiet-too-many`.
pub fn block(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ChooseWhomToMeet)?;
    let face = person(tx, viewer, name)?;
    refuse_oneself(viewer, face)?;

    if store::ties(tx, viewer.face(), face)?.blocks {
        return Ok(());
    }
    refuse_too_many(tx, viewer)?;
    store::insert_block(tx, &permit, face)?;
    store::delete_mute(tx, &permit, &Found::Person(face))?;
    tell(tx, viewer.face(), face);
    tx.emit(Event::PeopleParted { by: permit.actor(), from: face })
}

/// Takes a block back. What was said meanwhile is there again.
///
/// # Errors
/// `sign-in-first`.
pub fn take_back_block(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ChooseWhomToMeet)?;
    let Some(face) = store::known(tx, viewer.face(), &names::key(name))? else { return Ok(()) };

    if store::delete_block(tx, &permit, face)? > 0 {
        tell(tx, viewer.face(), face);
    }
    Ok(())
}

/// Mutes somebody, a group or a community. Muting again sets when it ends.
///
/// # Errors
/// Absent for what the viewer cannot know of; `sign-in-first`, `quiet-oneself`, `quiet-too-many`.
pub fn mute(tx: &mut Tx<'_>, viewer: &Viewer, about: &About, lasts: Lasts) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ChooseWhomToMeet)?;
    let found = find(tx, viewer, about)?;
    if let Found::Person(face) = &found {
        refuse_oneself(viewer, *face)?;
    }

    if store::delete_mute(tx, &permit, &found)? == 0 {
        refuse_too_many(tx, viewer)?;
    }
    let until = lasts.until(tx.now().day());
    store::insert_mute(tx, &permit, &found, until)
}

/// Takes a mute back.
///
/// # Errors
/// `sign-in-first`.
pub fn take_back_mute(tx: &mut Tx<'_>, viewer: &Viewer, about: &About) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ChooseWhomToMeet)?;
    let me = viewer.face();
    let found = match about {
        About::Person(name) => store::known(tx, me, &names::key(name))?.map(Found::Person),
        About::Group(name) => store::known_group(tx, me, name)?.map(Found::Group),
        About::Community(community) => Some(Found::Community(community.clone())),
    };

    let Some(found) = found else { return Ok(()) };
    store::delete_mute(tx, &permit, &found).map(drop)
}

/// What a mute is about, if this viewer can know of it.
pub(super) fn find(db: &mut Db, viewer: &Viewer, about: &About) -> Result<Found, Error> {
    match about {
        About::Person(name) => person(db, viewer, name).map(Found::Person),
        About::Group(name) => group(db, viewer, name).map(Found::Group),
        About::Community(community) => Ok(Found::Community(Community::clone(community))),
    }
}

/// Somebody the viewer can meet, or has said something of already. Whoever blocked them was never there.
pub(super) fn person(db: &mut Db, viewer: &Viewer, name: &str) -> Result<FaceId, Error> {
    let key = names::key(name);
    if let Some(face) = store::known(db, viewer.face(), &key)? {
        return Ok(face);
    }
    let face = accounts::find_by_name(db, &key)?.id;
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    let is_hidden = !keeps_all && store::ties(db, viewer.face(), face)?.is_blocked;
    if is_hidden { Err(Error::Absent) } else { Ok(face) }
}

fn group(db: &mut Db, viewer: &Viewer, name: &str) -> Result<GroupId, Error> {
    match store::known_group(db, viewer.face(), name)? {
        Some(group) => Ok(group),
        None => Ok(groups::find_by_name(db, viewer, name)?.id),
    }
}

fn refuse_oneself(viewer: &Viewer, face: FaceId) -> Result<(), Refusal> {
    if face == viewer.face() { Err(Refusal::Oneself) } else { Ok(()) }
}

fn refuse_too_many(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    if store::amount(tx, viewer.face())? >= MOST { Err(Refusal::TooMany.into()) } else { Ok(()) }
}

/// Open pages of both look anew at what they may show.
fn tell(tx: &mut Tx<'_>, me: FaceId, other: FaceId) {
    for face in [me, other] {
        tx.wake(Wake { subject: (MET, face.0), by: FaceId(0) });
    }
}
