//! Answering, changing an answer, taking it back.

use super::store::Place;
use super::{Answer, Change, Refusal, Reply, rules, store};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::forum::content_notes::Notes;
use crate::forum::groups::Group;
use crate::forum::screening::{self, Pace, Piece, Verdict, Why};
use crate::forum::threads::Thread;
use crate::forum::{content_notes, groups, held, lookout, shelter, threads};
use crate::kernel::{Error, GroupId, Moment, PublicId, ReplyId, Said};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Answers a thread, or a reply in it. Sending the same form twice answers once.
///
/// # Errors
/// Absent for a thread out of reach or a reply that is not in it; `taken-back`, `sign-in-first`, `thread-locked`,
/// `group-closed`, `answered-gone`, `reply-crosstalk`, `thread-full`, `note-required`, `note-elsewhere`, `note-not-here`; `rules-asks`,
/// `rules-words`, `rules-members`, `rules-weeks`.
pub fn give(tx: &mut Tx<'_>, viewer: &Viewer, answer: &Answer) -> Result<Reply, Error> {
    give_held(tx, viewer, answer, None).map(|(reply, _)| reply)
}

/// As [`give`]; where it waits, for this reason or by a rule of the group, nobody finds it or hears of it until it is let
/// through. Returns whether it does.
///
/// # Errors
/// As [`give`].
pub fn give_held(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    answer: &Answer,
    why: Option<Why>,
) -> Result<(Reply, bool), Error> {
    let (thread, _) = threads::find(tx, viewer, &answer.thread)?;
    if let Some(before) = store::find_once(tx, viewer.voice(), answer.once.as_deref())? {
        let waits = held::is_kept(tx, (thread.id, Some(before.id)))?;
        return Ok((before, waits));
    }
    let now = tx.now();
    let Weighed { permit, group, parent, verdict } = weigh(tx, viewer, &thread, (answer, now))?;
    let why = why.or(verdict.hold);

    let number = store::last_number(tx, thread.id)? + 1;
    let under = parent.as_ref().map(|parent| (parent.depth, parent.path.as_str()));
    let (depth, path) = rules::place(number, under).ok_or(Refusal::Full)?;
    let said = Said::now(now, group.shows_times());
    let to = parent.as_ref().map_or(thread.author_face, |parent| parent.author_face);
    let (parent, waits) = (parent.map(|parent| parent.id), why.is_some());
    let place = Place { thread: thread.id, parent, number, depth, path, said, waits };
    let answer = folded(answer, &verdict);
    let reply = store::insert(tx, &permit, &answer, place).map_err(threads::pressed_at_once)?;
    lookout::look(tx, (thread.id, Some(reply.id)), &reply.body, answer.asks_care)?;
    if let Some(why) = why {
        held::wait(tx, (thread.id, Some(reply.id)), group.id, why)?;
        return Ok((reply, true));
    }
    threads::count_reply(tx, thread.id, 1, permit.actor() != thread.author_face)?;

    tx.emit(Event::ReplyGiven { reply: reply.id, thread: thread.id, by: permit.actor(), to })?;
    Ok((reply, false))
}

fn folded(answer: &Answer, verdict: &Verdict) -> Answer {
    let words = Change { notes: verdict.folded(&answer.words.notes), ..answer.words.clone() };
    Answer { words, ..answer.clone() }
}

/// Lets a reply that waited stand, as if it had been given now.
///
/// # Errors
/// A fault of the database.
pub fn let_through(tx: &mut Tx<'_>, permit: &Permit, id: ReplyId) -> Result<(), Error> {
    let reply = store::find_by_id(tx, id)?;
    let thread = threads::find_by_id(tx, reply.thread_id)?;
    let said = Said::now(tx.now(), groups::find(tx, thread.group_id)?.shows_times());
    store::set_said(tx, permit, id, said)?;
    store::set_removed(tx, permit, id, None)?;
    threads::count_reply(tx, thread.id, 1, reply.author_face != thread.author_face)?;
    let parent = reply.parent_id.map(|parent| store::find_by_id(tx, parent)).transpose()?;
    let to = parent.map_or(thread.author_face, |parent| parent.author_face);
    tx.emit(Event::ReplyGiven { reply: id, thread: thread.id, by: reply.author_face, to })
}

