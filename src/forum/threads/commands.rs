//! Opening a thread, changing it, taking it back; stopping replies, and keeping it at the top.

use super::store::Place;
use super::{Change, Draft, Kind, Reason, Refusal, Thread, store};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::forum::content_notes::Notes;
use crate::forum::groups::Group;
use crate::forum::screening::{self, Pace, Piece, Verdict, Why};
use crate::forum::{content_notes, groups, held, lookout, shelter};
use crate::kernel::{Error, Fault, GroupId, Moment, PublicId, Said, ThreadId};
use crate::policy::{self, Action, Permit, Reach, Standing, Viewer};

/// Days for which a newcomer may ask that those answer who have been here a while; then it ends by itself.
pub const SHIELD_DAYS: i64 = 14;

/// Opens a thread. Sending the same form twice opens one.
///
/// # Errors
/// Absent for a group the viewer may not know of; `members-only`, `group-closed`, `reach-too-wide`, `note-required`,
/// `note-elsewhere`, `note-not-here`; `rules-asks`, `rules-words`, `rules-members`, `rules-weeks`; `small-circle`.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer, draft: &Draft) -> Result<Thread, Error> {
    open_held(tx, viewer, draft, None).map(|(thread, _)| thread)
}

/// As [`open`]; where it waits, for this reason or by a rule of the group, nobody finds it or hears of it until it is let
/// through. Returns whether it does.
///
/// # Errors
/// As [`open`].
pub fn open_held(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    draft: &Draft,
    why: Option<Why>,
) -> Result<(Thread, bool), Error> {
    let group = groups::find_by_name(tx, viewer, &draft.group)?;
    if let Some(before) = store::find_once(tx, viewer.voice(), draft.once.as_deref())? {
        let waits = held::is_kept(tx, (before.id, None))?;
        return Ok((before, waits));
    }

    let now = tx.now();
    let (permit, reach, verdict) = weigh(tx, viewer, &group, (draft, now))?;

    let is_hard = draft.kind.is_hard() || viewer.is_new() || draft.kind == Kind::Introduction;
    let why = why.or(verdict.hold);
    let said = Said::now(now, group.shows_times());
    let asks = draft.shield.unwrap_or(draft.kind == Kind::Introduction) && group.elsewhere().is_none();
    let is_shielded = asks && screening::may_ask_shield(tx, viewer, now)?;
    let shielded_until = is_shielded.then(|| said.on.plus(SHIELD_DAYS));
    let place = Place { group: group.id, reach, said, is_hard, shielded_until, waits: why.is_some() };
    let draft = Draft { notes: verdict.folded(&draft.notes), ..draft.clone() };
    let thread = store::insert(tx, &permit, &draft, &place).map_err(pressed_at_once)?;
    lookout::look(tx, (thread.id, None), &thread.said(), draft.asks_care)?;
    if draft.asks_after && draft.kind == Kind::Setback {
        tx.emit(Event::SetbackTold { thread: thread.id, by: permit.actor() })?;
    }

    match why {
        Some(why) => held::wait(tx, (thread.id, None), group.id, why)?,
        None => tx.emit(Event::ThreadOpened { thread: thread.id, group: group.id, by: permit.actor() })?,
    }
    Ok((thread, why.is_some()))
}

/// Lets a thread that waited stand, as if it had been opened now.
///
/// # Errors
/// A fault of the database.
pub fn let_through(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId) -> Result<(), Error> {
    let Thread { group_id: group, author_face: by, .. } = store::find_by_id(tx, id)?;
    let said = Said::now(tx.now(), groups::find(tx, group)?.shows_times());
    store::set_said(tx, permit, id, said)?;
    store::set_removed(tx, permit, id, None)?;
    tx.emit(Event::ThreadOpened { thread: id, group, by })
}

