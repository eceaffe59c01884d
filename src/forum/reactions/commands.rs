//! Putting a kind word, changing it, taking it back.

use super::store::{self, Target};
use super::{Counts, Reaction, Refusal};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::forum::{replies, threads, voices};
use crate::identity::aliases::Hand;
use crate::kernel::{Error, PublicId};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// A post as addresses name it: a thread, or a reply in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The thread.
    pub thread: PublicId,
    /// The reply; none: the thread itself.
    pub reply: Option<PublicId>,
}

/// What stands under a post after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standings {
    /// The counts, for amounts in words.
    pub counts: Counts,
    /// The viewer's own word.
    pub mine: Option<Reaction>,
}

/// Puts a kind word under a post, in place of the one before. Putting it again changes nothing.
///
/// # Errors
/// Absent for a post out of reach; `taken-back`, `sign-in-first`, `reaction-own`.
pub fn put(tx: &mut Tx<'_>, viewer: &Viewer, post: &Post, word: Reaction) -> Result<Standings, Error> {
    let (target, permit) = loaded(tx, viewer, post)?;
    let before = store::mine(tx, target.thread, target.reply, permit.actor())?;

    if before == Some(word) {
        return Ok(Standings { counts: target.counts, mine: before });
    }
    let counts = before.map_or(target.counts, |before| target.counts.plus(before, -1)).plus(word, 1);
    store::put(tx, &permit, &target, word)?;
    store::set_counts(tx, &permit, &target, counts)?;

    let (thread, reply, to) = (target.thread, target.reply, target.author);
    tx.emit(Event::ReactionPut { thread, reply, by: permit.actor(), to })?;
    Ok(Standings { counts, mine: Some(word) })
}

/// Takes the viewer's kind word back. Doing so twice is the same as once.
///
/// # Errors
/// As [`put`].
pub fn take_back(tx: &mut Tx<'_>, viewer: &Viewer, post: &Post) -> Result<Standings, Error> {
    let (target, permit) = loaded(tx, viewer, post)?;

    let Some(before) = store::mine(tx, target.thread, target.reply, permit.actor())? else {
        return Ok(Standings { counts: target.counts, mine: None });
    };
    let counts = target.counts.plus(before, -1);
    store::delete(tx, &permit, &target)?;
    store::set_counts(tx, &permit, &target, counts)?;

    let (thread, reply) = (target.thread, target.reply);
    tx.emit(Event::ReactionTakenBack { thread, reply, by: permit.actor() })?;
    Ok(Standings { counts, mine: None })
}

/// What pressing a word does: put it, change to it, or take it back.
///
/// # Errors
/// As [`put`].
pub fn press(tx: &mut Tx<'_>, viewer: &Viewer, post: &Post, word: Reaction) -> Result<Standings, Error> {
    let target = find(tx, viewer, post)?;
    let before = store::mine(tx, target.thread, target.reply, viewer.face())?;
    if before == Some(word) { take_back(tx, viewer, post) } else { put(tx, viewer, post, word) }
}

/// Who put which word under one's own thread, the newest first: those the viewer meets.
///
/// # Errors
/// Absent for a thread out of reach; `taken-back`, `not-yours`, `alias-not-yours`.
pub fn givers(
    db: &mut Db,
    viewer: &Viewer,
    hand: &Hand,
    post: &Post,
) -> Result<Vec<(threads::Author, Reaction)>, Error> {
    let target = find(db, viewer, post)?;
    let of = threads::find_by_id(db, target.thread)?;
    let writer = voices::as_writer(db, viewer, hand, &of, target.author)?;
    let standing = Standing::towards_words(db, &writer, target.group, target.author)?;
    // Only the writer sees names: the same question as for changing one's own words.
    policy::may(&writer, Action::EditOwn, &standing)?;
    store::givers(db, viewer, target.thread, target.reply)
}

fn loaded(tx: &mut Tx<'_>, viewer: &Viewer, post: &Post) -> Result<(Target, Permit), Error> {
    let target = find(tx, viewer, post)?;
    let standing = Standing::towards_words(tx, viewer, target.group, target.author)?;
    let permit = policy::may(viewer, Action::React, &standing)?;
    if standing.is_author { Err(Refusal::Own.into()) } else { Ok((target, permit)) }
}

fn find(db: &mut Db, viewer: &Viewer, post: &Post) -> Result<Target, Error> {
    let Some(reply) = &post.reply else {
        let (thread, _) = threads::find(db, viewer, &post.thread)?;
        return Ok(Target {
            thread: thread.id,
            reply: None,
            group: thread.group_id,
            author: thread.author_face,
            counts: thread.counts,
        });
    };
    let (thread, reply, _) = replies::find(db, viewer, &post.thread, reply)?;
    if reply.is_taken_back() {
        return Err(threads::Refusal::TakenBack.into());
    }
    Ok(Target {
        thread: thread.id,
        reply: Some(reply.id),
        group: thread.group_id,
        author: reply.author_face,
        counts: reply.counts,
    })
}
