//! Every SQL statement about words that wait.

use diesel::prelude::*;
use diesel::{delete as delete_from, insert_into};

use super::{Waiting, Which};
use crate::db::schema::{face, held, reply, thread};
use crate::db::{Db, Run, Tx, cols, when};
use crate::forum::replies::Reply;
use crate::forum::threads::{Author, Thread};
use crate::kernel::{Error, GroupId, PublicId, ReplyId, ThreadId};
use crate::policy::Permit;

/// As many as one page shows; the rest comes up as these are decided.
const SHOWN: i64 = 50;

/// A thread, or a reply in it.
pub type Of = (ThreadId, Option<ReplyId>);

fn key(reply: Option<ReplyId>) -> i64 {
    reply.map_or(0, |reply| reply.0)
}

pub(super) fn insert(tx: &mut Tx<'_>, (thread, reply): Of, group: GroupId) -> Result<(), Error> {
    insert_into(held::table)
        .values((held::thread_id.eq(thread), held::reply_id.eq(key(reply)), held::group_id.eq(group)))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete(tx: &mut Tx<'_>, _permit: &Permit, (thread, reply): Of) -> Result<(), Error> {
    delete_from(held::table.find((thread, key(reply)))).exec(tx).map(drop)
}

/// Whether words wait.
///
/// # Errors
/// A fault of the database.
pub fn waits(db: &mut Db, thread: ThreadId, reply: Option<ReplyId>) -> Result<bool, Error> {
    let found: Option<i64> = held::table.find((thread, key(reply))).select(held::reply_id).row_opt(db)?;
    Ok(found.is_some())
}

/// What waits in a group: threads, then replies, the oldest first.
pub(super) fn list(db: &mut Db, group: GroupId) -> Result<Vec<Waiting>, Error> {
    let mut all = threads(db, group, None)?;
    all.extend(replies(db, group, None)?);
    Ok(all)
}

/// One thing that waits in a group.
pub(super) fn find(db: &mut Db, group: GroupId, which: &Which) -> Result<Waiting, Error> {
    let found = match &which.reply {
        None => threads(db, group, Some(&which.thread))?,
        Some(reply) => replies(db, group, Some(reply))?,
    };
    found.into_iter().find(|found| found.thread.public_id == which.thread).ok_or(Error::Absent)
}

fn threads(db: &mut Db, group: GroupId, only: Option<&PublicId>) -> Result<Vec<Waiting>, Error> {
    let rows: Vec<(Thread, Author)> = held::table
        .inner_join(thread::table.inner_join(face::table))
        .filter(held::group_id.eq(group))
        .filter(held::reply_id.eq(0))
        .filter(when(only.cloned(), |id| thread::public_id.eq(id)))
        .order(thread::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Author>()))
        .rows(db)?;
    Ok(rows.into_iter().map(|(thread, author)| Waiting { thread, reply: None, author }).collect())
}

fn replies(db: &mut Db, group: GroupId, only: Option<&PublicId>) -> Result<Vec<Waiting>, Error> {
    let rows: Vec<(Thread, Reply, Author)> = held::table
        .inner_join(thread::table)
        .inner_join(reply::table.on(reply::id.eq(held::reply_id)))
        .inner_join(face::table.on(face::id.eq(reply::author_face)))
        .filter(held::group_id.eq(group))
        .filter(when(only.cloned(), |id| reply::public_id.eq(id)))
        .order(reply::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Reply>(), cols::<Author>()))
        .rows(db)?;
    let waiting = |(thread, reply, author)| Waiting { thread, reply: Some(reply), author };
    Ok(rows.into_iter().map(waiting).collect())
}
