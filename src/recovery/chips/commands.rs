//! Showing a milestone, giving a chip, keeping it, putting it aside, giving it back.

use super::model::Inside;
use super::{ChipId, Held, MilestoneId, NameHeld, Refusal, Shown, State, To, Words, store};
use crate::db::Tx;
use crate::events::recovery::Event;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::screening::{self, Piece, Why};
use crate::forum::threads::Author;
use crate::forum::{groups, members, shelter};
use crate::identity::newcomers;
use crate::kernel::{BuddyId, Error, FaceId, GroupId};
use crate::keys::{Keyring, Sealed};
use crate::policy::{self, Action, Reach, Standing, Viewer};
use crate::recovery::counters::CounterId;
use crate::recovery::{Own, checkins, counters};

/// What is sealed is filled up to a multiple of this many bytes, so that its length says little.
const FILLED_TO: usize = 1_024;
/// Weeks after which somebody has been in a group for a while.
const HERE_WEEKS: i64 = 2;

/// Shows today's milestone of a counter to a group or a buddy, with the name its member gave it or without. Twice is the same as
/// once.
///
/// # Errors
/// Absent; `milestone-not-now` where there is none, or none to tell of after a silence or a setback; `members-only`,
/// `paused-here`, `rules-reads-along`; for a name, `milestone-name-waits`, `keys-lost`, and whatever the group's rules refuse.
pub fn show(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (own, ring): (&Own, &Keyring),
    (id, to, with_name): (CounterId, &To, bool),
) -> Result<(), Error> {
    let (book, now) = (counters::find(tx, own, id)?.book, tx.now());
    let (today, was_here) = (book.today(now), checkins::was_here(tx, own, now)?);
    let (milestone, day) = book.milestone_on(today, was_here).ok_or(Refusal::NotNow)?;
    let reader = reader(tx, viewer, own.face(), to)?;

    let (span, number) = milestone.parts();
    let is_same = |shown: &Shown| {
        let to = (shown.group_id, shown.buddy_id);
        (shown.counter_id, shown.span, shown.number, to) == (id, span, number, reader)
    };
    if store::shown_by(tx, own.face(), now.day())?.iter().any(is_same) {
        return Ok(());
    }
    let new = MilestoneId(tx.chance().id());
    let name = match book.named_on(day).filter(|_| with_name) {
        Some(named) => Some(sealed_name(tx, viewer, ring, (new, reader.0, &named.name))?),
        None => None,
    };
    store::insert_shown(tx, (new, own.face(), id), reader, (milestone, name.as_ref()))?;

    tx.emit(Event::MilestoneShown { face: own.face() })
}

/// A name that others are to read: in a group, what it checks of words is checked of it, and it does not wait.
fn sealed_name(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, group, name): (MilestoneId, Option<GroupId>, &str),
) -> Result<Sealed<NameHeld>, Error> {
    let mut notes = Notes::default();
    if let Some(group) = group {
        notes.labels = screen(tx, viewer, (group, name))?.map_err(|_| Refusal::NameWaits)?;
    }
    ring.seal_filled(id, &Inside { words: name.to_owned(), notes: notes.codes() }, FILLED_TO)
}

/// A group they are in, or a buddy of theirs.
fn reader(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    me: FaceId,
    to: &To,
) -> Result<(Option<GroupId>, Option<BuddyId>), Error> {
    match to {
        To::Group(name) => {
            let group = groups::find_by_name(tx, viewer, name)?;
            if group.elsewhere().is_some() {
                return Err(Error::Absent);
            }
            let standing = Standing::in_group(tx, viewer, group.id)?;
            policy::may(viewer, Action::ShowMilestone, &standing)?;
            let now = tx.now();
            screening::may_speak(tx, me, group.id, now.day())?;
            shelter::check(tx, viewer, (group.id, Reach::Group), (false, now))?;
            Ok((Some(group.id), None))
        }
        To::Buddy(id) => {
            let is_theirs = checkins::readers(tx, me)?.iter().any(|(side, _)| side == id);
            if is_theirs { Ok((None, Some(*id))) } else { Err(Error::Absent) }
        }
    }
}

/// Nobody sees a milestone of this counter any more; chips that were given stay. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn take_down(tx: &mut Tx<'_>, own: &Own, id: CounterId) -> Result<(), Error> {
    store::take_down(tx, own.face(), id)?;
    tx.emit(Event::MilestoneShown { face: own.face() })
}

/// Whoever sees a milestone of this counter reads no name of it any more.
///
/// # Errors
/// A fault of the database.
pub fn forget_names(tx: &mut Tx<'_>, own: &Own, id: CounterId) -> Result<(), Error> {
    store::forget_names(tx, own.face(), id)
}

