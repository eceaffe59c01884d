//! Every SQL statement of search.

use diesel::dsl::case_when;
use diesel::prelude::*;
use diesel::{delete, insert_into};

use super::Hit;
use crate::db::fulltext::{self, Terms, search_fts};
use crate::db::schema::{face, group_, reply, search_entry, thread};
use crate::db::{Db, Run, Tx, cols, when};
use crate::forum::threads::{Author, InGroup, Thread};
use crate::kernel::{Error, FaceId, GroupId, Listed, PageSize, PublicId, ReplyId, ThreadId};
use crate::policy::Viewer;
use crate::policy::scope::forum::{self as scope, Eyes};
use crate::policy::scope::quiet;

/// Groups whose words are looked through at most; they are few, and short.
const GROUPS_MAX: i64 = 500;

/// What the viewer may read and did not ask to hear less of that holds the terms, newest first. `before` is the key of the last find seen.
///
/// # Errors
/// A fault of the database.
pub fn find(
    db: &mut Db,
    viewer: &Viewer,
    terms: &Terms,
    group: Option<GroupId>,
    before: Option<&PublicId>,
) -> Result<Listed<Hit, PublicId>, Error> {
    let size = PageSize::FEED;
    if terms.is_empty() {
        return Ok(Listed { rows: Vec::new(), next: None });
    }
    let before = entry_of(db, before)?;
    let author = case_when(reply::id.is_not_null(), reply::author_face.assume_not_null())
        .otherwise(thread::author_face);
    let hits = search_fts::table
        .inner_join(search_entry::table.on(search_entry::id.eq(search_fts::rowid)))
        .inner_join(thread::table.on(thread::id.eq(search_entry::thread_id)))
        .inner_join(group_::table.on(group_::id.eq(thread::group_id)))
        .left_join(reply::table.on(reply::id.nullable().eq(search_entry::reply_id)))
        .inner_join(face::table.on(face::id.eq(author)))
        .filter(fulltext::matches(terms))
        .filter(when(before, |id| search_fts::rowid.lt(id)))
        .filter(when(group, |group| thread::group_id.eq(group)))
        .filter(scope::readable_threads(viewer.into()))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(reply::id.is_null().or(quiet::met_replies(Eyes::from(viewer))))
        .filter(quiet::loud_finds(viewer.face()))
        .filter(when(group.is_none().then_some(viewer.face()), quiet::loud_groups))
        .order(search_fts::rowid.desc())
        .limit(size.plus_one())
        .select((
            cols::<Thread>(),
            cols::<Author>(),
            cols::<InGroup>(),
            (
                reply::id,
                reply::public_id,
                reply::author_face,
                reply::body,
                reply::notes,
                reply::note_words,
                reply::said_on,
                reply::said_at,
            )
                .nullable(),
        ))
        .rows(db)?;
    Ok(Listed::cut(hits, size, |hit: &Hit| hit.key().clone()))
}

/// Groups the viewer may know of whose title or purpose holds the terms.
///
/// # Errors
/// A fault of the database.
pub fn groups(db: &mut Db, viewer: &Viewer, terms: &Terms) -> Result<Vec<(InGroup, String)>, Error> {
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let all: Vec<(InGroup, String)> = group_::table
        .filter(scope::visible_groups(viewer.into()))
        .order(group_::title)
        .limit(GROUPS_MAX)
        .select((cols::<InGroup>(), group_::purpose))
        .rows(db)?;
    let holds = |(group, purpose): &(InGroup, String)| terms.are_in(&format!("{} {purpose}", group.title));
    Ok(all.into_iter().filter(holds).take(5).collect())
}

/// Keeps a thread or a reply in the index, in place of what was kept of it before.
pub(super) fn put(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    reply: Option<ReplyId>,
    words: &str,
) -> Result<(), Error> {
    let reply_key = reply.map_or(0, |reply| reply.0);
    let before: Option<i64> = search_entry::table
        .filter(search_entry::thread_id.eq(thread))
        .filter(search_entry::reply_key.eq(reply_key))
        .select(search_entry::id)
        .row_opt(tx)?;
    let id = match before {
        Some(id) => {
            delete(search_fts::table.filter(search_fts::rowid.eq(id))).exec(tx)?;
            id
        }
        None => insert_into(search_entry::table)
            .values((
                search_entry::thread_id.eq(thread),
                search_entry::reply_id.eq(reply),
                search_entry::reply_key.eq(reply_key),
            ))
            .returning(search_entry::id)
            .row(tx)?,
    };
    insert_into(search_fts::table)
        .values((search_fts::rowid.eq(id), search_fts::words.eq(fulltext::indexed(words))))
        .exec(tx)
        .map(drop)
}

