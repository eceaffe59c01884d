//! Every SQL statement of notices. Lists are a handful of queries, however many notices they hold.

use std::collections::HashMap;

use diesel::dsl::{exists, max, select};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Kind, Marks, Notice, NoticeId};
use crate::db::schema::{face, group_, membership, notice, reply, thread};
use crate::db::{ASKED, Db, Run, TOLD, Tx, Wake, cols, when};
use crate::forum::content_notes::Notes;
use crate::forum::threads::{Author, InGroup, Thread};
use crate::kernel::{Day, Error, FaceId, GroupId, PublicId, ReplyId, ThreadId};
use crate::notify::News;
use crate::notify::choices::Sort;
use crate::policy::scope::forum as scope;
use crate::policy::scope::quiet;
use crate::policy::{Role, Viewer};

/// Notices kept for a face.
const KEPT: i64 = 100;

/// Tells a face. News about the same thing becomes one notice, at the top again; `marks` is what they saw already.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, to: FaceId, news: &News, marks: &Marks) -> Result<(), Error> {
    let (number, today) = (last_number(tx, to)? + 1, tx.now().day());
    let subject = news.about.subject();
    let (thread, reply, group) = news.about.parts();
    let before: Option<Notice> = notice::table
        .filter(notice::face_id.eq(to))
        .filter(notice::kind.eq(news.kind))
        .filter(notice::subject.eq(&subject))
        .select(cols::<Notice>())
        .row_opt(tx)?;
    if let Some(before) = before.map(|before| marks.on(before)) {
        let is_several = !before.is_seen && (before.is_several || before.from_face != news.from);
        update(notice::table.filter(notice::id.eq(before.id)))
            .set((
                notice::from_face.eq(news.from),
                notice::reply_id.eq(reply),
                notice::happened_on.eq(today),
                notice::number.eq(number),
                notice::is_several.eq(is_several),
                notice::is_seen.eq(false),
            ))
            .exec(tx)?;
    } else {
        let id = NoticeId(tx.chance().id());
        insert_into(notice::table)
            .values((
                notice::id.eq(id),
                notice::face_id.eq(to),
                notice::kind.eq(news.kind),
                notice::subject.eq(subject),
                notice::thread_id.eq(thread),
                notice::reply_id.eq(reply),
                notice::group_id.eq(group),
                notice::from_face.eq(news.from),
                notice::happened_on.eq(today),
                notice::number.eq(number),
            ))
            .exec(tx)?;
    }
    // Open pages of theirs hear of it at once; what it is, they read when they look.
    let subject = if news.kind == Kind::Company { ASKED } else { TOLD };
    tx.wake(Wake { subject: (subject, to.0), by: FaceId(0) });
    delete(notice::table.filter(notice::face_id.eq(to)).filter(notice::number.le(number - KEPT)))
        .exec(tx)
        .map(drop)
}

/// Keeps that something was sent which its reader does not want to hear: it is seen already, never shown, and counts as any other.
///
/// # Errors
/// A fault of the database.
pub fn put_unheard(tx: &mut Tx<'_>, to: FaceId, news: &News) -> Result<(), Error> {
    let (number, today) = (last_number(tx, to)? + 1, tx.now().day());
    let (id, subject) = (NoticeId(tx.chance().id()), format!("unheard:{number}"));
    insert_into(notice::table)
        .values((
            notice::id.eq(id),
            notice::face_id.eq(to),
            notice::kind.eq(news.kind),
            notice::subject.eq(subject),
            notice::from_face.eq(news.from),
            notice::happened_on.eq(today),
            notice::number.eq(number),
            notice::is_seen.eq(true),
        ))
        .exec(tx)
        .map(drop)
}

/// Whoever sends their buddy a note has seen that the buddy asks for them.
///
/// # Errors
/// A fault of the database.
pub fn answered(tx: &mut Tx<'_>, by: FaceId, buddy: FaceId) -> Result<(), Error> {
    let asked = notice::table
        .filter(notice::face_id.eq(by))
        .filter(notice::kind.eq(Kind::BuddyAsks))
        .filter(notice::from_face.eq(buddy));
    update(asked).set(notice::is_seen.eq(true)).exec(tx).map(drop)
}