/// Gives a chip, with words. What a group checks of words is checked of these, and they do not wait. In a group nobody gives
/// one who came lately; nor, to somebody who did, anybody who only just came to the group.
///
/// # Errors
/// Absent for a milestone that is not shown to them; `chip-already`, `chip-new`, `chip-shielded`, `chip-waits`, `chip-looks`,
/// `paused-here`, `keys-lost`; whatever the group's rules refuse.
pub fn give(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, words): (MilestoneId, &Words),
) -> Result<(), Error> {
    let (me, today) = (viewer.member()?.face, tx.now().day());
    let (shown, author) = store::find(tx, me, (id, today))?;

    let standing = match shown.group_id {
        Some(group) => Standing::in_group(tx, viewer, group)?,
        None => Standing::in_community(viewer),
    };
    let permit = policy::may(viewer, Action::GiveChip, &standing)?;
    let mut notes = Notes::default();
    if let Some(group) = shown.group_id {
        let now = tx.now();
        shelter::check(tx, viewer, (group, Reach::Group), (false, now))?;
        shield(tx, viewer, (group, &author))?;
        notes.labels = screen(tx, viewer, (group, words.as_str()))?.map_err(unfit)?;
    }

    let new = ChipId(tx.chance().id());
    let inside = Inside { words: words.as_str().to_owned(), notes: notes.codes() };
    let hidden: Sealed<Held> = ring.seal_filled(new, &inside, FILLED_TO)?;
    store::insert_chip(tx, &permit, (new, &shown), &hidden)?;

    tx.emit(Event::ChipGiven { by: me, to: shown.face_id })
}

/// Anybody joins an open group, and a chip is read by one person alone: as with answers in threads, those who have been here
/// a while go first. Where the community itself began lately, nobody is newer than others.
fn shield(tx: &mut Tx<'_>, viewer: &Viewer, (group, of): (GroupId, &Author)) -> Result<(), Error> {
    let now = tx.now();
    if newcomers::is_young(tx, now)? {
        return Ok(());
    }
    if viewer.is_new() {
        return Err(Refusal::New.into());
    }
    let since = members::standing(tx, viewer, group)?.map(|membership| membership.since_week);
    let is_known = since.is_some_and(|since| now.week().0 - since.0 >= HERE_WEEKS);
    if of.is_new(&now) && !is_known { Err(Refusal::Shielded.into()) } else { Ok(()) }
}

/// There is no queue for a chip: what would wait is not taken.
fn unfit(why: Why) -> Refusal {
    if matches!(why, Why::Words | Why::Links) || why.is_selling() { Refusal::Waits } else { Refusal::Looks }
}

/// What the group would say of these words in a thread: the content notes it puts them behind, or why they would wait.
fn screen(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (group, words): (GroupId, &str),
) -> Result<Result<Vec<ContentNote>, Why>, Error> {
    let (group, now) = (groups::find(tx, group)?, tx.now());
    let piece = Piece {
        group: &group,
        thread: None,
        words: words.to_owned(),
        notes: &[],
        stood: "",
        is_repeated: false,
    };
    let verdict = screening::look(tx, viewer, &piece, now)?;
    verdict.check(true)?;
    match verdict.hold {
        None => Ok(Ok(verdict.folded(&[]))),
        Some(why) => Ok(Err(why)),
    }
}

/// Keeps a chip, or puts it aside. Whoever gave it does not hear. Twice is the same as once.
///
/// # Errors
/// Absent if it is not theirs.
pub fn turn(tx: &mut Tx<'_>, viewer: &Viewer, (id, state): (ChipId, State)) -> Result<(), Error> {
    let me = viewer.member()?.face;
    if !store::set_state(tx, me, (id, state))? {
        return Err(Error::Absent);
    }
    tx.emit(Event::ChipTurned { face: me })
}

/// Gives a chip back: it is gone, and nobody hears. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn give_back(tx: &mut Tx<'_>, viewer: &Viewer, id: ChipId) -> Result<(), Error> {
    let me = viewer.member()?.face;
    store::remove(tx, me, id)?;
    tx.emit(Event::ChipTurned { face: me })
}

/// What was shown for three days goes.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    store::sweep(tx)
}

/// Erases what somebody who is gone showed, was given, and gave.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    store::erase(tx, gone)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    Ok(ring.reseal(tx, limit, store::sealed_by, store::set_sealed)?
        + ring.reseal(tx, limit, store::named_by, store::set_name)?)
}
