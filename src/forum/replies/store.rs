//! Every SQL statement of replies.

mod beside;

use diesel::dsl::{exists, select};
use diesel::prelude::*;
use diesel::{insert_into, update};

pub use beside::{Given, beside, has_answered};

use super::{Answer, Change, Reply, rules};
use crate::db::schema::{face, reply};
use crate::db::{Db, Run, Tx, cols, when};
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::threads::{self, Author, Thread};
use crate::kernel::{Day, Error, FaceId, Listed, Moment, PageSize, PublicId, ReplyId, Said, ThreadId};
use crate::policy::scope::forum::Eyes;
use crate::policy::scope::quiet as scope;
use crate::policy::{Permit, Viewer};

/// One reply with its thread and its writer, if this viewer may read the thread. One by somebody they do not meet is as
/// if it had been taken back.
///
/// # Errors
/// [`Error::Absent`] if there is none, or none for them; `taken-back` if the whole thread was taken back.
pub fn find(
    db: &mut Db,
    viewer: &Viewer,
    thread: &PublicId,
    id: &PublicId,
) -> Result<(Thread, Reply, Author), Error> {
    let (thread, _) = threads::find(db, viewer, thread)?;
    let (reply, author) = find_in(db, viewer, thread.id, id)?;
    Ok((thread, reply, author))
}

pub(super) fn find_in(
    db: &mut Db,
    viewer: &Viewer,
    thread: ThreadId,
    id: &PublicId,
) -> Result<(Reply, Author), Error> {
    let (reply, author, is_met): (Reply, Author, bool) = reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread))
        .filter(reply::public_id.eq(id))
        .filter(reply::removed_at.is_null())
        .select((cols::<Reply>(), cols::<Author>(), scope::met_replies(Eyes::from(viewer))))
        .row(db)?;
    Ok((if is_met { reply } else { reply.into_gone() }, author))
}

/// A reply of somebody's own with its thread, whether or not they may still read that.
///
/// # Errors
/// [`Error::Absent`] if there is none, or it is not theirs.
pub fn find_own(
    db: &mut Db,
    own: FaceId,
    (thread, id): (&PublicId, &PublicId),
) -> Result<(Thread, Reply, Author), Error> {
    let (thread, reply, author) = find_unseen(db, (thread, id))?;
    if reply.author_face == own { Ok((thread, reply, author)) } else { Err(Error::Absent) }
}

/// A reply whoever looks: only for asking whose it is. What those who look after the group put out of sight is not there.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find_unseen(
    db: &mut Db,
    (thread, id): (&PublicId, &PublicId),
) -> Result<(Thread, Reply, Author), Error> {
    let thread = threads::find_unseen(db, thread)?;
    let (reply, author) = reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread.id))
        .filter(reply::public_id.eq(id))
        .filter(reply::removed_at.is_null())
        .select((cols::<Reply>(), cols::<Author>()))
        .row(db)?;
    Ok((thread, reply, author))
}

/// Every standing reply of somebody's own, the newest first. `before` is the one a page ended with.
///
/// # Errors
/// A fault of the database.
pub fn given_by(
    db: &mut Db,
    viewer: &Viewer,
    before: Option<&PublicId>,
    size: PageSize,
) -> Result<Listed<Reply, PublicId>, Error> {
    let me = viewer.face();
    let before: Option<ReplyId> = match before {
        Some(key) => reply::table
            .filter(reply::public_id.eq(key))
            .filter(reply::author_face.eq(me))
            .select(reply::id)
            .row_opt(db)?,
        None => None,
    };
    let rows = reply::table
        .filter(reply::author_face.eq(me))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(when(before, |id| reply::id.lt(id)))
        .order(reply::id.desc())
        .limit(size.plus_one())
        .select(cols::<Reply>())
        .rows(db)?;
    Ok(Listed::cut(rows, size, |reply: &Reply| reply.public_id.clone()))
}

/// Replies by their sequence: parents that stand on another page.
pub(super) fn find_all(db: &mut Db, ids: &[ReplyId]) -> Result<Vec<(Reply, Author)>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    reply::table
        .inner_join(face::table)
        .filter(reply::id.eq_any(ids.to_vec()))
        .select((cols::<Reply>(), cols::<Author>()))
        .rows(db)
}

