//! Every SQL statement about one's own words that are gone.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{account, actor_key, reply, thread};
use crate::db::{Db, Run};
use crate::federation::actors::Path;
use crate::kernel::{Error, FaceId, Moment, PublicId};

/// Words taken back: the thread, the reply, and when.
pub(super) type Gone = (PublicId, Option<PublicId>, Option<Moment>);

/// What somebody took back, the latest first.
pub(super) fn taken_back(db: &mut Db, author: FaceId, most: i64) -> Result<Vec<Gone>, Error> {
    let threads: Vec<(PublicId, Option<Moment>)> = thread::table
        .filter(thread::author_face.eq(author))
        .filter(thread::taken_back_at.is_not_null())
        .order(thread::id.desc())
        .limit(most)
        .select((thread::public_id, thread::taken_back_at))
        .rows(db)?;
    let replies: Vec<(PublicId, PublicId, Option<Moment>)> = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(author))
        .filter(reply::taken_back_at.is_not_null())
        .order(reply::id.desc())
        .limit(most)
        .select((thread::public_id, reply::public_id, reply::taken_back_at))
        .rows(db)?;
    let threads = threads.into_iter().map(|(thread, at)| (thread, None, at));
    let replies = replies.into_iter().map(|(thread, reply, at)| (thread, Some(reply), at));
    let mut all: Vec<Gone> = threads.chain(replies).collect();
    all.sort_by_key(|(_, _, at)| std::cmp::Reverse(*at));
    Ok(all)
}

/// Whether an address of ours is remembered.
pub(super) fn is_remembered(db: &mut Db, path: &Path) -> Result<bool, Error> {
    diesel::select(exists(actor_key::table.filter(actor_key::path.eq(path.as_str())))).row(db)
}

/// Whether an account bears the face that is known by this address.
pub(super) fn is_borne(db: &mut Db, path: &Path) -> Result<bool, Error> {
    let faces = actor_key::table.filter(actor_key::path.eq(path.as_str())).select(actor_key::face_id);
    diesel::select(exists(account::table.filter(account::face_id.nullable().eq_any(faces)))).row(db)
}
