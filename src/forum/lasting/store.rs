//! Every SQL statement about words whose time is over.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::{delete, update};

use super::Keeps;
use crate::db::schema::{alias, away_there, group_, held, notice, reaction, reply, revision, thread};
use crate::db::{Db, Run, Tx};
use crate::forum::{replies, search, threads};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, ReplyId, ThreadId};

diesel::alias!(reply as child: Child);

/// A thread, and whose it is.
pub(super) type Opened = (ThreadId, FaceId);
/// A reply, its thread, whose it is, and since when only those who look after the group see it.
pub(super) type Given = (ReplyId, ThreadId, FaceId, Option<Moment>);

/// Threads whose day has come.
pub(super) fn threads_due(db: &mut Db, today: Day, most: i64) -> Result<Vec<Opened>, Error> {
    thread::table
        .filter(thread::goes_on.is_not_null())
        .filter(thread::goes_on.le(today))
        .order(thread::goes_on)
        .limit(most)
        .select((thread::id, thread::author_face))
        .rows(db)
}

/// Replies whose day has come.
pub(super) fn replies_due(db: &mut Db, today: Day, most: i64) -> Result<Vec<Given>, Error> {
    reply::table
        .filter(reply::goes_on.is_not_null())
        .filter(reply::goes_on.le(today))
        .order(reply::goes_on)
        .limit(most)
        .select((reply::id, reply::thread_id, reply::author_face, reply::removed_at))
        .rows(db)
}

/// Groups that do not keep threads for good.
pub(super) fn groups_that_end(db: &mut Db) -> Result<Vec<(GroupId, Keeps)>, Error> {
    group_::table
        .filter(group_::keeps.ne(Keeps::Always))
        .order(group_::id)
        .select((group_::id, group_::keeps))
        .rows(db)
}

/// Threads of a group in which nobody has written since before a day. What is pinned stays.
pub(super) fn quiet(db: &mut Db, group: GroupId, before: Day, most: i64) -> Result<Vec<Opened>, Error> {
    let spoken = reply::table
        .filter(reply::thread_id.eq(thread::id))
        .filter(reply::said_on.ge(before))
        .select(reply::id);
    thread::table
        .filter(thread::group_id.eq(group))
        .filter(thread::taken_back_at.is_null())
        .filter(thread::pinned_at.is_null())
        .filter(thread::said_on.lt(before))
        .filter(not(exists(spoken)))
        .order(thread::id)
        .limit(most)
        .select((thread::id, thread::author_face))
        .rows(db)
}

/// Leaves the place where a thread was, and nothing of its words.
pub(super) fn empty_thread(tx: &mut Tx<'_>, id: ThreadId) -> Result<(), Error> {
    let gone = threads::Emptied::on(tx.now().day());
    update(thread::table.find(id)).set(gone).exec(tx)?;
    forget_around(tx, (id, ReplyId(0)))
}

/// Leaves the place where a reply was, and nothing of its words.
pub(super) fn empty_reply(tx: &mut Tx<'_>, (of, id): (ThreadId, ReplyId)) -> Result<(), Error> {
    let gone = replies::Emptied::on(tx.now().day());
    update(reply::table.find(id)).set(gone).exec(tx)?;
    forget_around(tx, (of, id))
}

/// The words of every reply in a thread are gone, and who said a kind word where.
pub(super) fn empty_below(tx: &mut Tx<'_>, id: ThreadId) -> Result<(), Error> {
    let gone = replies::Emptied::on(tx.now().day());
    update(reply::table.filter(reply::thread_id.eq(id)).filter(reply::taken_back_at.is_null()))
        .set(gone)
        .exec(tx)?;
    forget_below(tx, id)
}

/// How one post was worded before, and that it waits, or is out of sight by the word of others.
fn forget_around(tx: &mut Tx<'_>, (of, id): (ThreadId, ReplyId)) -> Result<(), Error> {
    delete(held::table.filter(held::thread_id.eq(of)).filter(held::reply_id.eq(id))).exec(tx)?;
    delete(away_there::table.filter(away_there::thread_id.eq(of)).filter(away_there::reply_id.eq(id)))
        .exec(tx)?;
    delete(revision::table.filter(revision::thread_id.eq(of)).filter(revision::reply_id.eq(id.0)))
        .exec(tx)
        .map(drop)
}

/// The same of a whole thread, with kind words and news.
fn forget_below(tx: &mut Tx<'_>, id: ThreadId) -> Result<(), Error> {
    delete(reaction::table.filter(reaction::thread_id.eq(id))).exec(tx)?;
    delete(revision::table.filter(revision::thread_id.eq(id))).exec(tx)?;
    delete(held::table.filter(held::thread_id.eq(id))).exec(tx)?;
    delete(away_there::table.filter(away_there::thread_id.eq(id))).exec(tx)?;
    delete(notice::table.filter(notice::thread_id.eq(id))).exec(tx).map(drop)
}

/// Threads whose words were gone before a moment.
pub(super) fn threads_gone(db: &mut Db, before: Moment, most: i64) -> Result<Vec<ThreadId>, Error> {
    let answered = child.filter(child.field(reply::thread_id).eq(thread::id)).select(child.field(reply::id));
    let spoken_in = alias::table.filter(alias::thread_id.eq(thread::id.nullable())).select(alias::face_id);
    thread::table
        .filter(thread::taken_back_at.is_not_null())
        .filter(thread::taken_back_at.lt(before))
        // An alias that spoke here holds the place until its own row goes; what was answered does not wait for that.
        .filter(exists(answered).or(not(exists(spoken_in))))
        .order(thread::id)
        .limit(most)
        .select(thread::id)
        .rows(db)
}

/// Deletes what is left of a thread, and all that hangs below it; the place itself stays while an alias needs it.
pub(super) fn delete_thread(tx: &mut Tx<'_>, id: ThreadId) -> Result<(), Error> {
    forget_below(tx, id)?;
    search::forget(tx, id, None)?;
    delete(reply::table.filter(reply::thread_id.eq(id))).exec(tx)?;
    let spoken_in = alias::table.filter(alias::thread_id.eq(id)).select(alias::face_id);
    delete(thread::table.find(id).filter(not(exists(spoken_in)))).exec(tx).map(drop)
}

/// Replies whose words were gone before a moment, and that nothing answers.
pub(super) fn replies_gone(
    db: &mut Db,
    before: Moment,
    most: i64,
) -> Result<Vec<(ReplyId, ThreadId)>, Error> {
    let answered =
        child.filter(child.field(reply::parent_id).eq(reply::id.nullable())).select(child.field(reply::id));
    reply::table
        .filter(reply::taken_back_at.is_not_null())
        .filter(reply::taken_back_at.lt(before))
        .filter(not(exists(answered)))
        .order(reply::id)
        .limit(most)
        .select((reply::id, reply::thread_id))
        .rows(db)
}

/// Deletes what is left of a reply.
pub(super) fn delete_reply(tx: &mut Tx<'_>, (id, of): (ReplyId, ThreadId)) -> Result<(), Error> {
    delete(reaction::table.filter(reaction::thread_id.eq(of)).filter(reaction::reply_id.eq(id))).exec(tx)?;
    delete(notice::table.filter(notice::reply_id.eq(id))).exec(tx)?;
    forget_around(tx, (of, id))?;
    search::forget(tx, of, Some(id))?;
    delete(reply::table.find(id)).exec(tx).map(drop)
}