/// The line of parents of a path, the outermost first, itself left out.
pub(in crate::forum) fn above(
    db: &mut Db,
    thread: ThreadId,
    path: &str,
) -> Result<Vec<(Reply, Author)>, Error> {
    let paths: Vec<String> =
        (4..path.len()).step_by(4).filter_map(|end| path.get(..end).map(str::to_owned)).collect();
    if paths.is_empty() {
        return Ok(Vec::new());
    }
    reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread))
        .filter(reply::path.eq_any(paths))
        .order(reply::path)
        .select((cols::<Reply>(), cols::<Author>()))
        .rows(db)
}

/// The reply this face gave with this form before, if it did.
pub(super) fn find_once(db: &mut Db, author: FaceId, once: Option<&str>) -> Result<Option<Reply>, Error> {
    let Some(once) = once else { return Ok(None) };
    reply::table
        .filter(reply::author_face.eq(author))
        .filter(reply::once.eq(once))
        .select(cols::<Reply>())
        .row_opt(db)
}

/// Which part of a thread's tree.
#[derive(Debug, Clone, Default)]
pub struct Span {
    /// Only what stands at or below this path.
    pub under: Option<String>,
    /// Only what comes after this key.
    pub after: Option<String>,
}

/// A page of the tree, in reading order.
///
/// # Errors
/// A fault of the database.
pub fn list(
    db: &mut Db,
    thread: ThreadId,
    span: &Span,
    size: PageSize,
) -> Result<Listed<(Reply, Author), String>, Error> {
    let below = span.under.clone().map(|path| (rules::past(&path), path));
    let rows = reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread))
        .filter(reply::removed_at.is_null())
        .filter(when(below, |(past, path)| reply::path.ge(path).and(reply::path.lt(past))))
        .filter(when(span.after.clone(), |after| reply::path.gt(after)))
        .order(reply::path)
        .limit(size.plus_one())
        .select((cols::<Reply>(), cols::<Author>()))
        .rows(db)?;
    Ok(Listed::cut(rows, size, |(reply, _): &(Reply, Author)| reply.path.clone()))
}

/// A page of a thread's replies, the newest first, without those of faces left out; `before` is the number of the last one
/// seen.
///
/// # Errors
/// A fault of the database.
pub fn newest(
    db: &mut Db,
    (thread, without): (ThreadId, Vec<FaceId>),
    before: Option<i64>,
    size: PageSize,
) -> Result<Listed<(Reply, Author), i64>, Error> {
    let unmet = Some(without).filter(|without| !without.is_empty());
    let rows = reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(when(unmet, |unmet| reply::author_face.ne_all(unmet)))
        .filter(when(before, |before| reply::number.lt(before)))
        .order(reply::number.desc())
        .limit(size.plus_one())
        .select((cols::<Reply>(), cols::<Author>()))
        .rows(db)?;
    Ok(Listed::cut(rows, size, |(reply, _): &(Reply, Author)| reply.number))
}

pub(super) fn last_number(db: &mut Db, thread: ThreadId) -> Result<i64, Error> {
    let last: Option<i64> =
        reply::table.filter(reply::thread_id.eq(thread)).select(diesel::dsl::max(reply::number)).row(db)?;
    Ok(last.unwrap_or(0))
}

/// Where a new reply stands.
pub(super) struct Place {
    pub thread: ThreadId,
    pub parent: Option<ReplyId>,
    pub number: i64,
    pub depth: i64,
    pub path: String,
    pub said: Said,
    /// Nobody finds it until it is let through.
    pub waits: bool,
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    answer: &Answer,
    place: Place,
) -> Result<Reply, Error> {
    let id = PublicId::new(tx.chance());
    insert_into(reply::table)
        .values((
            reply::public_id.eq(id),
            reply::thread_id.eq(place.thread),
            reply::parent_id.eq(place.parent),
            reply::author_face.eq(permit.actor()),
            reply::number.eq(place.number),
            reply::depth.eq(place.depth),
            reply::path.eq(place.path),
            reply::body.eq(answer.words.body.as_str()),
            reply::notes.eq(codes_of(&answer.words.notes)),
            reply::note_words.eq(answer.words.note_words.as_str()),
            reply::said_on.eq(place.said.on),
            reply::said_at.eq(place.said.at),
            reply::goes_on.eq(answer.words.lasting.and_then(|lasting| lasting.goes_on(place.said.on))),
            reply::once.eq(&answer.once),
            reply::removed_at.eq(place.waits.then(|| place.said.on.start())),
        ))
        .returning(cols::<Reply>())
        .row(tx)
}