/// Forgets a thread with all that was answered, or one reply.
pub(in crate::forum) fn forget(
    tx: &mut Tx<'_>,
    thread: ThreadId,
    reply: Option<ReplyId>,
) -> Result<(), Error> {
    let ids: Vec<i64> = search_entry::table
        .filter(search_entry::thread_id.eq(thread))
        .filter(when(reply, |reply| search_entry::reply_key.eq(reply.0)))
        .select(search_entry::id)
        .rows(tx)?;
    forget_all(tx, &ids)
}

/// Forgets everything a face wrote, and what was answered to its threads.
pub(super) fn forget_face(tx: &mut Tx<'_>, author: FaceId) -> Result<(), Error> {
    let threads = thread::table.filter(thread::author_face.eq(author)).select(thread::id);
    let mut ids: Vec<i64> = search_entry::table
        .filter(search_entry::thread_id.eq_any(threads))
        .select(search_entry::id)
        .rows(tx)?;
    let replies: Vec<i64> = reply::table
        .inner_join(search_entry::table.on(
            search_entry::thread_id.eq(reply::thread_id).and(search_entry::reply_id.eq(reply::id.nullable())),
        ))
        .filter(reply::author_face.eq(author))
        .select(search_entry::id)
        .rows(tx)?;
    ids.extend(replies);
    forget_all(tx, &ids)
}

/// Drops what the index holds of nothing that is there.
///
/// # Errors
/// A fault of the database.
pub fn drop_strays(tx: &mut Tx<'_>) -> Result<(), Error> {
    let known = search_entry::table.select(search_entry::id);
    delete(search_fts::table.filter(search_fts::rowid.ne_all(known))).exec(tx).map(drop)
}

fn forget_all(tx: &mut Tx<'_>, ids: &[i64]) -> Result<(), Error> {
    for id in ids {
        delete(search_fts::table.filter(search_fts::rowid.eq(id))).exec(tx)?;
        delete(search_entry::table.filter(search_entry::id.eq(id))).exec(tx)?;
    }
    Ok(())
}

/// A reply's words, unless they were taken back.
pub(super) fn reply_words(db: &mut Db, id: ReplyId) -> Result<Option<String>, Error> {
    reply::table
        .filter(reply::id.eq(id))
        .filter(reply::taken_back_at.is_null())
        .select(reply::body)
        .row_opt(db)
}

/// A thread's title and words, unless they were taken back.
pub(super) fn thread_words(db: &mut Db, id: ThreadId) -> Result<Option<(String, String)>, Error> {
    thread::table
        .filter(thread::id.eq(id))
        .filter(thread::taken_back_at.is_null())
        .select((thread::title, thread::body))
        .row_opt(db)
}

/// Threads after one, in order of their ids.
pub(super) fn threads_after(db: &mut Db, id: ThreadId, most: i64) -> Result<Vec<ThreadId>, Error> {
    thread::table.filter(thread::id.gt(id)).order(thread::id).limit(most).select(thread::id).rows(db)
}

/// The replies of a thread, in order of arrival.
pub(super) fn replies_of(db: &mut Db, id: ThreadId) -> Result<Vec<ReplyId>, Error> {
    reply::table.filter(reply::thread_id.eq(id)).order(reply::id).select(reply::id).rows(db)
}

/// The index entry of a find, by the public id of its thread or reply.
fn entry_of(db: &mut Db, key: Option<&PublicId>) -> Result<Option<i64>, Error> {
    let Some(key) = key else { return Ok(None) };
    let of_thread: Option<i64> = thread::table
        .inner_join(search_entry::table)
        .filter(thread::public_id.eq(key))
        .filter(search_entry::reply_key.eq(0))
        .select(search_entry::id)
        .row_opt(db)?;
    if of_thread.is_some() {
        return Ok(of_thread);
    }
    reply::table
        .inner_join(search_entry::table.on(
            search_entry::thread_id.eq(reply::thread_id).and(search_entry::reply_id.eq(reply::id.nullable())),
        ))
        .filter(reply::public_id.eq(key))
        .select(search_entry::id)
        .row_opt(db)
}
