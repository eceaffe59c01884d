//! Setting a group's rules; guarding it for a day; letting somebody, or a thread, go slower.

use super::matching::needles;
use super::model::{FIRST_MAX, GUARD_HOURS, LINES_MAX, PACE_MAX};
use super::{Does, LineDraft, LineId, Refusal, Settings, Slow, store};
use crate::db::{Db, Tx};
use crate::forum::groups::{self, Group};
use crate::kernel::{Day, Error, FaceId, GroupId};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// A group whose rules a viewer keeps.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub(super) fn kept(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Group, Permit), Error> {
    let group = groups::find_by_name(db, viewer, name)?;
    // The rules of a group elsewhere are kept there.
    if group.elsewhere().is_some() {
        return Err(Error::Absent);
    }
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, Action::KeepRules, &standing)?;
    Ok((group, permit))
}

/// Sets what a group checks, but for its lines and for how long it is guarded. Twice is the same as once.
///
/// # Errors
/// As [`guard`]; `rules-minutes`, `rules-unchosen`.
pub fn set(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, new: &Settings) -> Result<(), Error> {
    let (group, permit) = kept(tx, viewer, name)?;
    if !(0..=PACE_MAX).contains(&new.pace_minutes) {
        return Err(Refusal::Minutes.into());
    }
    let is_hour = |hour: i64| (0..24).contains(&hour);
    let are_hours = |quiet: &super::Quiet| {
        is_hour(quiet.from) && is_hour(quiet.until) && (-12..=14).contains(&quiet.offset)
    };
    if new.quiet.as_ref().is_some_and(|quiet| !are_hours(quiet)) {
        return Err(Refusal::Unchosen { field: "quiet" }.into());
    }

    if !(0..=FIRST_MAX).contains(&new.first_minutes) {
        return Err(Refusal::Unchosen { field: "first" }.into());
    }

    let guarded_until = store::settings(tx, group.id)?.guarded_until;
    store::set(tx, &permit, group.id, &Settings { guarded_until, ..new.clone() })
}

/// Guards a group for a day at most, or ends that. Doing so twice begins anew.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn guard(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, is_guarded: bool) -> Result<(), Error> {
    let (group, permit) = kept(tx, viewer, name)?;
    let settings = store::settings(tx, group.id)?;
    let guarded_until = is_guarded.then(|| tx.now().plus_s(GUARD_HOURS * 3_600));
    store::set(tx, &permit, group.id, &Settings { guarded_until, ..settings })
}

/// Keeps a line.
///
/// # Errors
/// As [`guard`]; `rules-empty`, `rules-too-many`, `rules-unchosen`.
pub fn keep_line(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, draft: &LineDraft) -> Result<(), Error> {
    let (group, permit) = kept(tx, viewer, name)?;
    check(draft)?;
    if store::lines(tx, viewer, group.id)?.len() >= LINES_MAX {
        return Err(Refusal::TooMany.into());
    }
    let goes_to = home(tx, viewer, &group, draft)?.map(|home| home.id);
    store::insert_line(tx, &permit, (group.id, goes_to), draft)
}

/// Whether a line can be kept as it was put.
pub(super) fn check(draft: &LineDraft) -> Result<(), Refusal> {
    if needles(draft.words.as_str()).is_empty() {
        return Err(Refusal::Empty);
    }
    match draft.does {
        Does::Note | Does::Fold if draft.note.is_none() => Err(Refusal::Unchosen { field: "line_note" }),
        Does::Offer if draft.goes_to.is_empty() => Err(Refusal::Unchosen { field: "goes_to" }),
        _ => Ok(()),
    }
}

/// The better home a line names: one whoever reads the offer can know of.
pub(super) fn home(
    db: &mut Db,
    viewer: &Viewer,
    group: &Group,
    draft: &LineDraft,
) -> Result<Option<Group>, Error> {
    if draft.goes_to.is_empty() {
        return Ok(None);
    }
    let unchosen = Refusal::Unchosen { field: "goes_to" };
    let home = groups::find_by_name(db, viewer, &draft.goes_to).map_err(|_| unchosen.clone())?;
    if home.id == group.id || home.is_hidden() { Err(unchosen.into()) } else { Ok(Some(home)) }
}

/// Lets a line go. Twice is the same as once.
///
/// # Errors
/// As [`guard`].
pub fn let_go(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, id: LineId) -> Result<(), Error> {
    let (group, permit) = kept(tx, viewer, name)?;
    store::delete_line(tx, &permit, (group.id, id))
}

/// Lets somebody, or a thread, go slower until a day, for whoever holds the permit.
///
/// # Errors
/// A fault of the database.
pub fn slow_down(
    tx: &mut Tx<'_>,
    permit: &Permit,
    of: &Slow,
    (minutes, until): (i64, Day),
) -> Result<(), Error> {
    store::insert_slow(tx, permit, of, (minutes, until))
}

/// As before. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn speed_up(tx: &mut Tx<'_>, permit: &Permit, of: &Slow) -> Result<(), Error> {
    store::delete_slow(tx, permit, of)
}

/// Lets somebody read along in a group and say nothing there until a day, for whoever holds the permit.
///
/// # Errors
/// A fault of the database.
pub fn quieten(tx: &mut Tx<'_>, permit: &Permit, of: (GroupId, FaceId), until: Day) -> Result<(), Error> {
    store::insert_reads_along(tx, permit, of, until)
}

/// They speak as before. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn let_speak(tx: &mut Tx<'_>, permit: &Permit, of: (GroupId, FaceId)) -> Result<(), Error> {
    store::delete_reads_along(tx, permit, of)
}

/// Lets somebody read along in every group and say nothing until a day, for whoever holds the permit.
///
/// # Errors
/// A fault of the database.
pub fn quieten_here(tx: &mut Tx<'_>, permit: &Permit, face: FaceId, until: Day) -> Result<(), Error> {
    store::insert_reads_along_here(tx, permit, face, until)
}

/// They speak as before. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn let_speak_here(tx: &mut Tx<'_>, permit: &Permit, face: FaceId) -> Result<(), Error> {
    store::delete_reads_along_here(tx, permit, face)
}