/// To whom somebody sent a caring note on a day, heard or not.
///
/// # Errors
/// A fault of the database.
pub fn noted_by(db: &mut Db, from: FaceId, on: Day) -> Result<Vec<FaceId>, Error> {
    notice::table
        .filter(notice::from_face.eq(from))
        .filter(notice::kind.eq(Kind::Note))
        .filter(notice::happened_on.eq(on))
        .select(notice::face_id)
        .rows(db)
}

/// How many caring notes somebody was sent on a day.
///
/// # Errors
/// A fault of the database.
pub fn noted(db: &mut Db, to: FaceId, on: Day) -> Result<usize, Error> {
    let count: i64 = notice::table
        .filter(notice::face_id.eq(to))
        .filter(notice::kind.eq(Kind::Note))
        .filter(notice::happened_on.eq(on))
        .count()
        .row(db)?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// Forgets what a face was told.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(notice::table.filter(notice::face_id.eq(face))).exec(tx).map(drop)
}

/// Forgets what a face was told, and what others were told of it.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(notice::table.filter(notice::face_id.eq(face))).exec(tx)?;
    delete(notice::table.filter(notice::from_face.eq(face))).exec(tx).map(drop)
}

/// Forgets notices of before a day, some at a time. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old: Vec<NoticeId> =
        notice::table.filter(notice::happened_on.lt(before)).limit(most).select(notice::id).rows(tx)?;
    delete(notice::table.filter(notice::id.eq_any(old))).exec(tx)
}

/// Those who look after a group.
///
/// # Errors
/// A fault of the database.
pub fn keepers_of(db: &mut Db, group: GroupId) -> Result<Vec<FaceId>, Error> {
    among(db, group, &Role::KEEPERS)
}

/// The same, and those with a part of their own there.
///
/// # Errors
/// A fault of the database.
pub fn serving_in(db: &mut Db, group: GroupId, part: Role) -> Result<Vec<FaceId>, Error> {
    let [moderator, steward] = Role::KEEPERS;
    among(db, group, &[part, moderator, steward])
}

fn among(db: &mut Db, group: GroupId, roles: &[Role]) -> Result<Vec<FaceId>, Error> {
    membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq_any(roles.to_vec()))
        .select(membership::face_id)
        .rows(db)
}

/// Whether somebody has notices they did not see.
pub(super) fn has_news(db: &mut Db, viewer: &Viewer, marks: &Marks) -> Result<bool, Error> {
    let unseen = notice::table
        .filter(notice::face_id.eq(viewer.face()))
        .filter(notice::is_seen.eq(false))
        .filter(quiet::wanted_notices(viewer.face()));
    if *marks == Marks::default() {
        return select(exists(unseen)).row(db);
    }
    let unseen: Vec<(NoticeId, i64)> = unseen.select((notice::id, notice::number)).rows(db)?;
    Ok(unseen.into_iter().any(|(id, number)| !marks.cover(id, number)))
}

/// Whether a face has notices of a sort that it did not see.
///
/// # Errors
/// A fault of the database.
pub fn is_waiting(db: &mut Db, face: FaceId, sort: Sort, marks: &Marks) -> Result<bool, Error> {
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| Sort::of(*kind) == sort).collect();
    let unseen: Vec<(NoticeId, i64)> = notice::table
        .filter(notice::face_id.eq(face))
        .filter(notice::is_seen.eq(false))
        .filter(notice::kind.eq_any(kinds))
        .filter(quiet::wanted_notices(face))
        .select((notice::id, notice::number))
        .rows(db)?;
    Ok(unseen.into_iter().any(|(id, number)| !marks.cover(id, number)))
}

/// The number of the newest notice of a face.
pub(super) fn last_number(db: &mut Db, face: FaceId) -> Result<i64, Error> {
    let last: Option<i64> =
        notice::table.filter(notice::face_id.eq(face)).select(max(notice::number)).row(db)?;
    Ok(last.unwrap_or(0))
}

