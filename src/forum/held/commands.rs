//! Looking at words that wait, letting them through or not; and having one's own back.

use super::store::{self, Of};
use super::{Aside, Decision, Own, Refusal, Shelf, Waiting, Which};
use crate::db::{Db, Side, Tx};
use crate::events::forum::Event;
use crate::forum::content_notes;
use crate::forum::drafts::{self, Place};
use crate::forum::groups::{self, Group};
use crate::forum::screening::Why;
use crate::forum::{replies, sanctions, threads};
use crate::identity::aliases;
use crate::kernel::{Day, Error, FaceId, GroupId};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Lets words wait, and those who look after the group know of it.
///
/// # Errors
/// A fault of the database.
pub fn wait(tx: &mut Tx<'_>, of: Of, group: GroupId, why: Why) -> Result<(), Error> {
    if store::is_kept(tx, of)? {
        return Ok(());
    }
    store::insert(tx, of, group, why)?;
    tx.emit(Event::WordsHeld { group })
}

/// What waits in a group, the oldest first.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn queue(db: &mut Db, viewer: &Viewer, group: &str) -> Result<(Group, Vec<Waiting>), Error> {
    let (group, _) = groups::find_for(db, viewer, group, Action::KeepAliases)?;
    let waiting = store::list(db, group.id)?;
    Ok((group, waiting))
}

/// What was sent back in a group and is kept for a day, for whoever may look at [`queue`].
///
/// # Errors
/// A fault of the database.
pub fn sent_back(db: &mut Db, group: &Group) -> Result<Vec<Waiting>, Error> {
    store::list_back(db, group.id)
}

/// How much waits in each of the groups that a viewer looks after: words, and what aliases answered to decisions.
///
/// # Errors
/// A fault of the database.
pub fn shelves(db: &mut Db, viewer: &Viewer) -> Result<Vec<Shelf>, Error> {
    let mut all = store::shelves(db, viewer)?;
    for (group, count) in sanctions::waiting_in(db, viewer)? {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        match all.iter_mut().find(|shelf| shelf.name == group.name) {
            Some(shelf) => shelf.count += count,
            None => all.push(Shelf { name: group.name, title: group.title, count }),
        }
    }
    Ok(all)
}

/// What a member said under their own name that waits. What their aliases said is not listed: whoever may not speak as one
/// any more would read that here.
///
/// # Errors
/// `sign-in-first`.
pub fn mine(db: &mut Db, viewer: &Viewer) -> Result<Vec<Own>, Error> {
    store::own(db, viewer.member()?.face)
}

/// What of a face's own waits in a group, or was sent back and is kept for a day; none: in every one that this viewer may know of.
///
/// # Errors
/// A fault of the database.
pub fn of_face(
    db: &mut Db,
    viewer: &Viewer,
    (face, group): (FaceId, Option<GroupId>),
) -> Result<Vec<Aside>, Error> {
    store::of_face(db, face, (group, viewer))
}

/// All of that waits no more, and stays out of sight: it goes with all else that its writer said. Returns what it was.
///
/// # Errors
/// A fault of the database.
pub fn set_aside(
    tx: &mut Tx<'_>,
    (viewer, _permit): (&Viewer, &Permit),
    of: (FaceId, Option<GroupId>),
) -> Result<Vec<Aside>, Error> {
    let waiting = of_face(tx, viewer, of)?;
    for one in &waiting {
        store::forget(tx, one.of)?;
    }
    Ok(waiting)
}

