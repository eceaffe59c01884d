//! Every SQL statement of what others look at. Each begins from the scope of who looks.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::model::{FaceRow, GroupRow, ReplyRow, ThreadRow, Whole};
use crate::db::schema::{face, far_face, far_group, far_post, follower, group_, membership, reply, thread};
use crate::db::{Db, Run, cols, when};
use crate::kernel::{Error, FaceId, GroupId, PublicId, ReplyId, ThreadId};
use crate::policy::Role;
use crate::policy::scope::forum::{self as scope, Eyes};

/// Threads in a list, and addresses in one.
pub const PAGE: i64 = 20;
const ADDRESSES: i64 = 500;
/// Groups in the list of them all.
const GROUPS: i64 = 200;

/// A group that this looker may know of and whose posts may travel to it.
pub fn group(db: &mut Db, eyes: Eyes, name: &str) -> Result<GroupRow, Error> {
    if name.contains('\0') {
        return Err(Error::Absent);
    }
    group_::table
        .filter(scope::travelling_groups(eyes))
        .filter(group_::name.eq(name))
        .filter(not(exists(far_group::table.filter(far_group::group_id.eq(group_::id)))))
        .select(cols::<GroupRow>())
        .row(db)
}

/// A name or an alias, and the groups where some of its words may be read; none if there are none.
pub fn person(db: &mut Db, eyes: Eyes, name_key: &str) -> Result<(FaceRow, Vec<GroupId>), Error> {
    if name_key.contains('\0') {
        return Err(Error::Absent);
    }
    let found: FaceRow = face::table
        .filter(face::name_key.eq(name_key))
        .filter(face::kind.ne("remote"))
        .select(cols::<FaceRow>())
        .row(db)?;
    let groups = speaks_in(db, eyes, found.id)?;
    if groups.is_empty() { Err(Error::Absent) } else { Ok((found, groups)) }
}

/// Whether words of a face may be read.
///
/// # Errors
/// A fault of the database.
pub fn speaks(db: &mut Db, eyes: Eyes, id: FaceId) -> Result<bool, Error> {
    Ok(!speaks_in(db, eyes, id)?.is_empty())
}

/// Groups where words of a face may be read.
fn speaks_in(db: &mut Db, eyes: Eyes, id: FaceId) -> Result<Vec<GroupId>, Error> {
    let mut groups: Vec<GroupId> = thread::table
        .inner_join(group_::table)
        .filter(thread::author_face.eq(id))
        .filter(scope::readable_threads(eyes))
        .filter(scope::travelling_groups(eyes))
        .select(thread::group_id)
        .distinct()
        .rows(db)?;
    let answered: Vec<GroupId> = reply::table
        .inner_join(thread::table.inner_join(group_::table))
        .filter(reply::author_face.eq(id))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(scope::readable_threads(eyes))
        .filter(scope::travelling_groups(eyes))
        .select(thread::group_id)
        .distinct()
        .rows(db)?;
    groups.extend(answered);
    Ok(groups)
}

/// The groups that this looker may know of and whose posts may travel to it, by title.
pub fn groups(db: &mut Db, eyes: Eyes) -> Result<Vec<GroupRow>, Error> {
    group_::table
        .filter(scope::travelling_groups(eyes))
        .filter(group_::closed_at.is_null())
        .filter(not(exists(far_group::table.filter(far_group::group_id.eq(group_::id)))))
        .order((group_::title, group_::name))
        .limit(GROUPS)
        .select(cols::<GroupRow>())
        .rows(db)
}

/// How many follow a group from elsewhere.
pub fn count_followers(db: &mut Db, group: GroupId) -> Result<i64, Error> {
    follower::table.filter(follower::group_id.eq(group)).count().row(db)
}

/// Those who look after a group.
pub fn keepers(db: &mut Db, group: GroupId) -> Result<Vec<String>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq_any(Role::KEEPERS))
        .order(face::name)
        .select(face::name_key)
        .rows(db)
}

