//! Opening a thread, locking it, letting it go on.

use super::store::Place;
use super::{Draft, Kind, Reason, Refusal, Thread, store};
use crate::db::Tx;
use crate::events::forum::Event;
use crate::forum::groups;
use crate::kernel::{Error, PublicId, Said};
use crate::policy::{self, Action, Standing, Viewer};

/// Opens a thread. Sending the same form twice opens one.
///
/// # Errors
/// Absent for a group the viewer may not know of; `members-only`, `group-closed`, `reach-too-wide`.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer, draft: &Draft) -> Result<Thread, Error> {
    let group = groups::find_by_name(tx, viewer, &draft.group)?;
    if let Some(before) = store::find_once(tx, viewer.face(), draft.once.as_deref())? {
        return Ok(before);
    }

    let standing = Standing::in_group(tx, viewer, group.id)?;
    let permit = policy::may(viewer, Action::OpenThread, &standing)?;
    if group.closed_at.is_some() {
        return Err(Refusal::GroupClosed.into());
    }
    let reach = draft.reach.unwrap_or(group.reach);
    if reach > group.ceiling {
        return Err(Refusal::ReachTooWide.into());
    }

    let is_new = viewer.person().is_some_and(|person| person.is_new);
    let is_hard = draft.kind.is_hard() || is_new || draft.kind == Kind::Introduction;
    let said = Said::now(tx.now(), group.shows_times());
    let thread = store::insert(tx, &permit, draft, &Place { group: group.id, reach, said, is_hard })?;

    tx.emit(Event::ThreadOpened { thread: thread.id, group: group.id, by: permit.actor() })?;
    Ok(thread)
}

/// Stops further replies to a thread. Locking a locked thread changes nothing.
///
/// # Errors
/// Absent for a thread out of reach; `keepers-only`.
pub fn lock(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, reason: &Reason) -> Result<Thread, Error> {
    let (mut thread, _) = store::find(tx, viewer, id)?;

    let standing = Standing::towards_words(tx, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, Action::LockThread, &standing)?;

    if thread.is_locked() {
        return Ok(thread);
    }
    thread.locked_at = Some(tx.now());
    reason.as_str().clone_into(&mut thread.lock_reason);
    store::set_locked(tx, &permit, thread.id, Some((tx.now(), reason.as_str())))?;

    tx.emit(Event::ThreadLocked { thread: thread.id, by: permit.actor() })?;
    Ok(thread)
}

/// Lets a locked thread be answered again. Doing so twice is the same as once.
///
/// # Errors
/// As [`lock`].
pub fn unlock(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<Thread, Error> {
    let (mut thread, _) = store::find(tx, viewer, id)?;

    let standing = Standing::towards_words(tx, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, Action::LockThread, &standing)?;

    if !thread.is_locked() {
        return Ok(thread);
    }
    (thread.locked_at, thread.lock_reason) = (None, String::new());
    store::set_locked(tx, &permit, thread.id, None)?;

    tx.emit(Event::ThreadUnlocked { thread: thread.id, by: permit.actor() })?;
    Ok(thread)
}