/// What was set aside waits again, also what was sent back before, unless it is gone by now. Nobody is called: it waited before.
///
/// # Errors
/// A fault of the database.
pub fn wait_again(tx: &mut Tx<'_>, _permit: &Permit, aside: &Aside) -> Result<(), Error> {
    let (thread, reply) = aside.of;
    let is_gone = match reply {
        Some(reply) => replies::find_by_id(tx, reply).map(|reply| reply.is_taken_back()),
        None => threads::find_by_id(tx, thread).map(|thread| thread.taken_back_at.is_some()),
    };
    match is_gone {
        Ok(true) | Err(Error::Absent) => Ok(()),
        Ok(false) if store::is_kept(tx, aside.of)? => Ok(()),
        Ok(false) => store::insert(tx, aside.of, aside.group, aside.why),
        Err(fault) => Err(fault),
    }
}

/// Whose rows a decision touches: about words that wait, or that were sent back and are kept for a day.
///
/// # Errors
/// As [`queue`]; absent where nothing of the sort waits.
pub fn side_of(
    db: &mut Db,
    viewer: &Viewer,
    group: &str,
    (which, is_back): (&Which, bool),
) -> Result<Side, Error> {
    let (group, _) = groups::find_for(db, viewer, group, Action::KeepAliases)?;
    let waiting = store::find(db, group.id, (which, is_back))?;
    Ok(if waiting.is_alias() { Side::Alias } else { Side::House })
}

/// Lets words through, or not; or has what was sent back wait again. What was decided before is as it was. Returns the group, whose
/// words they are, and which.
///
/// # Errors
/// As [`queue`]; absent where nothing of the sort waits; `held-takes-two` for sending back while somebody is worried about
/// whoever wrote it. That is not said of words of `own` faces.
pub fn decide(
    tx: &mut Tx<'_>,
    (viewer, own): (&Viewer, &[FaceId]),
    group: &str,
    (which, decision): (&Which, &Decision),
) -> Result<(GroupId, FaceId, Of), Error> {
    let (group, permit) = groups::find_for(tx, viewer, group, Action::KeepAliases)?;
    let waiting = store::find(tx, group.id, (which, *decision == Decision::WaitAgain))?;
    let is_back = matches!(decision, Decision::NotHere(_));
    let is_own = own.contains(&waiting.face());
    if is_back && !is_own && !policy::in_distress(tx, vec![waiting.face()])?.is_empty() {
        return Err(Refusal::TakesTwo.into());
    }

    match decision {
        Decision::LetThrough => let_through(tx, &permit, &waiting)?,
        Decision::NotHere(why) => not_here(tx, (&group, &permit), &waiting, why.as_str())?,
        Decision::WaitAgain => {
            store::set_back(tx, waiting.of(), None)?;
            // Why other words of it were sent back stays to be read.
            if waiting.is_alias() && !store::has_back(tx, waiting.face())? {
                aliases::set_reason(tx, &permit, waiting.face(), "")?;
            }
        }
    }
    Ok((group.id, waiting.face(), waiting.of()))
}

fn let_through(tx: &mut Tx<'_>, permit: &Permit, waiting: &Waiting) -> Result<(), Error> {
    store::forget(tx, waiting.of())?;
    if waiting.is_alias() {
        aliases::set_known(tx, waiting.face())?;
    }
    match &waiting.reply {
        None => threads::let_through(tx, permit, waiting.thread.id)?,
        Some(reply) => replies::let_through(tx, permit, reply.id)?,
    }
    tell_writer(tx, waiting)
}

/// A name has the words back, to go on from. An alias or somebody elsewhere has no drafts here: theirs are kept out of sight for
/// a day, for a slip of whoever looked.
fn not_here(
    tx: &mut Tx<'_>,
    (group, permit): (&Group, &Permit),
    waiting: &Waiting,
    why: &str,
) -> Result<(), Error> {
    if waiting.author.kind == "name" {
        store::forget(tx, waiting.of())?;
        send_back(tx, group, waiting, why)?;
        return drop_words(tx, permit, (&waiting.thread, waiting.reply.as_ref()));
    }
    let today = tx.now().day();
    store::set_back(tx, waiting.of(), Some(today))?;
    if waiting.is_alias() { aliases::set_reason(tx, permit, waiting.face(), why) } else { Ok(()) }
}

