//! What members read of milestones and chips.

use super::model::Inside;
use super::{Chip, ChipId, Given, MilestoneId, Shown, store};
use crate::db::Db;
use crate::forum::content_notes::Notes;
use crate::forum::groups::Group;
use crate::forum::members::{self, Mine};
use crate::forum::threads::Author;
use crate::forum::{quiet, screening};
use crate::kernel::{BuddyId, Day, Error, FaceId, Moment};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::recovery::counters::CounterId;
use crate::recovery::counters::milestones::{Milestone, Named};
use crate::recovery::{Own, checkins, counters};

/// Milestones that others show to somebody, the latest first; and whether there are more than one list holds.
///
/// # Errors
/// `sign-in-first`.
pub fn list(db: &mut Db, viewer: &Viewer, today: Day) -> Result<(Vec<(Shown, Author)>, bool), Error> {
    let me = viewer.member()?.face;
    let mut rows = store::shown_to(db, me, today)?;
    let most = usize::try_from(store::ROWS_MAX).unwrap_or_default();
    let is_cut = rows.len() > most;
    rows.truncate(most);
    Ok((rows, is_cut))
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
    let all = store::chips_of(db, me)?;
    let quiet = quiet::of(db, viewer, false)?;
    let open = |(given, by): (Given, Author)| {
        let (words, notes) = opened(ring, &given).map_or((None, Notes::default()), |(w, n)| (Some(w), n));
        let (id, state, on) = (given.id, given.state, given.on);
        let milestone = Milestone::of(given.span, given.number);
        Chip { id, hush: quiet.fold(given.by_face, &by), by, milestone, words, notes, state, on }
    };
    Ok(all.into_iter().map(open).collect())
}

/// The words of a chip, and what they are folded behind; none: their key is not here.
pub(in crate::recovery) fn opened(ring: &Keyring, given: &Given) -> Option<(String, Notes)> {
    let Inside { words, notes } = ring.open_filled(given.id, &given.sealed)?;
    Some((words, Notes::stored(&notes, "")))
}

/// What its member calls a milestone that they show, and what that is folded behind; none: they show no name, or its key is not here.
#[must_use]
pub fn name_of(ring: &Keyring, shown: &Shown) -> Option<(String, Notes)> {
    let Inside { words, notes } = ring.open_filled(shown.id, shown.sealed.as_ref()?)?;
    Some((words, Notes::stored(&notes, "")))
}

/// Who gave somebody a chip, for whom it was given to.
///
/// # Errors
/// Absent if it is not theirs, or of somebody they do not meet; `sign-in-first`.
pub fn giver(db: &mut Db, viewer: &Viewer, id: ChipId) -> Result<FaceId, Error> {
    let me = viewer.member()?.face;
    Ok(store::chip_of(db, me, id)?.by_face)
}

/// The words of a chip, for whom it was given to: to tell of it. Empty: their key is not here.
///
/// # Errors
/// As [`giver`].
pub fn quoted(db: &mut Db, viewer: &Viewer, (id, ring): (ChipId, &Keyring)) -> Result<String, Error> {
    let me = viewer.member()?.face;
    let given = store::chip_of(db, me, id)?;
    Ok(opened(ring, &given).map(|(words, _)| words).unwrap_or_default())
}

/// Whether there is a chip that somebody has not looked at.
///
/// # Errors
/// A fault of the database.
pub fn has_new(db: &mut Db, me: FaceId) -> Result<bool, Error> {
    store::has_new(db, me)
}

/// What somebody shows of a counter, and to whom: the title of a group, or the name of a buddy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// Of which counter.
    pub counter: CounterId,
    /// What it is.
    pub milestone: Milestone,
    /// Whether with its name.
    pub is_named: bool,
    /// To whom.
    pub to: String,
}

/// What somebody shows now, the latest first. What nobody reads is not in it: of a group they left, or of two who are none.
///
/// # Errors
/// A fault of the database.
pub fn standing(db: &mut Db, own: &Own, now: Moment) -> Result<Vec<Stands>, Error> {
    let all = store::shown_by(db, own.face(), now.day())?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let mine = members::mine(db, own.face())?;
    let buddies = checkins::readers(db, own.face())?;
    let named = |shown: Shown| {
        let is_there = |mine: &&Mine| mine.membership.is_in() && shown.group_id == Some(mine.group.id);
        let group = mine.iter().find(is_there).map(|mine| &mine.group.title);
        let buddy = buddies.iter().find(|(side, _)| shown.buddy_id == Some(*side)).map(|(_, name)| name);
        let to = group.or(buddy)?.clone();
        let (counter, milestone, is_named) = (shown.counter_id, shown.milestone(), shown.sealed.is_some());
        Some(Stands { counter, milestone, is_named, to })
    };
    Ok(all.into_iter().filter_map(named).collect())
}

/// A milestone of somebody's own, to whom it may be shown, and what is shown of its counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// What it is; none: there is none to show today.
    pub milestone: Option<Milestone>,
    /// What its member calls it; none: it has no name.
    pub named: Option<Named>,
    /// What of this counter is shown now, whatever day it is.
    pub stands: Vec<Stands>,
    /// Groups: short name, title, and whether it is shown there.
    pub groups: Vec<(String, String, bool)>,
    /// Buddies, by one's own side: name, and whether it is shown to them.
    pub buddies: Vec<(BuddyId, String, bool)>,
}

/// Reads it.
///
/// # Errors
/// Absent if there is no such counter.
pub fn audience(db: &mut Db, own: &Own, (id, now): (CounterId, Moment)) -> Result<Audience, Error> {
    let book = counters::find(db, own, id)?.book;
    let was_here = checkins::was_here(db, own, now)?;
    let today = book.today(now);
    let on = book.milestone_on(today, was_here);
    let named = on.and_then(|(_, day)| book.named_on(day)).cloned();
    let milestone = on.map(|(milestone, _)| milestone);
    let mut stands = standing(db, own, now)?;
    stands.retain(|stands| stands.counter == id);
    if milestone.is_none() {
        return Ok(Audience { milestone, named, stands, groups: Vec::new(), buddies: Vec::new() });
    }
    let shown = store::shown_by(db, own.face(), now.day())?.into_iter();
    let shown: Vec<Shown> =
        shown.filter(|shown| shown.counter_id == id && Some(shown.milestone()) == milestone).collect();
    let mine = members::mine(db, own.face())?.into_iter().filter(|mine| mine.membership.is_in());
    let hushed = screening::read_along_in(db, own.face(), now.day())?;
    let fits =
        |group: &Group| !group.is_closed() && group.elsewhere().is_none() && !hushed.contains(&group.id);
    let groups = mine.map(|mine| mine.group).filter(fits);
    let groups = groups.map(|group| {
        let is_shown = shown.iter().any(|shown| shown.group_id == Some(group.id));
        (group.name, group.title, is_shown)
    });
    let groups = groups.collect();
    let buddies = checkins::readers(db, own.face())?.into_iter().map(|(side, name)| {
        let is_shown = shown.iter().any(|shown| shown.buddy_id == Some(side));
        (side, name, is_shown)
    });
    Ok(Audience { milestone, named, stands, groups, buddies: buddies.collect() })
}