/// Whether these words could be a thread, without opening it: what would be refused is not counted against anybody. Gives
/// the group they go to, and the time that lies between two things there; none if they are one already: a second press.
///
/// # Errors
/// As [`open`].
pub fn could_open(
    db: &mut Db,
    viewer: &Viewer,
    draft: &Draft,
    now: Moment,
) -> Result<Option<(GroupId, Pace)>, Error> {
    let group = groups::find_by_name(db, viewer, &draft.group)?;
    if store::find_once(db, viewer.face(), draft.once.as_deref())?.is_some() {
        return Ok(None);
    }
    let (_, _, verdict) = weigh(db, viewer, &group, (draft, now))?;
    let is_urgent = draft.asks_care || draft.kind.is_hard();
    Ok(Some((group.id, verdict.pace(is_urgent))))
}

fn weigh(
    db: &mut Db,
    viewer: &Viewer,
    group: &Group,
    (draft, now): (&Draft, Moment),
) -> Result<(Permit, Reach, Verdict), Error> {
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, Action::OpenThread, &standing)?;
    if group.closed_at.is_some() {
        return Err(Refusal::GroupClosed.into());
    }
    let reach = draft.reach.unwrap_or(group.reach);
    if reach > group.ceiling {
        return Err(Refusal::ReachTooWide.into());
    }
    let reach = shelter::check(db, viewer, (group.id, reach), (false, now))?;
    let rules = content_notes::house_rules(db, viewer, group.id)?;
    content_notes::check(&rules, &draft.notes, draft.no_note_fits)?;
    let words = [draft.title.as_str(), draft.body.as_str(), draft.note_words.as_str()].join("\n");
    let (notes, is_repeated) = (draft.notes.as_slice(), draft.is_repeated);
    let piece = Piece { group, thread: None, words, notes, stood: "", is_repeated };
    let verdict = screening::look(db, viewer, &piece, now)?;
    verdict.check(draft.goes_on)?;
    Ok((permit, reach, verdict))
}

/// Words that waited and may not stand are gone: nobody but its writer and those who looked ever saw them.
///
/// # Errors
/// A fault of the database.
pub fn drop_held(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId) -> Result<(), Error> {
    store::empty(tx, permit, id)
}

/// Changes a thread's words, how long they stay, and how far they travel: no further than before. How they were is kept
/// for their writer and those who look after the group.
///
/// # Errors
/// As [`lock`], and `not-yours`, `note-required`, `note-elsewhere`, `note-not-here`, `reach-only-narrower`; `rules-words`,
/// `rules-change`.
pub fn edit(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, change: &Change) -> Result<Thread, Error> {
    let (mut thread, permit) = loaded(tx, viewer, id, Action::EditOwn)?;
    let rules = content_notes::house_rules(tx, viewer, thread.group_id)?;
    content_notes::check(&rules, &change.notes, change.no_note_fits)?;
    let reach = change.reach.unwrap_or(thread.reach);
    if reach > thread.reach {
        return Err(Refusal::OnlyNarrower.into());
    }

    if reach < thread.reach {
        thread.reach = reach;
        store::set_reach(tx, &permit, thread.id, reach)?;
        tx.emit(Event::ThreadNarrowed { thread: thread.id, by: permit.actor() })?;
    }
    if let Some(lasting) = change.lasting {
        thread.goes_on = lasting.goes_on(tx.now().day());
        store::set_going_on(tx, &permit, thread.id, thread.goes_on)?;
    }
    if store::is_as(&thread, change) {
        return Ok(thread);
    }
    let change = &screened(tx, viewer, &thread, change)?;
    store::keep_revision(tx, &permit, (thread.id, None), (&thread.title, &thread.body))?;
    let changed = store::set_words(tx, &permit, thread.id, change)?;
    lookout::look(tx, (thread.id, None), &changed.said(), false)?;

    tx.emit(Event::ThreadEdited { thread: thread.id, by: permit.actor() })?;
    Ok(changed)
}