/// A thread, also one that somebody elsewhere wrote.
pub fn thread(db: &mut Db, eyes: Eyes, id: &PublicId) -> Result<Whole, Error> {
    thread::table
        .inner_join(face::table)
        .inner_join(group_::table)
        .filter(scope::readable_threads(eyes))
        .filter(scope::travelling_groups(eyes))
        .filter(thread::public_id.eq(id))
        .select((cols::<ThreadRow>(), cols::<FaceRow>(), cols::<GroupRow>()))
        .row(db)
}

/// The newest threads of a group, or what stays at its top.
pub fn threads(
    db: &mut Db,
    eyes: Eyes,
    group: GroupId,
    before: Option<ThreadId>,
    is_pinned: bool,
) -> Result<Vec<Whole>, Error> {
    thread::table
        .inner_join(face::table)
        .inner_join(group_::table)
        .filter(scope::readable_threads(eyes))
        .filter(scope::travelling_groups(eyes))
        .filter(face::kind.ne("remote"))
        .filter(thread::group_id.eq(group))
        .filter(when(before, |id| thread::id.lt(id)))
        .filter(when(is_pinned.then_some(()), |()| thread::pinned_at.is_not_null()))
        .order(thread::id.desc())
        .limit(PAGE + 1)
        .select((cols::<ThreadRow>(), cols::<FaceRow>(), cols::<GroupRow>()))
        .rows(db)
}

/// A reply of a thread that was read through the scope.
pub fn reply(db: &mut Db, thread: ThreadId, id: &PublicId) -> Result<(ReplyRow, FaceRow), Error> {
    reply::table
        .inner_join(face::table)
        .filter(reply::thread_id.eq(thread))
        .filter(reply::public_id.eq(id))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(face::kind.ne("remote"))
        .select((cols::<ReplyRow>(), cols::<FaceRow>()))
        .row(db)
}

/// What a reply answers, if that still stands.
pub fn above(db: &mut Db, id: ReplyId) -> Result<Option<(PublicId, FaceRow)>, Error> {
    reply::table
        .inner_join(face::table)
        .filter(reply::id.eq(id))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .select((reply::public_id, cols::<FaceRow>()))
        .row_opt(db)
}

/// The address of a group elsewhere, where it is one.
///
/// # Errors
/// A fault of the database.
pub fn far_group(db: &mut Db, id: GroupId) -> Result<Option<String>, Error> {
    far_group::table.filter(far_group::group_id.eq(id)).select(far_group::actor).row_opt(db)
}

/// The address of somebody elsewhere, where it is one.
///
/// # Errors
/// A fault of the database.
pub fn far_face(db: &mut Db, id: FaceId) -> Result<Option<String>, Error> {
    far_face::table.filter(far_face::face_id.eq(id)).select(far_face::actor).row_opt(db)
}

/// The address of words from elsewhere, where they are; no reply: the thread itself.
///
/// # Errors
/// A fault of the database.
pub fn far_post(db: &mut Db, thread: ThreadId, reply: Option<ReplyId>) -> Result<Option<String>, Error> {
    far_post::table
        .filter(far_post::thread_id.eq(thread))
        .filter(far_post::reply_id.eq(reply.unwrap_or(ReplyId(0))))
        .select(far_post::uri)
        .row_opt(db)
}

/// Whose answers are listed.
pub enum Under {
    /// The thread's own.
    Thread,
    /// A reply's.
    Reply(ReplyId),
    /// Every reply of the thread.
    All,
}

/// Replies of a thread that was read through the scope, in the order they came.
pub fn replies(db: &mut Db, thread: ThreadId, under: &Under) -> Result<Vec<PublicId>, Error> {
    let standing = reply::table
        .filter(reply::thread_id.eq(thread))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .order(reply::id)
        .limit(ADDRESSES)
        .select(reply::public_id);
    match under {
        Under::Thread => standing.filter(reply::parent_id.is_null()).rows(db),
        Under::Reply(id) => standing.filter(reply::parent_id.eq(*id)).rows(db),
        Under::All => standing.rows(db),
    }
}
