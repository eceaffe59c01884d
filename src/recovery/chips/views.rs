//! What members read of milestones and chips.

use super::{Chip, Given, MilestoneId, Shown, store};
use crate::db::Db;
use crate::forum::members;
use crate::forum::threads::Author;
use crate::kernel::{BuddyId, Day, Error, FaceId, Moment};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::recovery::counters::CounterId;
use crate::recovery::counters::milestones::Milestone;
use crate::recovery::{Own, checkins, counters};

/// Milestones that others show to somebody, the latest first.
///
/// # Errors
/// `sign-in-first`.
pub fn list(db: &mut Db, viewer: &Viewer, today: Day) -> Result<Vec<(Shown, Author)>, Error> {
    let me = viewer.member()?.face;
    store::shown_to(db, me, today)
}

/// One of them, and whether the reader gave a chip for it.
///
/// # Errors
/// Absent if it is not shown to them.
pub fn one(
    db: &mut Db,
    viewer: &Viewer,
    (id, today): (MilestoneId, Day),
) -> Result<(Shown, Author, bool), Error> {
    let me = viewer.member()?.face;
    let (shown, author) = store::find(db, me, (id, today))?;
    Ok((shown, author, store::is_given(db, me, id)?))
}

/// What somebody was given, the latest first.
///
/// # Errors
/// `sign-in-first`.
pub fn mine(db: &mut Db, viewer: &Viewer, ring: &Keyring) -> Result<Vec<Chip>, Error> {
    let me = viewer.member()?.face;
    let open = |(given, by): (Given, Author)| Chip {
        id: given.id,
        by,
        milestone: Milestone::of(given.span, given.number),
        words: opened(ring, &given),
        state: given.state,
        on: given.on,
    };
    Ok(store::chips_of(db, me)?.into_iter().map(open).collect())
}

/// The words of a chip; none: their key is not here.
pub(in crate::recovery) fn opened(ring: &Keyring, given: &Given) -> Option<String> {
    let plain = ring.unseal(given.id, &given.sealed).ok()?;
    let words = String::from_utf8(plain.to_vec()).ok()?;
    Some(words.trim_end().to_owned())
}

/// Whether there is a chip that somebody has not looked at.
///
/// # Errors
/// A fault of the database.
pub fn has_new(db: &mut Db, me: FaceId) -> Result<bool, Error> {
    store::has_new(db, me)
}

/// A milestone of somebody's own, and to whom it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// What it is.
    pub milestone: Milestone,
    /// Groups: short name, title, and whether it is shown there.
    pub groups: Vec<(String, String, bool)>,
    /// Buddies, by one's own side: name, and whether it is shown to them.
    pub buddies: Vec<(BuddyId, String, bool)>,
}

/// Reads it.
///
/// # Errors
/// Absent if there is no such counter, or nothing to tell of today.
pub fn audience(db: &mut Db, own: &Own, (id, now): (CounterId, Moment)) -> Result<Audience, Error> {
    let book = counters::find(db, own, id)?.book;
    let was_here = checkins::was_here(db, own, now)?;
    let milestone = book.milestone(book.today(now), was_here).ok_or(Error::Absent)?;
    let shown = store::of_counter(db, own.face(), id)?;
    let shown: Vec<Shown> = shown.into_iter().filter(|shown| shown.milestone() == milestone).collect();
    let mine = members::mine(db, own.face())?.into_iter().filter(|mine| mine.membership.is_in());
    let groups =
        mine.map(|mine| mine.group).filter(|group| !group.is_closed() && group.elsewhere().is_none());
    let groups = groups.map(|group| {
        let is_shown = shown.iter().any(|shown| shown.group_id == Some(group.id));
        (group.name, group.title, is_shown)
    });
    let groups = groups.collect();
    let buddies = checkins::readers(db, own.face())?.into_iter().map(|(side, name)| {
        let is_shown = shown.iter().any(|shown| shown.buddy_id == Some(side));
        (side, name, is_shown)
    });
    Ok(Audience { milestone, groups, buddies: buddies.collect() })
}
