//! Threads of somebody's own, wherever they stand, and what of others' they may read.

use diesel::dsl::not;
use diesel::prelude::*;

use crate::db::schema::{face, thread};
use crate::db::{Db, Run, cols};
use crate::forum::threads::{Author, Thread};
use crate::kernel::{Error, PublicId, ThreadId};
use crate::policy::Viewer;
use crate::policy::scope::forum as scope;

/// A thread whoever looks, also where it was taken back: only for asking whose words stand there.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find_unseen(db: &mut Db, id: &PublicId) -> Result<Thread, Error> {
    thread::table.filter(thread::public_id.eq(id)).select(cols::<Thread>()).row(db)
}

/// A standing thread of the viewer's own, whether or not they may still read it.
pub fn find_own(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<(Thread, Author), Error> {
    thread::table
        .inner_join(face::table)
        .filter(thread::public_id.eq(id))
        .filter(thread::author_face.eq(viewer.voice()))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .select((cols::<Thread>(), cols::<Author>()))
        .row(db)
}

/// Standing threads that a face opened and its holder cannot read any more, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn out_of_reach(db: &mut Db, viewer: &Viewer, most: i64) -> Result<Vec<Thread>, Error> {
    thread::table
        .filter(thread::author_face.eq(viewer.face()))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .filter(not(scope::readable_threads(viewer.into())))
        .order(thread::id.desc())
        .limit(most)
        .select(cols::<Thread>())
        .rows(db)
}

/// What addresses call these threads.
///
/// # Errors
/// A fault of the database.
pub fn places(db: &mut Db, ids: Vec<ThreadId>) -> Result<Vec<(ThreadId, PublicId)>, Error> {
    thread::table.filter(thread::id.eq_any(ids)).select((thread::id, thread::public_id)).rows(db)
}

/// Which of these threads the viewer may read.
///
/// # Errors
/// A fault of the database.
pub fn readable(db: &mut Db, viewer: &Viewer, ids: Vec<ThreadId>) -> Result<Vec<Thread>, Error> {
    thread::table
        .filter(thread::id.eq_any(ids))
        .filter(scope::readable_threads(viewer.into()))
        .select(cols::<Thread>())
        .rows(db)
}
