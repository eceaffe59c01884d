//! Finding one's own aliases, making one, being done with it.

use super::hand::Hand;
use super::model::{Ending, Own, Place, Refusal, Words};
use super::store::{self, Marks};
use crate::db::{Db, Tx};
use crate::events::identity::Event as Gone;
use crate::events::safety::Event;
use crate::identity::{accounts, names};
use crate::jobs::{self, Calm, Job, Task};
use crate::kernel::{Error, FaceId, Fault, GroupId, ThreadId, Week};
use crate::keys::Scope;

/// Somebody's own aliases that may be met in a thread, or in its groups: its own, and the one it was moved from.
///
/// # Errors
/// A fault of the database.
pub fn met(
    db: &mut Db,
    hand: &Hand,
    groups: &[GroupId],
    thread: Option<ThreadId>,
) -> Result<Vec<Own>, Error> {
    let mut with_aliases = Vec::new();
    for group in groups {
        if store::any_in(db, *group)? {
            with_aliases.push(Scope::Group(*group));
        }
    }
    if with_aliases.is_empty() {
        return Ok(Vec::new());
    }
    let scopes: Vec<Scope> = thread.map(Scope::Thread).into_iter().chain(with_aliases).collect();
    store::by_tags(db, hand.tags(&scopes))
}

/// The one among them that speaks in a place, or stands in the way of another there.
#[must_use]
pub fn speaking(met: &[Own], thread: Option<ThreadId>) -> Option<&Own> {
    met.iter().find(|own| own.alias.thread == thread && own.alias.is_in_use())
}

/// All of somebody's own aliases whose ties still live.
///
/// # Errors
/// A fault of the database.
pub fn mine(db: &mut Db, hand: &Hand) -> Result<Vec<Own>, Error> {
    store::by_entries(db, hand.entries(usize::MAX))
}

/// Those of this month and the last: where a second press of a form would find what the first one made.
///
/// # Errors
/// A fault of the database.
pub fn recent(db: &mut Db, hand: &Hand) -> Result<Vec<FaceId>, Error> {
    let own = store::by_entries(db, hand.entries(2))?;
    Ok(own.into_iter().map(|own| own.alias.face).collect())
}

/// A new face with a made-up name, nobody's yet.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>) -> Result<FaceId, Error> {
    let chance = tx.chance().clone();
    let name = accounts::suggest_free(tx, &chance)?;
    // Since week 0: nothing says when it began.
    accounts::insert_face(tx, "alias", (&name, &names::key(&name)), Week(0)).map_err(taken_meanwhile)
}

/// Ties a face to its holder, so that they and nobody else find it again.
///
/// # Errors
/// `aliases-too-many`, `keys-lost`.
pub fn tie(tx: &mut Tx<'_>, hand: &Hand, face: FaceId, place: Place, ending: Ending) -> Result<(), Error> {
    let epoch = hand.current()?;
    let scope = place.thread.map_or(Scope::Group(place.group), Scope::Thread);
    let tags = hand.tags_of(&epoch, scope);
    let tag = first_free(tags, |tags| store::known_tags(tx, tags))?;
    let entries = hand.entries_of(&epoch);
    let entry = first_free(entries, |entries| store::known_entries(tx, entries))?;
    let ban_seal = hand.ban(place.group)?.seal(tx.chance(), &epoch.key, &face.to_string())?;

    let marks = Marks { tag, entry, month: epoch.month, ban_seal };
    store::insert(tx, face, place, &marks, ending).map_err(taken_meanwhile)
}

/// The alias that speaks in a place: the one there is, or a new one.
///
/// # Errors
/// `aliases-too-many`, `keys-lost`.
pub fn find_or_make(tx: &mut Tx<'_>, hand: &Hand, place: Place, ending: Ending) -> Result<Own, Error> {
    let there = met(tx, hand, &[place.group], place.thread)?;
    if let Some(own) = speaking(&there, place.thread) {
        return Ok(own.clone());
    }
    let face = begin(tx)?;
    tie(tx, hand, face, place, ending)?;
    let made = met(tx, hand, &[place.group], place.thread)?;
    made.into_iter().find(|own| own.alias.face == face).ok_or(Error::Absent)
}

