//! Every SQL statement of threads.

use diesel::prelude::*;
use diesel::{insert_into, update};

use super::{Author, Draft, Refusal, Thread};
use crate::db::schema::{face, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Error, FaceId, GroupId, Moment, PublicId, Said, ThreadId, text};
use crate::policy::scope::forum as scope;
use crate::policy::{Permit, Reach, Viewer};

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

/// The thread this face opened with this form before, if it did: the answer to a second press.
pub(super) fn find_once(db: &mut Db, author: FaceId, once: Option<&str>) -> Result<Option<Thread>, Error> {
    let Some(once) = once else { return Ok(None) };
    thread::table
        .filter(thread::author_face.eq(author))
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
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit,
    draft: &Draft,
    place: &Place,
) -> Result<Thread, Error> {
    let notes: Vec<&str> = draft.notes.iter().map(|note| note.code()).collect();
    insert_into(thread::table)
        .values((
            thread::public_id.eq(PublicId::new(tx.chance())),
            thread::group_id.eq(place.group),
            thread::author_face.eq(permit.actor()),
            thread::kind.eq(draft.kind),
            thread::ask.eq(draft.ask),
            thread::title.eq(title_of(draft)),
            thread::body.eq(draft.body.as_str()),
            thread::notes.eq(notes.join(" ")),
            thread::note_words.eq(draft.note_words.as_str()),
            thread::reach.eq(place.reach),
            thread::said_on.eq(place.said.on),
            thread::said_at.eq(place.said.at),
            thread::is_hard.eq(place.is_hard),
            thread::is_waiting.eq(Some(true)),
            thread::once.eq(&draft.once),
        ))
        .returning(cols::<Thread>())
        .row(tx)
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

/// The title given, or the first line of the words, cut at 80 letters.
fn title_of(draft: &Draft) -> String {
    match draft.title.as_str() {
        "" => text::excerpt(draft.body.as_str().lines().next().unwrap_or_default(), 80),
        given => given.to_owned(),
    }
}
