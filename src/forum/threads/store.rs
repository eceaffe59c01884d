//! Every SQL statement of threads.

mod own;

use diesel::dsl::{exists, select};
use diesel::prelude::*;
use diesel::{insert_into, update};

use super::{Author, Body, Change, Draft, Moving, Refusal, Revision, Thread, Title};
use crate::db::schema::{face, group_, membership, revision, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::groups::Group;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, PublicId, ReplyId, Said, ThreadId, markdown, text};
use crate::policy::scope::forum as scope;
use crate::policy::{Permit, Reach, Viewer};

pub(super) use own::find_own;
pub use own::{find_unseen, out_of_reach, places, readable};

/// One thread and its writer, if this viewer may read it.
///
/// # Errors
/// [`Error::Absent`] if there is none, or none for them; `taken-back` if its writer took it back.
pub fn find(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<(Thread, Author), Error> {
    let found: (Thread, Author) = thread::table
        .inner_join(face::table)
        .filter(scope::threads_within_reach(viewer.into()))
        .filter(thread::public_id.eq(id))
        .select((cols::<Thread>(), cols::<Author>()))
        .row(db)?;
    if found.0.taken_back_at.is_some() { Err(Refusal::TakenBack.into()) } else { Ok(found) }
}

/// One thread by its sequence, whoever looks: for listeners.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find_by_id(db: &mut Db, id: ThreadId) -> Result<Thread, Error> {
    thread::table.find(id).select(cols::<Thread>()).row(db)
}

/// Several by their sequence, in no order; those that are gone are left out.
///
/// # Errors
/// A fault of the database.
pub fn find_by_ids(db: &mut Db, ids: Vec<ThreadId>) -> Result<Vec<Thread>, Error> {
    thread::table.filter(thread::id.eq_any(ids)).select(cols::<Thread>()).rows(db)
}

/// Whether a thread's words are there: its writer did not take them back, and nobody put them out of sight.
///
/// # Errors
/// A fault of the database.
pub fn stands(db: &mut Db, id: ThreadId) -> Result<bool, Error> {
    let standing =
        thread::table.find(id).filter(thread::taken_back_at.is_null()).filter(thread::removed_at.is_null());
    select(exists(standing)).row(db)
}

/// The thread this face opened with this form before, if it did: the answer to a second press.
pub(super) fn find_once(db: &mut Db, author: FaceId, once: Option<&str>) -> Result<Option<Thread>, Error> {
    let Some(once) = once else { return Ok(None) };
    thread::table
        .filter(thread::author_face.eq(author))
        .filter(thread::once.eq(once))
        .select(cols::<Thread>())
        .row_opt(db)
}

/// As [`find_once`], whichever of these faces it was.
///
/// # Errors
/// A fault of the database.
pub fn opened_before(db: &mut Db, faces: &[FaceId], once: Option<&str>) -> Result<Option<Thread>, Error> {
    let Some(once) = once.filter(|_| !faces.is_empty()) else { return Ok(None) };
    thread::table
        .filter(thread::author_face.eq_any(faces.to_vec()))
        .filter(thread::once.eq(once))
        .select(cols::<Thread>())
        .row_opt(db)
}

/// Where and how a new thread is kept, beyond its writer's words.
pub(super) struct Place {
    pub group: GroupId,
    pub reach: Reach,
    pub said: Said,
    pub is_hard: bool,
    /// Until when those are to answer who have been here a while.
    pub shielded_until: Option<Day>,
    /// Nobody finds it until it is let through.
    pub waits: bool,
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    draft: &Draft,
    place: &Place,
) -> Result<Thread, Error> {
    insert_into(thread::table)
        .values((
            thread::public_id.eq(PublicId::new(tx.chance())),
            thread::group_id.eq(place.group),
            thread::author_face.eq(permit.actor()),
            thread::kind.eq(draft.kind),
            thread::ask.eq(draft.ask),
            thread::title.eq(title_of(&draft.title, &draft.body)),
            thread::body.eq(draft.body.as_str()),
            thread::notes.eq(codes_of(&draft.notes)),
            thread::note_words.eq(draft.note_words.as_str()),
            thread::reach.eq(place.reach),
            thread::said_on.eq(place.said.on),
            thread::said_at.eq(place.said.at),
            thread::is_hard.eq(place.is_hard),
            thread::is_waiting.eq(Some(true)),
            thread::goes_on.eq(draft.lasting.and_then(|lasting| lasting.goes_on(place.said.on))),
            thread::once.eq(&draft.once),
            thread::removed_at.eq(place.waits.then(|| place.said.on.start())),
            thread::shielded_until.eq(place.shielded_until),
        ))
        .returning(cols::<Thread>())
        .row(tx)
}

