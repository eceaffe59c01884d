//! Taking a decision back where others about the same hold: what is newer stays, and what is older holds again.

use super::listed::{bring_all_back, meant};
use super::{Act, Back, State, Verb, effects, store};
use crate::db::{Db, Tx};
use crate::forum::{replies, threads};
use crate::kernel::{Day, Error, GroupId, ReplyId, ThreadId};
use crate::policy::{Permit, Reach, Viewer};

/// Every part of a decision that holds, the last first: things are as they were before all of it. Where something newer of
/// its sort holds in the same place, what that did stays; where something older was to last until a day that is still to come,
/// that holds again. What ended by itself brings nothing back.
pub(super) fn take_all_back(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    act: &Act,
) -> Result<Back, Error> {
    let (parts, today) = (store::whole(tx, act.head())?, tx.now().day());
    let mut back = Back::All;
    for part in parts.iter().rev().filter(|part| part.state == State::Done) {
        let this = if part.verb.hides_words() {
            words(tx, permit, part)?
        } else {
            one(tx, (viewer, permit), (part, today))?
        };
        if this != Back::All {
            back = this;
        }
        store::set_undone(tx, permit, part.id)?;
    }
    Ok(back)
}

/// Hands what a decision is to bring back to the first newer one of its sort, if there is one: once that is taken back, things
/// are as they were before both. Says whether there is.
///
/// # Errors
/// A fault of the database.
pub fn hand_down(tx: &mut Tx<'_>, permit: &Permit, act: &Act) -> Result<bool, Error> {
    let today = tx.now().day();
    let Some(newer) = store::above(tx, act, today)? else { return Ok(false) };
    if act.verb.stands_on_another() {
        store::set_was(tx, permit, newer.id, &act.was)?;
    }
    Ok(true)
}

fn one(
    tx: &mut Tx<'_>,
    (viewer, permit): (&Viewer, &Permit),
    (part, today): (&Act, Day),
) -> Result<Back, Error> {
    if hand_down(tx, permit, part)? {
        return Ok(Back::Stays);
    }
    let is_over = part.until_on.is_some_and(|until| until <= today);
    let older = if is_over { None } else { store::beneath(tx, part, today)? };
    match &older {
        Some(older) if !part.verb.stands_on_another() => effects::hold_again(tx, (viewer, permit), older)?,
        // What it stood on is what it was before.
        _ => effects::take_back(tx, (viewer, permit), part)?,
    }
    Ok(if older.is_some() { Back::Before } else { Back::All })
}

/// Words come back that nothing else keeps out of sight. What a newer decision about all that somebody said would have met as
/// well comes back with that one.
fn words(tx: &mut Tx<'_>, permit: &Permit, part: &Act) -> Result<Back, Error> {
    let mut others = store::others_away(tx, part)?;
    let (mut free, mut back) = (Vec::new(), Back::All);
    for word in part.hidden() {
        let place = if others.iter().any(|(is_newer, _)| *is_newer) { place(tx, &word)? } else { None };
        let (mut is_kept, mut is_free) = (false, true);
        for (is_newer, other) in &mut others {
            if !keeps(other, &word, (*is_newer, place)) {
                continue;
            }
            is_free = false;
            is_kept |= *is_newer;
            if *is_newer && !other.lists(&word) {
                other.was = if other.was.is_empty() { word.clone() } else { format!("{} {word}", other.was) };
                store::set_was(tx, permit, other.id, &other.was)?;
            }
        }
        if is_free {
            free.push(word);
        } else if is_kept || back == Back::All {
            back = if is_kept { Back::Stays } else { Back::Before };
        }
    }
    bring_all_back(tx, permit, &free.join(" "))?;
    Ok(back)
}

/// The group words are in, and whether they are read beyond it.
type Place = (GroupId, bool);

/// Whether a decision keeps these words out of sight: it names them, or it is newer and about all that their writer had said
/// there. What is for one group alone, nobody meets who looks after the community.
fn keeps(other: &Act, word: &str, (is_newer, place): (bool, Option<Place>)) -> bool {
    let is_about_all = place.is_some_and(|(group, is_wide)| match other.verb {
        Verb::RemoveAll => other.group_id == Some(group),
        Verb::RemoveAllHere => is_wide || other.group_id == Some(group),
        _ => false,
    });
    is_newer && is_about_all || other.lists(word)
}

/// Where words are; none: they are gone.
fn place(db: &mut Db, word: &str) -> Result<Option<Place>, Error> {
    let meant = meant(word);
    let Some((kind, id)) = meant.split_once(':') else { return Ok(None) };
    let thread = match (kind, id.parse()) {
        ("reply", Ok(id)) => replies::find_by_id(db, ReplyId(id)).map(|reply| reply.thread_id),
        (_, Ok(id)) => Ok(ThreadId(id)),
        (_, Err(_)) => Err(Error::Absent),
    };
    match thread.and_then(|thread| threads::find_by_id(db, thread)) {
        Ok(thread) => Ok(Some((thread.group_id, thread.reach > Reach::Group))),
        Err(Error::Absent) => Ok(None),
        Err(fault) => Err(fault),
    }
}
