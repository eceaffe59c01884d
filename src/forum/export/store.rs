//! Every SQL statement of a copy: what some faces wrote and gave, a page at a time, in the order it came.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{EarlierJson, KindWordJson, NoticeJson, ReplyCopyJson, ThreadCopyJson};
use crate::db::schema::{face, group_, notice, reaction, reply, revision, thread};
use crate::db::{Db, Run, cols};
use crate::forum::reactions::Reaction;
use crate::forum::replies::Reply;
use crate::forum::threads::Thread;
use crate::kernel::{Day, Error, FaceId, PublicId, ReplyId, ThreadId};
use crate::policy::Viewer;
use crate::policy::scope::forum as scope;

/// Rows of one page.
const PAGE: i64 = 200;

/// A page, and where the next one begins; none: this is the last.
pub(in crate::forum::export) type Page<T> = (Vec<T>, Option<At>);
/// A thread's or reply's sequence; for kind words, both.
pub(in crate::forum::export) type At = (i64, i64);

/// Threads after one, with those that a moderator removed and without those that were taken back.
pub(in crate::forum::export) fn threads(
    db: &mut Db,
    faces: &[FaceId],
    (after, _): At,
) -> Result<Page<ThreadCopyJson>, Error> {
    let rows: Vec<(Thread, String, String)> = thread::table
        .inner_join(group_::table)
        .inner_join(face::table)
        .filter(thread::author_face.eq_any(faces.to_vec()))
        .filter(thread::id.gt(after))
        .filter(thread::taken_back_at.is_null())
        .order(thread::id)
        .limit(PAGE)
        .select((cols::<Thread>(), group_::name, face::name))
        .rows(db)?;
    let next = next(&rows, |(thread, ..)| (thread.id.0, 0));
    let ids: Vec<ThreadId> = rows.iter().map(|(thread, ..)| thread.id).collect();
    let mut earlier = earlier(db, &ids, None)?;
    let copied = rows.into_iter().map(|(thread, group, name)| ThreadCopyJson {
        earlier: earlier.remove(&thread.id.0).unwrap_or_default(),
        thread: thread.public_id.to_string(),
        kind: thread.kind.code(),
        reach: thread.reach.code(),
        said_on: thread.said_on.iso(),
        title: thread.title,
        body: thread.body,
        notes: thread.notes,
        note_words: thread.note_words,
        group,
        name,
    });
    Ok((copied.collect(), next))
}

/// Replies after one, likewise. What they answer is named only while its reader may still read it.
pub(in crate::forum::export) fn replies(
    db: &mut Db,
    viewer: &Viewer,
    faces: &[FaceId],
    (after, _): At,
) -> Result<Page<ReplyCopyJson>, Error> {
    let rows: Vec<(Reply, PublicId, String)> = reply::table
        .inner_join(thread::table)
        .inner_join(face::table)
        .filter(reply::author_face.eq_any(faces.to_vec()))
        .filter(reply::id.gt(after))
        .filter(reply::taken_back_at.is_null())
        .order(reply::id)
        .limit(PAGE)
        .select((cols::<Reply>(), thread::public_id, face::name))
        .rows(db)?;
    let next = next(&rows, |(reply, ..)| (reply.id.0, 0));
    let ids: Vec<ThreadId> = rows.iter().map(|(reply, ..)| reply.thread_id).collect();
    let titles: HashMap<ThreadId, String> = thread::table
        .filter(scope::readable_threads(viewer.into()))
        .filter(thread::id.eq_any(ids.clone()))
        .select((thread::id, thread::title))
        .rows(db)?
        .into_iter()
        .collect();
    let own: Vec<ReplyId> = rows.iter().map(|(reply, ..)| reply.id).collect();
    let mut earlier = earlier(db, &ids, Some(&own))?;
    let copied = rows.into_iter().map(|(reply, thread, name)| ReplyCopyJson {
        earlier: earlier.remove(&reply.id.0).unwrap_or_default(),
        reply: reply.public_id.to_string(),
        thread: thread.to_string(),
        thread_title: titles.get(&reply.thread_id).cloned(),
        said_on: reply.said_on.iso(),
        body: reply.body,
        notes: reply.notes,
        note_words: reply.note_words,
        name,
    });
    Ok((copied.collect(), next))
}