/// Words that were sent back go, a day after. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn end_sent_back(tx: &mut Tx<'_>, today: Day, most: i64) -> Result<usize, Error> {
    let permit = policy::may_in_community(&Viewer::House, Action::DecideForCommunity)?;
    let gone = store::sent_back(tx, today.plus(-1), most)?;
    for (thread, reply) in &gone {
        store::forget(tx, (*thread, *reply))?;
        match reply {
            None => threads::drop_held(tx, &permit, *thread)?,
            Some(reply) => replies::drop_held(tx, &permit, *reply)?,
        }
    }
    Ok(gone.len())
}

/// An alias hears nothing: whoever may not speak as it any more would read that here.
fn tell_writer(tx: &mut Tx<'_>, waiting: &Waiting) -> Result<(), Error> {
    if waiting.author.kind.as_str() != "name" {
        return Ok(());
    }
    let (thread, reply) = (waiting.thread.id, waiting.reply.as_ref().map(|reply| reply.id));
    tx.emit(Event::WordsLetThrough { thread, reply, face: waiting.face() })
}

/// The words go to their writer's drafts, with a sentence.
fn send_back(tx: &mut Tx<'_>, group: &Group, waiting: &Waiting, why: &str) -> Result<(), Error> {
    let face = waiting.face();
    let (place, fields) = as_typed(group, (&waiting.thread, waiting.reply.as_ref()));
    drafts::give_back(tx, face, &place, fields.chain([("why".to_owned(), why.to_owned())]).collect())?;
    tx.emit(Event::WordsSentBack { group: group.id, face })
}

fn drop_words(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (thread, reply): (&threads::Thread, Option<&replies::Reply>),
) -> Result<(), Error> {
    match reply {
        None => threads::drop_held(tx, permit, thread.id),
        Some(reply) => replies::drop_held(tx, permit, reply.id),
    }
}

/// A member has words of their own back before anybody decided: they are in their drafts. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent where nothing of the sort of theirs waits.
pub fn withdraw(tx: &mut Tx<'_>, viewer: &Viewer, which: &Which) -> Result<(), Error> {
    let own = mine(tx, viewer)?.into_iter().find(|own| {
        own.thread.public_id == which.thread
            && own.reply.as_ref().map(|reply| &reply.public_id) == which.reply.as_ref()
    });
    let own = own.ok_or(Error::Absent)?;
    let standing = Standing { is_author: true, ..Standing::in_group(tx, viewer, own.group.id)? };
    let permit = policy::may(viewer, Action::TakeBackOwn, &standing)?;

    store::forget(tx, (own.thread.id, own.reply.as_ref().map(|reply| reply.id)))?;
    let (place, fields) = as_typed(&own.group, (&own.thread, own.reply.as_ref()));
    drafts::give_back(tx, viewer.face(), &place, fields.collect())?;
    drop_words(tx, &permit, (&own.thread, own.reply.as_ref()))
}

/// Words as they were typed into their form.
fn as_typed(
    group: &Group,
    (thread, reply): (&threads::Thread, Option<&replies::Reply>),
) -> (Place, impl Iterator<Item = (String, String)> + use<>) {
    let (place, notes, own) = if let Some(reply) = reply {
        let place = Place::Reply(thread.public_id.clone());
        (place, reply.content_notes(), vec![("body", reply.body.clone())])
    } else {
        let mut own = vec![("group", group.name.clone()), ("kind", thread.kind.code().to_owned())];
        own.push(("title", thread.title.clone()));
        own.push(("body", thread.body.clone()));
        own.push(("reach", thread.reach.code().to_owned()));
        own.extend(thread.ask.map(|ask| ("ask", ask.code().to_owned())));
        (Place::Share, thread.content_notes(), own)
    };
    let own = own.into_iter().map(|(name, value)| (name.to_owned(), value));
    (place, own.chain(content_notes::fields(&notes)))
}