/// The newest notices of a face: all kinds, or one.
pub(super) fn newest(
    db: &mut Db,
    face: FaceId,
    kind: Option<Kind>,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Notice>, Error> {
    notice::table
        .filter(notice::face_id.eq(face))
        .filter(quiet::wanted_notices(face))
        .filter(when(kind, |kind| notice::kind.eq(kind)))
        .filter(when(before, |number| notice::number.lt(number)))
        .order(notice::number.desc())
        .limit(most)
        .select(cols::<Notice>())
        .rows(db)
}

pub(super) fn find(db: &mut Db, face: FaceId, id: NoticeId) -> Result<Notice, Error> {
    notice::table.filter(notice::face_id.eq(face)).filter(notice::id.eq(id)).select(cols::<Notice>()).row(db)
}

/// Writes what a face saw.
///
/// # Errors
/// A fault of the database.
pub fn set_seen(tx: &mut Tx<'_>, face: FaceId, marks: &Marks) -> Result<(), Error> {
    let seen = (notice::is_seen.eq(true), notice::is_several.eq(false));
    let own = || notice::table.filter(notice::face_id.eq(face)).filter(notice::is_seen.eq(false));
    update(own().filter(notice::number.le(marks.all_to))).set(seen).exec(tx)?;
    for (id, number) in &marks.ones {
        update(own().filter(notice::id.eq(NoticeId(*id))).filter(notice::number.le(*number)))
            .set(seen)
            .exec(tx)?;
    }
    Ok(())
}

/// What a list of notices names, as far as the viewer may read it.
#[derive(Default)]
pub(super) struct Named {
    pub threads: HashMap<ThreadId, Thread>,
    pub replies: HashMap<ReplyId, PublicId>,
    pub groups: HashMap<GroupId, InGroup>,
    pub faces: HashMap<FaceId, Author>,
}

pub(super) fn named(db: &mut Db, viewer: &Viewer, notices: &[Notice]) -> Result<Named, Error> {
    let threads: Vec<ThreadId> = notices.iter().filter_map(|notice| notice.thread_id).collect();
    let replies: Vec<ReplyId> = notices.iter().filter_map(|notice| notice.reply_id).collect();
    let groups: Vec<GroupId> = notices.iter().filter_map(|notice| notice.group_id).collect();
    let faces: Vec<FaceId> = notices.iter().filter_map(|notice| notice.from_face).collect();
    let threads: Vec<Thread> = thread::table
        .filter(scope::readable_threads(viewer.into()))
        .filter(thread::id.eq_any(threads))
        .select(cols::<Thread>())
        .rows(db)?;
    let replies: Vec<(ReplyId, PublicId)> = reply::table
        .filter(reply::id.eq_any(replies))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .select((reply::id, reply::public_id))
        .rows(db)?;
    let groups: Vec<(GroupId, InGroup)> = group_::table
        .filter(scope::visible_groups(viewer.into()))
        .filter(group_::id.eq_any(groups))
        .select((group_::id, cols::<InGroup>()))
        .rows(db)?;
    let faces: Vec<(FaceId, Author)> =
        face::table.filter(face::id.eq_any(faces)).select((face::id, cols::<Author>())).rows(db)?;
    Ok(Named {
        threads: threads.into_iter().map(|thread| (thread.id, thread)).collect(),
        replies: replies.into_iter().collect(),
        groups: groups.into_iter().collect(),
        faces: faces.into_iter().collect(),
    })
}

/// Who gave the answers that notices tell of, in which words and under which notes.
pub(super) fn answers_of(
    db: &mut Db,
    notices: &[Notice],
) -> Result<HashMap<ReplyId, (FaceId, String, Notes)>, Error> {
    let ids: Vec<ReplyId> = notices.iter().filter_map(|notice| notice.reply_id).collect();
    let rows: Vec<(ReplyId, FaceId, String, String, String)> = reply::table
        .filter(reply::id.eq_any(ids))
        .select((reply::id, reply::author_face, reply::body, reply::notes, reply::note_words))
        .rows(db)?;
    let held = |(id, face, body, notes, words): (ReplyId, FaceId, String, String, String)| {
        (id, (face, body, Notes::stored(&notes, &words)))
    };
    Ok(rows.into_iter().map(held).collect())
}

/// The newest notices of these faces, as far as their holder wants them.
pub(super) fn newest_of(db: &mut Db, viewer: &Viewer, faces: &[FaceId]) -> Result<Vec<Notice>, Error> {
    if faces.is_empty() {
        return Ok(Vec::new());
    }
    notice::table
        .filter(notice::face_id.eq_any(faces.to_vec()))
        .filter(quiet::wanted_notices(viewer.face()))
        .order((notice::happened_on.desc(), notice::number.desc()))
        .limit(30)
        .select(cols::<Notice>())
        .rows(db)
}