/// Earlier wordings of threads, or of replies in them, by whose they are.
fn earlier(
    db: &mut Db,
    threads: &[ThreadId],
    replies: Option<&[ReplyId]>,
) -> Result<HashMap<i64, Vec<EarlierJson>>, Error> {
    let of: Vec<i64> = replies.map_or_else(|| vec![0], |ids| ids.iter().map(|id| id.0).collect());
    let rows: Vec<(ThreadId, i64, String, String)> = revision::table
        .filter(revision::thread_id.eq_any(threads.to_vec()))
        .filter(revision::reply_id.eq_any(of))
        .order(revision::number.desc())
        .select((revision::thread_id, revision::reply_id, revision::title, revision::body))
        .rows(db)?;
    let mut by: HashMap<i64, Vec<EarlierJson>> = HashMap::new();
    for (thread, reply, title, body) in rows {
        let whose = if reply == 0 { thread.0 } else { reply };
        by.entry(whose).or_default().push(EarlierJson { title, body });
    }
    Ok(by)
}

/// Kind words after one.
pub(in crate::forum::export) fn kind_words(
    db: &mut Db,
    own: FaceId,
    (after, reply): At,
) -> Result<Page<KindWordJson>, Error> {
    let rows: Vec<(ThreadId, ReplyId, Reaction, PublicId)> = reaction::table
        .inner_join(thread::table)
        .filter(reaction::face_id.eq(own))
        .filter(
            reaction::thread_id
                .gt(ThreadId(after))
                .or(reaction::thread_id.eq(ThreadId(after)).and(reaction::reply_id.gt(ReplyId(reply)))),
        )
        .order((reaction::thread_id, reaction::reply_id))
        .limit(PAGE)
        .select((reaction::thread_id, reaction::reply_id, reaction::word, thread::public_id))
        .rows(db)?;
    let next = next(&rows, |(thread, reply, ..)| (thread.0, reply.0));
    let under: Vec<ReplyId> = rows.iter().map(|(_, reply, ..)| *reply).collect();
    let known: HashMap<ReplyId, PublicId> = reply::table
        .filter(reply::id.eq_any(under))
        .select((reply::id, reply::public_id))
        .rows(db)?
        .into_iter()
        .collect();
    let copied = rows.into_iter().map(|(_, reply, word, thread)| KindWordJson {
        thread: thread.to_string(),
        reply: known.get(&reply).map(ToString::to_string),
        word: word.code(),
    });
    Ok((copied.collect(), next))
}

/// What a face was told; no more of it is ever kept than a page or so.
pub(in crate::forum::export) fn notices(db: &mut Db, own: FaceId) -> Result<Vec<NoticeJson>, Error> {
    let rows: Vec<(String, Day, Option<PublicId>)> = notice::table
        .left_join(thread::table)
        .filter(notice::face_id.eq(own))
        .order(notice::number)
        .select((notice::kind, notice::happened_on, thread::public_id.nullable()))
        .rows(db)?;
    let copied = rows.into_iter().map(|(kind, day, thread)| NoticeJson {
        kind,
        thread: thread.as_ref().map(ToString::to_string),
        happened_on: day.iso(),
    });
    Ok(copied.collect())
}

/// Where to go on, after a full page.
fn next<T>(rows: &[T], at: impl Fn(&T) -> At) -> Option<At> {
    let is_full = i64::try_from(rows.len()).is_ok_and(|rows| rows == PAGE);
    rows.last().filter(|_| is_full).map(at)
}
