//! Going into a small circle, staying for another day, leaving it; and what holds while one is in it.

use super::model::{HOLDS_S, HOUR_MS};
use super::{Refusal, store, views};
use crate::db::{Db, Tx};
use crate::forum::groups;
use crate::kernel::{Error, GroupId, Moment};
use crate::policy::{self, Action, Permit, Reach, Standing, Viewer};

/// For a day, what they say goes to this group alone. Saying it again begins the day anew.
///
/// # Errors
/// `sign-in-first`; absent for a group they may not know of, or of another community; `members-only`, `paused-here`.
pub fn begin(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let group = groups::find_by_name(tx, viewer, name)?;
    if group.elsewhere().is_some() || group.is_closed() {
        return Err(Error::Absent);
    }
    let standing = Standing::in_group(tx, viewer, group.id)?;
    policy::may(viewer, Action::OpenThread, &standing)?;

    let until = ends(tx.now());
    store::put(tx, &permit, (group.id, until))
}

/// Stays in it for another day.
///
/// # Errors
/// `sign-in-first`, `small-over`.
pub fn keep(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let shelter = store::find(tx, permit.actor())?.ok_or(Refusal::Over)?;

    let until = ends(tx.now());
    store::put(tx, &permit, (shelter.group, until))
}

/// Leaves it, at once; nothing of it is left. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    store::remove(tx, &permit(viewer)?)
}

/// How far words of theirs go: those of somebody in a small circle to its group alone.
///
/// # Errors
/// `small-circle` for words of theirs elsewhere; `small-circle-wider` for an answer in its group that others would read.
pub fn check(
    db: &mut Db,
    viewer: &Viewer,
    (group, reach): (GroupId, Reach),
    (is_answer, now): (bool, Moment),
) -> Result<Reach, Error> {
    // What an alias may say must not follow from a row of its holder's.
    let Some(person) = viewer.person().filter(|person| person.voice.is_none()) else { return Ok(reach) };
    let Some(shelter) = store::find(db, person.face)?.filter(|shelter| shelter.holds(now)) else {
        return Ok(reach);
    };
    if shelter.group != group {
        return Err(Refusal::Small { group: shelter.title }.into());
    }
    if is_answer && reach != Reach::Group {
        return Err(Refusal::Wider { group: shelter.title }.into());
    }
    Ok(Reach::Group)
}

/// Holds back what more people would read than those of their small circle.
///
/// # Errors
/// `small-circle`.
pub fn keeps_in(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<(), Error> {
    match views::holding(db, viewer, now)? {
        Some(shelter) => Err(Refusal::Small { group: shelter.title }.into()),
        None => Ok(()),
    }
}

/// A day from now, to the full hour: when it was pressed is nobody's business.
fn ends(now: Moment) -> Moment {
    let until = now.plus_s(HOLDS_S).0;
    Moment(until - until.rem_euclid(HOUR_MS))
}

/// Whoever is a member may.
fn permit(viewer: &Viewer) -> Result<Permit, Error> {
    viewer.member()?;
    policy::may_in_community(viewer, Action::GoSmall)
}