/// Out of sight since a moment, or standing. Whether that is news, of words that are not gone: they are counted no more.
pub(super) fn set_removed(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ReplyId,
    at: Option<Moment>,
) -> Result<bool, Error> {
    let (was, gone): (Option<Moment>, Option<Moment>) =
        reply::table.find(id).select((reply::removed_at, reply::taken_back_at)).row(tx)?;
    update(reply::table.find(id)).set(reply::removed_at.eq(at)).exec(tx)?;
    Ok(gone.is_none() && was.is_some() != at.is_some())
}

/// Said as of now: what waited begins to stand.
pub(super) fn set_said(tx: &mut Tx<'_>, _permit: &Permit, id: ReplyId, said: Said) -> Result<(), Error> {
    update(reply::table.find(id))
        .set((reply::said_on.eq(said.on), reply::said_at.eq(said.at)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_notes(tx: &mut Tx<'_>, _permit: &Permit, id: ReplyId, notes: &Notes) -> Result<(), Error> {
    update(reply::table.find(id))
        .set((reply::notes.eq(notes.codes()), reply::note_words.eq(&notes.words)))
        .exec(tx)
        .map(drop)
}

/// One reply by its sequence, whoever looks: for commands that hold something of it already.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find_by_id(db: &mut Db, id: ReplyId) -> Result<Reply, Error> {
    reply::table.find(id).select(cols::<Reply>()).row(db)
}

/// Whether a reply's words are there: its writer did not take them back, and nobody put them out of sight.
///
/// # Errors
/// A fault of the database.
pub fn stands(db: &mut Db, id: ReplyId) -> Result<bool, Error> {
    let standing =
        reply::table.find(id).filter(reply::taken_back_at.is_null()).filter(reply::removed_at.is_null());
    select(exists(standing)).row(db)
}

/// Several by their sequence, in no order; those that are gone are left out.
///
/// # Errors
/// A fault of the database.
pub fn find_by_ids(db: &mut Db, ids: Vec<ReplyId>) -> Result<Vec<Reply>, Error> {
    reply::table.filter(reply::id.eq_any(ids)).select(cols::<Reply>()).rows(db)
}

/// Which of these faces answered in a thread last.
///
/// # Errors
/// A fault of the database.
pub fn has_spoken(db: &mut Db, thread: ThreadId, faces: &[FaceId]) -> Result<Option<FaceId>, Error> {
    if faces.is_empty() {
        return Ok(None);
    }
    reply::table
        .filter(reply::thread_id.eq(thread))
        .filter(reply::author_face.eq_any(faces.to_vec()))
        .filter(reply::removed_at.is_null())
        .order(reply::number.desc())
        .limit(1)
        .select(reply::author_face)
        .row_opt(db)
}

/// Whether a change would change nothing.
pub(super) fn is_as(reply: &Reply, change: &Change) -> bool {
    reply.body == change.body.as_str()
        && reply.notes == codes_of(&change.notes)
        && reply.note_words == change.note_words.as_str()
}

pub(super) fn set_words(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ReplyId,
    change: &Change,
) -> Result<Reply, Error> {
    update(reply::table.find(id))
        .set((
            reply::body.eq(change.body.as_str()),
            reply::notes.eq(codes_of(&change.notes)),
            reply::note_words.eq(change.note_words.as_str()),
            reply::is_edited.eq(true),
        ))
        .returning(cols::<Reply>())
        .row(tx)
}

pub(super) fn set_going_on(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ReplyId,
    day: Option<Day>,
) -> Result<(), Error> {
    update(reply::table.find(id)).set(reply::goes_on.eq(day)).exec(tx).map(drop)
}

/// What stays of a reply whose words are gone: its place.
#[derive(AsChangeset)]
#[diesel(table_name = reply, treat_none_as_null = true)]
pub struct Emptied {
    body: &'static str,
    notes: &'static str,
    note_words: &'static str,
    goes_on: Option<Day>,
    taken_back_at: Option<Moment>,
}

impl Emptied {
    /// Gone on a day. The day alone is kept: to the minute, it would date an alias.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self { body: "", notes: "", note_words: "", goes_on: None, taken_back_at: Some(day.start()) }
    }
}

pub(super) fn empty(tx: &mut Tx<'_>, _permit: &Permit, id: ReplyId) -> Result<(), Error> {
    let gone = Emptied::on(tx.now().day());
    update(reply::table.find(id)).set(gone).exec(tx).map(drop)
}

fn codes_of(notes: &[ContentNote]) -> String {
    notes.iter().map(|note| note.code()).collect::<Vec<_>>().join(" ")
}