/// Until when those are to answer who have been here a while; none: anybody does.
pub(super) fn set_shielded(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    until: Option<Day>,
) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::shielded_until.eq(until)).exec(tx).map(drop)
}

/// Out of sight since a moment, or standing.
pub(super) fn set_removed(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    at: Option<Moment>,
) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::removed_at.eq(at)).exec(tx).map(drop)
}

/// Said as of now: what waited begins to stand.
pub(super) fn set_said(tx: &mut Tx<'_>, _permit: &Permit, id: ThreadId, said: Said) -> Result<(), Error> {
    update(thread::table.find(id))
        .set((thread::said_on.eq(said.on), thread::said_at.eq(said.at)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_notes(tx: &mut Tx<'_>, _permit: &Permit, id: ThreadId, notes: &Notes) -> Result<(), Error> {
    update(thread::table.find(id))
        .set((thread::notes.eq(notes.codes()), thread::note_words.eq(&notes.words)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_locked(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    lock: Option<(Moment, &str)>,
) -> Result<(), Error> {
    let (at, reason) = lock.unzip();
    update(thread::table.find(id))
        .set((thread::locked_at.eq(at), thread::lock_reason.eq(reason.unwrap_or_default())))
        .exec(tx)
        .map(drop)
}

/// Whether a change would change nothing.
pub(super) fn is_as(thread: &Thread, change: &Change) -> bool {
    thread.title == title_of(&change.title, &change.body)
        && thread.body == change.body.as_str()
        && thread.notes == codes_of(&change.notes)
        && thread.note_words == change.note_words.as_str()
}

pub(super) fn set_words(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    change: &Change,
) -> Result<Thread, Error> {
    update(thread::table.find(id))
        .set((
            thread::title.eq(title_of(&change.title, &change.body)),
            thread::body.eq(change.body.as_str()),
            thread::notes.eq(codes_of(&change.notes)),
            thread::note_words.eq(change.note_words.as_str()),
            thread::is_edited.eq(true),
        ))
        .returning(cols::<Thread>())
        .row(tx)
}

pub(super) fn set_reach(tx: &mut Tx<'_>, _permit: &Permit, id: ThreadId, reach: Reach) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::reach.eq(reach)).exec(tx).map(drop)
}

/// Into another group, and out of what it was at the top of there.
pub(super) fn set_group(tx: &mut Tx<'_>, _permit: &Permit, id: ThreadId, to: &Moving) -> Result<(), Error> {
    update(thread::table.find(id))
        .set((
            thread::group_id.eq(to.group),
            thread::reach.eq(to.reach),
            thread::moved_from.eq(to.from),
            thread::pinned_at.eq(None::<Moment>),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_going_on(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    day: Option<Day>,
) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::goes_on.eq(day)).exec(tx).map(drop)
}

/// What stays of a thread whose words are gone: its place.
#[derive(AsChangeset)]
#[diesel(table_name = thread, treat_none_as_null = true)]
pub struct Emptied {
    title: &'static str,
    body: &'static str,
    notes: &'static str,
    note_words: &'static str,
    is_waiting: Option<bool>,
    pinned_at: Option<Moment>,
    goes_on: Option<Day>,
    shielded_until: Option<Day>,
    taken_back_at: Option<Moment>,
}

impl Emptied {
    /// Gone on a day. The day alone is kept: to the minute, it would date an alias.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self {
            title: "",
            body: "",
            notes: "",
            note_words: "",
            is_waiting: None,
            pinned_at: None,
            goes_on: None,
            shielded_until: None,
            taken_back_at: Some(day.start()),
        }
    }
}

pub(super) fn empty(tx: &mut Tx<'_>, _permit: &Permit, id: ThreadId) -> Result<(), Error> {
    let gone = Emptied::on(tx.now().day());
    update(thread::table.find(id)).set(gone).exec(tx).map(drop)
}

pub(super) fn set_pinned(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ThreadId,
    at: Option<Moment>,
) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::pinned_at.eq(at)).exec(tx).map(drop)
}

/// One more reply, or one fewer; an answer by somebody else ends the wait.
///
/// # Errors
/// A fault of the database.
pub fn count_reply(tx: &mut Tx<'_>, id: ThreadId, by: i64, is_answer: bool) -> Result<(), Error> {
    update(thread::table.find(id)).set(thread::reply_count.eq(thread::reply_count + by)).exec(tx)?;
    if is_answer {
        update(thread::table.find(id).filter(thread::is_waiting.is_not_null()))
            .set(thread::is_waiting.eq(None::<bool>))
            .exec(tx)?;
    }
    Ok(())
}

/// Groups somebody is in and may post to, by title.
///
/// # Errors
/// A fault of the database.
pub fn groups_to_post_in(db: &mut Db, viewer: &Viewer) -> Result<Vec<Group>, Error> {
    group_::table
        .inner_join(membership::table)
        .filter(membership::face_id.eq(viewer.face()))
        .filter(membership::state.eq("in"))
        .filter(group_::closed_at.is_null())
        .order((membership::is_home.desc(), group_::title, group_::id))
        .select(cols::<Group>())
        .rows(db)
}

/// Whose wording: a thread's own, or one of its replies'.
type Of = (ThreadId, Option<ReplyId>);

fn reply_key(reply: Option<ReplyId>) -> i64 {
    reply.map_or(0, |reply| reply.0)
}

/// Keeps words as they are, before they are changed.
///
/// # Errors
/// A fault of the database.
pub fn keep_revision(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (of, reply): Of,
    (title, body): (&str, &str),
) -> Result<(), Error> {
    let before: Option<i64> = revision::table
        .filter(revision::thread_id.eq(of))
        .filter(revision::reply_id.eq(reply_key(reply)))
        .select(diesel::dsl::max(revision::number))
        .row(tx)?;
    let (id, today) = (tx.chance().id(), tx.now().day());
    insert_into(revision::table)
        .values((
            revision::id.eq(id),
            revision::thread_id.eq(of),
            revision::reply_id.eq(reply_key(reply)),
            revision::number.eq(before.unwrap_or(0) + 1),
            revision::title.eq(title),
            revision::body.eq(body),
            revision::until_on.eq(today),
        ))
        .exec(tx)
        .map(drop)
}

/// Earlier wordings, the latest first.
///
/// # Errors
/// A fault of the database.
pub fn revisions(db: &mut Db, _permit: &Permit, (of, reply): Of) -> Result<Vec<Revision>, Error> {
    revision::table
        .filter(revision::thread_id.eq(of))
        .filter(revision::reply_id.eq(reply_key(reply)))
        .order(revision::number.desc())
        .select(cols::<Revision>())
        .rows(db)
}

/// Forgets wordings that were replaced before a day, some at a time. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep_revisions(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old: Vec<i64> =
        revision::table.filter(revision::until_on.lt(before)).limit(most).select(revision::id).rows(tx)?;
    diesel::delete(revision::table.filter(revision::id.eq_any(old))).exec(tx)
}

/// Deletes every earlier wording.
///
/// # Errors
/// A fault of the database.
pub fn forget_revisions(tx: &mut Tx<'_>, _permit: &Permit, (of, reply): Of) -> Result<(), Error> {
    diesel::delete(
        revision::table.filter(revision::thread_id.eq(of)).filter(revision::reply_id.eq(reply_key(reply))),
    )
    .exec(tx)
    .map(drop)
}

fn codes_of(notes: &[ContentNote]) -> String {
    notes.iter().map(|note| note.code()).collect::<Vec<_>>().join(" ")
}

/// The title given, or the first line of the words, cut at 80 letters.
fn title_of(title: &Title, body: &Body) -> String {
    match title.as_str() {
        "" => {
            let first = markdown::plain(body.as_str());
            let first = text::excerpt(first.lines().next().unwrap_or_default(), 80);
            if first.is_empty() { text::excerpt(body.as_str(), 80) } else { first }
        }
        given => given.to_owned(),
    }
}