/// New words meet the rules that new threads do, and are folded as those would be.
fn screened(tx: &mut Tx<'_>, viewer: &Viewer, thread: &Thread, change: &Change) -> Result<Change, Error> {
    let (group, now) = (groups::find(tx, thread.group_id)?, tx.now());
    let words = [change.title.as_str(), change.body.as_str(), change.note_words.as_str()].join("\n");
    let stood = thread.said();
    let piece =
        Piece { group: &group, thread: None, words, notes: &change.notes, stood: &stood, is_repeated: false };
    let verdict = screening::look(tx, viewer, &piece, now)?;
    verdict.check_change()?;
    Ok(Change { notes: verdict.folded(&change.notes), ..change.clone() })
}

/// Takes a thread back: its words, and every earlier wording, are gone. Whoever could read it is told so.
///
/// # Errors
/// As [`lock`], and `not-yours`.
pub fn take_back(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<(), Error> {
    let (thread, permit) = loaded(tx, viewer, id, Action::TakeBackOwn)?;

    store::forget_revisions(tx, &permit, (thread.id, None))?;
    store::empty(tx, &permit, thread.id)?;

    tx.emit(Event::ThreadTakenBack { thread: thread.id, by: permit.actor() })
}

/// Stops further replies to a thread. Locking a locked thread changes nothing.
///
/// # Errors
/// Absent for a thread out of reach; `taken-back`, `keepers-only`; `thread-stays-open` where somebody may be in distress.
pub fn lock(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, reason: &Reason) -> Result<Thread, Error> {
    let (mut thread, permit) = loaded(tx, viewer, id, Action::LockThread)?;

    if thread.is_locked() {
        return Ok(thread);
    }
    let is_own = thread.author_face == permit.actor();
    if !is_own && viewer.far().is_none() && policy::stays_open(tx, thread.id)? {
        return Err(Refusal::StaysOpen.into());
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
    let (mut thread, permit) = loaded(tx, viewer, id, Action::LockThread)?;

    if !thread.is_locked() {
        return Ok(thread);
    }
    (thread.locked_at, thread.lock_reason) = (None, String::new());
    store::set_locked(tx, &permit, thread.id, None)?;

    tx.emit(Event::ThreadUnlocked { thread: thread.id, by: permit.actor() })?;
    Ok(thread)
}

/// Whoever told of a setback wants kind words alone for now, or replies again. Twice is the same as once.
///
/// # Errors
/// As [`take_back`]; absent for other kinds; `thread-locked` where those who look after the group stopped replies.
pub fn hush(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, is_hushed: bool) -> Result<(), Error> {
    let (thread, permit) = loaded(tx, viewer, id, Action::EditOwn)?;
    if thread.kind != Kind::Setback {
        return Err(Error::Absent);
    }
    if thread.is_locked() == is_hushed {
        return Ok(());
    }
    if !is_hushed && !thread.is_hushed() {
        return Err(Refusal::Locked.into());
    }

    // The day alone is kept: to the minute, it would date an alias.
    let on = tx.now().day().start();
    store::set_locked(tx, &permit, thread.id, is_hushed.then_some((on, "")))?;

    let (thread, by) = (thread.id, permit.actor());
    tx.emit(if is_hushed { Event::ThreadLocked { thread, by } } else { Event::ThreadUnlocked { thread, by } })
}

/// Puts a thread out of sight. Its words stay with its writer and those who look after it; it can come back.
///
/// # Errors
/// A fault of the database.
pub fn put_away(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId) -> Result<(), Error> {
    // The day alone is kept: to the minute, it would date an alias.
    let on = tx.now().day().start();
    store::set_removed(tx, permit, id, Some(on))?;
    tx.emit(Event::ThreadRemoved { thread: id, by: permit.actor() })
}

/// Brings a thread back that was out of sight.
///
/// # Errors
/// A fault of the database.
pub fn bring_back(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId) -> Result<(), Error> {
    store::set_removed(tx, permit, id, None)?;
    tx.emit(Event::ThreadReturned { thread: id, by: permit.actor() })
}

/// Puts content notes on a thread in its writer's stead: its words are folded for whoever asked for that.
///
/// # Errors
/// A fault of the database.
pub fn set_notes(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId, notes: &Notes) -> Result<(), Error> {
    store::set_notes(tx, permit, id, notes)?;
    tx.emit(Event::ThreadEdited { thread: id, by: permit.actor() })
}

/// Stops further replies for whoever holds the permit, or lets them go on (no reason). Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn set_locked(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: ThreadId,
    reason: Option<&Reason>,
) -> Result<(), Error> {
    let (now, by) = (tx.now(), permit.actor());
    store::set_locked(tx, permit, id, reason.map(|reason| (now, reason.as_str())))?;
    tx.emit(match reason {
        Some(_) => Event::ThreadLocked { thread: id, by },
        None => Event::ThreadUnlocked { thread: id, by },
    })
}

/// Asks that those answer who have been here a while, or lets everybody. Twice is the same as once.
///
/// # Errors
/// As [`lock`], and `not-yours`; `newcomer-not-new` for somebody who is not new.
pub fn shield(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId, is_on: bool) -> Result<(), Error> {
    let (thread, permit) = loaded(tx, viewer, id, Action::EditOwn)?;
    let now = tx.now();

    if is_on == thread.is_shielded(now.day()) {
        return Ok(());
    }
    if is_on && !screening::may_ask_shield(tx, viewer, now)? {
        return Err(Refusal::NotNew.into());
    }
    // From the day it was said, so that the row tells no other.
    store::set_shielded(tx, &permit, thread.id, is_on.then(|| thread.said_on.plus(SHIELD_DAYS)))
}

/// Where a thread goes.
#[derive(Debug, Clone, Copy)]
pub struct Moving {
    /// The group.
    pub group: GroupId,
    /// How far it travels from there.
    pub reach: Reach,
    /// Where it is said to have come from; none: it is back where it was opened.
    pub from: Option<GroupId>,
}

/// Moves a thread, with all that was answered, for whoever holds the permit. Its address stays. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn carry(tx: &mut Tx<'_>, permit: &Permit, id: ThreadId, to: Moving) -> Result<(), Error> {
    let Thread { group_id: from, .. } = store::find_by_id(tx, id)?;
    if from == to.group {
        return Ok(());
    }
    store::set_group(tx, permit, id, &to)?;
    tx.emit(Event::ThreadMoved { thread: id, from, by: permit.actor() })
}

