//! Every SQL statement of reactions.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::{insert_into, update};

use super::{Counts, Reaction};
use crate::db::schema::{face, reaction, reply, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};
use crate::policy::scope::quiet::met_givers;
use crate::policy::{Permit, Viewer};

/// A post that somebody answers with a kind word.
pub(super) struct Target {
    pub thread: ThreadId,
    pub reply: Option<ReplyId>,
    pub group: GroupId,
    pub author: FaceId,
    pub counts: Counts,
}

/// `reply_id` 0 stands for the thread itself.
fn key(reply: Option<ReplyId>) -> i64 {
    reply.map_or(0, |reply| reply.0)
}

/// The kind word a face has under a post, if it has one.
///
/// # Errors
/// A fault of the database.
pub fn word_of(
    db: &mut Db,
    of: ThreadId,
    reply: Option<ReplyId>,
    face: FaceId,
) -> Result<Option<Reaction>, Error> {
    mine(db, of, reply, face)
}

pub(super) fn mine(
    db: &mut Db,
    of: ThreadId,
    reply: Option<ReplyId>,
    face: FaceId,
) -> Result<Option<Reaction>, Error> {
    reaction::table.find((of, key(reply), face)).select(reaction::word).row_opt(db)
}

/// A viewer's words in one thread, by reply; 0 is the thread itself.
///
/// # Errors
/// A fault of the database.
pub fn all_mine(db: &mut Db, of: ThreadId, face: FaceId) -> Result<HashMap<i64, Reaction>, Error> {
    if face == FaceId(0) {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, Reaction)> = reaction::table
        .filter(reaction::face_id.eq(face))
        .filter(reaction::thread_id.eq(of))
        .select((reaction::reply_id, reaction::word))
        .rows(db)?;
    Ok(rows.into_iter().collect())
}

pub(super) fn put(tx: &mut Tx<'_>, permit: &Permit, target: &Target, word: Reaction) -> Result<(), Error> {
    let before: Option<i64> = reaction::table
        .filter(reaction::thread_id.eq(target.thread))
        .filter(reaction::reply_id.eq(key(target.reply)))
        .select(diesel::dsl::max(reaction::number))
        .row(tx)?;
    let number = before.unwrap_or(0) + 1;
    insert_into(reaction::table)
        .values((
            reaction::thread_id.eq(target.thread),
            reaction::reply_id.eq(key(target.reply)),
            reaction::face_id.eq(permit.actor()),
            reaction::word.eq(word),
            reaction::number.eq(number),
        ))
        .on_conflict((reaction::thread_id, reaction::reply_id, reaction::face_id))
        .do_update()
        .set((reaction::word.eq(word), reaction::number.eq(number)))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete(tx: &mut Tx<'_>, permit: &Permit, target: &Target) -> Result<(), Error> {
    diesel::delete(reaction::table.find((target.thread, key(target.reply), permit.actor())))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_counts(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    target: &Target,
    counts: Counts,
) -> Result<(), Error> {
    match target.reply {
        Some(id) => update(reply::table.find(id))
            .set((
                reply::with_count.eq(counts.with),
                reply::same_count.eq(counts.same),
                reply::proud_count.eq(counts.proud),
                reply::thanks_count.eq(counts.thanks),
            ))
            .exec(tx),
        None => update(thread::table.find(target.thread))
            .set((
                thread::with_count.eq(counts.with),
                thread::same_count.eq(counts.same),
                thread::proud_count.eq(counts.proud),
                thread::thanks_count.eq(counts.thanks),
            ))
            .exec(tx),
    }
    .map(drop)
}

pub(super) fn givers(
    db: &mut Db,
    viewer: &Viewer,
    of: ThreadId,
    reply: Option<ReplyId>,
) -> Result<Vec<(Author, Reaction)>, Error> {
    reaction::table
        .inner_join(face::table)
        .filter(reaction::thread_id.eq(of))
        .filter(reaction::reply_id.eq(key(reply)))
        .filter(met_givers(viewer.face()))
        .order(reaction::number.desc())
        .select((cols::<Author>(), reaction::word))
        .rows(db)
}