/// Words that waited and may not stand are gone.
///
/// # Errors
/// A fault of the database.
pub fn drop_held(tx: &mut Tx<'_>, permit: &Permit, id: ReplyId) -> Result<(), Error> {
    store::empty(tx, permit, id)
}

/// Puts a reply out of sight; answers to it stay, and it can come back. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn put_away(tx: &mut Tx<'_>, permit: &Permit, id: ReplyId) -> Result<(), Error> {
    let (thread, on) = (store::find_by_id(tx, id)?.thread_id, tx.now().day().start());
    if store::set_removed(tx, permit, id, Some(on))? {
        threads::count_reply(tx, thread, -1, false)?;
    }
    tx.emit(Event::ReplyRemoved { reply: id, thread, by: permit.actor() })
}

/// Brings a reply back that was out of sight. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn bring_back(tx: &mut Tx<'_>, permit: &Permit, id: ReplyId) -> Result<(), Error> {
    let thread = store::find_by_id(tx, id)?.thread_id;
    if store::set_removed(tx, permit, id, None)? {
        threads::count_reply(tx, thread, 1, false)?;
    }
    tx.emit(Event::ReplyReturned { reply: id, thread, by: permit.actor() })
}

/// Puts content notes on a reply in its writer's stead.
///
/// # Errors
/// A fault of the database.
pub fn set_notes(tx: &mut Tx<'_>, permit: &Permit, id: ReplyId, notes: &Notes) -> Result<(), Error> {
    let thread = store::find_by_id(tx, id)?.thread_id;
    store::set_notes(tx, permit, id, notes)?;
    tx.emit(Event::ReplyEdited { reply: id, thread, by: permit.actor() })
}

/// Whether these words could be a reply, without giving it: what would be refused is not counted against anybody. Gives
/// the group they go to, and the time that lies between two things there; none if they are one already: a second press.
///
/// # Errors
/// As [`give`].
pub fn could_give(
    db: &mut Db,
    viewer: &Viewer,
    answer: &Answer,
    now: Moment,
) -> Result<Option<(GroupId, Pace)>, Error> {
    let (thread, _) = threads::find(db, viewer, &answer.thread)?;
    if store::find_once(db, viewer.face(), answer.once.as_deref())?.is_some() {
        return Ok(None);
    }
    let weighed = weigh(db, viewer, &thread, (answer, now))?;
    Ok(Some((weighed.group.id, weighed.verdict.pace(answer.asks_care))))
}

/// An answer that may be given.
struct Weighed {
    permit: Permit,
    group: Group,
    parent: Option<Reply>,
    verdict: Verdict,
}

fn weigh(
    db: &mut Db,
    viewer: &Viewer,
    thread: &Thread,
    (answer, now): (&Answer, Moment),
) -> Result<Weighed, Error> {
    let parent = match &answer.to {
        Some(to) => Some(store::find_in(db, viewer, thread.id, to)?.0),
        None => None,
    };
    let group = groups::find(db, thread.group_id)?;
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, Action::Reply, &standing)?;
    if thread.is_locked() {
        return Err(threads::Refusal::Locked.into());
    }
    if group.closed_at.is_some() {
        return Err(threads::Refusal::GroupClosed.into());
    }
    if parent.as_ref().is_some_and(Reply::is_taken_back) {
        return Err(Refusal::AnsweredGone.into());
    }
    if !rules::may_answer(&group, viewer, (&standing, thread.author_face), parent.as_ref()) {
        return Err(Refusal::Crosstalk.into());
    }
    shelter::check(db, viewer, (group.id, thread.reach), (true, now))?;
    keeps_rules(db, viewer, group.id, &answer.words)?;
    let piece = Piece { is_repeated: answer.is_repeated, ..piece(&group, thread, (&answer.words, "")) };
    let verdict = screening::look(db, viewer, &piece, now)?;
    verdict.check(answer.goes_on)?;
    Ok(Weighed { permit, group, parent, verdict })
}