/// Keeps a thread at the top of its group. Pinning a pinned thread changes nothing.
///
/// # Errors
/// As [`lock`].
pub fn pin(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<(), Error> {
    let (thread, permit) = loaded(tx, viewer, id, Action::PinThread)?;

    if thread.pinned_at.is_some() {
        return Ok(());
    }
    let now = tx.now();
    store::set_pinned(tx, &permit, thread.id, Some(now))?;

    tx.emit(Event::ThreadPinned { thread: thread.id, by: permit.actor() })
}

/// Lets a pinned thread move on. Doing so twice is the same as once.
///
/// # Errors
/// As [`lock`].
pub fn unpin(tx: &mut Tx<'_>, viewer: &Viewer, id: &PublicId) -> Result<(), Error> {
    let (thread, permit) = loaded(tx, viewer, id, Action::PinThread)?;

    if thread.pinned_at.is_none() {
        return Ok(());
    }
    store::set_pinned(tx, &permit, thread.id, None)?;

    tx.emit(Event::ThreadUnpinned { thread: thread.id, by: permit.actor() })
}

fn loaded(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    id: &PublicId,
    action: Action,
) -> Result<(Thread, Permit), Error> {
    let (thread, _) = match store::find(tx, viewer, id) {
        // One's own words are one's own wherever they stand.
        Err(Error::Absent) if action == Action::TakeBackOwn => store::find_own(tx, viewer, id)?,
        found => found?,
    };
    let standing = Standing::towards_words(tx, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, action, &standing)?;
    Ok((thread, permit))
}

/// Two presses in the same moment: the second tries again, and finds what the first one kept.
pub(in crate::forum) fn pressed_at_once(error: Error) -> Error {
    match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    }
}