fn first_free(
    all: Vec<String>,
    known: impl FnOnce(&[String]) -> Result<Vec<String>, Error>,
) -> Result<String, Error> {
    let known = known(&all)?;
    all.into_iter().find(|each| !known.contains(each)).ok_or_else(|| Refusal::TooMany.into())
}

/// Two at the same moment: the second tries again, and finds what the first one made.
fn taken_meanwhile(error: Error) -> Error {
    match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    }
}

/// Those of somebody's aliases that a page of theirs shows.
///
/// # Errors
/// A fault of the database.
pub fn shown(db: &mut Db, hand: &Hand) -> Result<Vec<Own>, Error> {
    let mut all = mine(db, hand)?;
    all.retain(|own| own.alias.is_known || !own.alias.reason.is_empty());
    for own in &mut all {
        own.appeal = store::appeal_of(db, own.alias.face)?;
    }
    Ok(all)
}

/// Is done with an alias: it speaks no more, and its words stay its holder's until the tie ends. Twice is the same as
/// once; one that was paused or closed stays so.
///
/// # Errors
/// Absent for an alias that is not theirs.
pub fn retire(tx: &mut Tx<'_>, hand: &Hand, name: &str) -> Result<(), Error> {
    let own = named(tx, hand, name)?;
    store::retire(tx, own.alias.face)
}

/// Answers those who look after the group, as the alias: once for each decision. Somebody else than whoever decided reads it.
/// What was said to an earlier decision, and what came back, goes along.
///
/// # Errors
/// Absent for an alias that is not theirs; `alias-silent` where nothing was decided; `alias-answered`.
pub fn appeal(tx: &mut Tx<'_>, hand: &Hand, name: &str, words: &Words) -> Result<(), Error> {
    let own = named(tx, hand, name)?;
    if own.alias.reason.is_empty() {
        return Err(Refusal::Silent.into());
    }
    let before = store::appeal_of(tx, own.alias.face)?;
    if before.as_ref().is_some_and(|before| !before.is_past) {
        return Err(Refusal::Answered.into());
    }

    // What nobody answered yet keeps the day by which somebody was to.
    let since = before.as_ref().filter(|before| before.waits()).map(|before| before.sent_on);
    let said = before.map_or_else(|| words.as_str().to_owned(), |before| before.and(words.as_str()));
    let (by, today) = (own.alias.by, tx.now().day());
    store::set_appeal(tx, own.alias.face, (&said, since.unwrap_or(today)), by)?;

    tx.emit(Event::DecisionAnswered { group: Some(own.alias.group), by })
}

fn named(db: &mut Db, hand: &Hand, name: &str) -> Result<Own, Error> {
    let key = names::key(name);
    mine(db, hand)?.into_iter().find(|own| names::key(&own.name) == key).ok_or(Error::Absent)
}

/// An alias of somebody who is leaving: its tie ends with this week, and its words go. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn let_go(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    store::end_soon(tx, face)
}

/// The name of the job that ends ties.
pub const END_TIES: &str = "end-ties";
/// Ties that end in one turn, and the most seconds until the next: nobody can tell from the moment whose it was.
const ENDED_AT_ONCE: i64 = 20;
const TURN_S: usize = 7_200;
/// Ends the ties whose time is over, some at a time, in no order, at a random moment.
///
/// # Errors
/// A fault of the database.
pub fn end_ties(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let (calm, rests) = Calm::of(&job.payload).turn(tx.now().day());
    if !rests {
        let week = tx.now().week();
        let mut over = store::over(tx, week)?;
        for left in (1..over.len()).rev() {
            over.swap(left, tx.chance().below(left + 1));
        }
        for (face, ending) in over.into_iter().take(usize::try_from(ENDED_AT_ONCE).unwrap_or(1)) {
            store::end(tx, face)?;
            tx.emit(Gone::TieEnded { face, takes_words_back: ending == Ending::Delete })?;
        }
    }
    store::drop_empty(tx, ENDED_AT_ONCE)?;
    let after_s = i64::try_from(tx.chance().below(TURN_S)).unwrap_or(0) + 60;
    jobs::add(tx, &Task { payload: calm.payload(), ..Task::new(END_TIES).single(after_s) })
}
