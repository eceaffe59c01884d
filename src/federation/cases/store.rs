//! Every SQL statement about what came from a whole community and stands here.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use crate::db::schema::{far_face, reply, thread};
use crate::db::{Db, Run};
use crate::forum::authors::Said;
use crate::kernel::{Error, FaceId, ReplyId};
use crate::policy::Viewer;
use crate::policy::scope::forum as scope;

/// Words that are read, or put out of sight, at once: as many threads, and as many replies.
const AT_ONCE: i64 = 500;

/// The community that somebody elsewhere is of; none: they are of this one.
pub(super) fn domain_of(db: &mut Db, face: FaceId) -> Result<Option<String>, Error> {
    far_face::table.find(face).select(far_face::domain).row_opt(db)
}

/// All that came from a community and stands in threads this viewer may read: threads, then replies, the newest first.
pub(super) fn standing(db: &mut Db, viewer: &Viewer, domain: &str) -> Result<Vec<Said>, Error> {
    let there = || far_face::table.filter(far_face::domain.eq(domain.to_owned())).select(far_face::face_id);
    let mut said: Vec<Said> = thread::table
        .filter(scope::readable_threads(viewer.into()))
        .filter(thread::author_face.eq_any(there()))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .order(thread::id.desc())
        .limit(AT_ONCE)
        .select((
            thread::id,
            None::<ReplyId>.into_sql::<Nullable<BigInt>>(),
            thread::title,
            thread::body,
            thread::said_on,
        ))
        .rows(db)?;
    let replies: Vec<Said> = reply::table
        .inner_join(thread::table)
        .filter(scope::readable_threads(viewer.into()))
        .filter(reply::author_face.eq_any(there()))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .order(reply::id.desc())
        .limit(AT_ONCE)
        .select((thread::id, reply::id.nullable(), thread::title, reply::body, reply::said_on))
        .rows(db)?;
    said.extend(replies);
    Ok(said)
}