fn piece<'a>(group: &'a Group, thread: &'a Thread, (words, stood): (&'a Change, &'a str)) -> Piece<'a> {
    let said = [words.body.as_str(), words.note_words.as_str()].join("\n");
    Piece { group, thread: Some(thread), words: said, notes: &words.notes, stood, is_repeated: false }
}

/// A group may send words elsewhere; it asks threads for a note, and not every kind line below them.
fn keeps_rules(db: &mut Db, viewer: &Viewer, group: GroupId, words: &Change) -> Result<(), Error> {
    let rules = content_notes::for_replies(content_notes::house_rules(db, viewer, group)?);
    content_notes::check(&rules, &words.notes, false).map_err(Error::from)
}

/// Changes a reply's words. How they were before is kept for its writer and those who look after the group.
///
/// # Errors
/// As [`take_back`], and `note-required`, `note-elsewhere`, `note-not-here`; `rules-words`, `rules-change`.
pub fn edit(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (thread, id): (&PublicId, &PublicId),
    change: &Change,
) -> Result<Reply, Error> {
    let (group, mut reply, permit) = loaded(tx, viewer, (thread, id), Action::EditOwn)?;
    keeps_rules(tx, viewer, group, change)?;
    if let Some(lasting) = change.lasting {
        reply.goes_on = lasting.goes_on(tx.now().day());
        store::set_going_on(tx, &permit, reply.id, reply.goes_on)?;
    }

    if store::is_as(&reply, change) {
        return Ok(reply);
    }
    let change = &screened(tx, viewer, &reply, change)?;
    threads::keep_revision(tx, &permit, (reply.thread_id, Some(reply.id)), ("", &reply.body))?;
    let changed = store::set_words(tx, &permit, reply.id, change)?;
    lookout::look(tx, (reply.thread_id, Some(reply.id)), &changed.body, false)?;

    tx.emit(Event::ReplyEdited { reply: reply.id, thread: reply.thread_id, by: permit.actor() })?;
    Ok(changed)
}

/// New words meet the rules that new replies do, and are folded as those would be.
fn screened(tx: &mut Tx<'_>, viewer: &Viewer, reply: &Reply, change: &Change) -> Result<Change, Error> {
    let (thread, now) = (threads::find_by_id(tx, reply.thread_id)?, tx.now());
    let group = groups::find(tx, thread.group_id)?;
    let verdict = screening::look(tx, viewer, &piece(&group, &thread, (change, &reply.body)), now)?;
    verdict.check_change()?;
    Ok(Change { notes: verdict.folded(&change.notes), ..change.clone() })
}

/// Takes a reply back: its words, and every earlier wording, are gone. Answers to it stay.
///
/// # Errors
/// Absent for a thread out of reach or a reply that is not in it; `taken-back`, `not-yours`.
pub fn take_back(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (thread, id): (&PublicId, &PublicId),
) -> Result<(), Error> {
    let (_, reply, permit) = loaded(tx, viewer, (thread, id), Action::TakeBackOwn)?;

    threads::forget_revisions(tx, &permit, (reply.thread_id, Some(reply.id)))?;
    store::empty(tx, &permit, reply.id)?;
    threads::count_reply(tx, reply.thread_id, -1, false)?;

    tx.emit(Event::ReplyTakenBack { reply: reply.id, thread: reply.thread_id, by: permit.actor() })
}

fn loaded(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    (thread, id): (&PublicId, &PublicId),
    action: Action,
) -> Result<(GroupId, Reply, Permit), Error> {
    let (thread, reply, _) = match store::find(tx, viewer, thread, id) {
        // One's own words are one's own wherever they stand, also where one does not meet what is around them.
        Err(error) if action == Action::TakeBackOwn => {
            store::find_own(tx, viewer.voice(), (thread, id)).map_err(|_| error)?
        }
        found => found?,
    };
    let standing = Standing::towards_words(tx, viewer, thread.group_id, reply.author_face)?;
    let permit = policy::may(viewer, action, &standing)?;
    if reply.is_taken_back() {
        return Err(threads::Refusal::TakenBack.into());
    }
    Ok((thread.group_id, reply, permit))
}
