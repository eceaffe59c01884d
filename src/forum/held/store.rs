//! Every SQL statement about words that wait.

use diesel::dsl::{count_star, exists, not, select};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use diesel::{delete, insert_into, update};

use super::{Aside, Own, Shelf, Waiting, Which};
use crate::db::schema::{away_there, face, group_, held, membership, reply, thread};
use crate::db::{Db, Run, Tx, cols, when};
use crate::forum::groups::Group;
use crate::forum::replies::Reply;
use crate::forum::screening::Why;
use crate::forum::threads::{Author, Thread};
use crate::kernel::{Day, Error, FaceId, GroupId, PublicId, ReplyId, ThreadId};
use crate::policy::scope::forum as scope;
use crate::policy::{Rank, Role, Viewer};

/// As many as one page shows; the rest comes up as these are decided.
const SHOWN: i64 = 50;

/// A thread, or a reply in it.
pub type Of = (ThreadId, Option<ReplyId>);

fn key(reply: Option<ReplyId>) -> i64 {
    reply.map_or(0, |reply| reply.0)
}

pub(super) fn insert(tx: &mut Tx<'_>, (thread, reply): Of, group: GroupId, why: Why) -> Result<(), Error> {
    insert_into(held::table)
        .values((
            held::thread_id.eq(thread),
            held::reply_id.eq(key(reply)),
            held::group_id.eq(group),
            held::why.eq(why),
        ))
        .exec(tx)
        .map(drop)
}

/// Words wait no more: it was decided, or they are gone.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, (thread, reply): Of) -> Result<(), Error> {
    delete(held::table.find((thread, key(reply)))).exec(tx).map(drop)
}

/// Whether words wait, or were sent back and are kept for a day: either way nobody but whoever looks lets them stand.
///
/// # Errors
/// A fault of the database.
pub fn is_kept(db: &mut Db, (thread, reply): Of) -> Result<bool, Error> {
    let kept: Option<i64> = held::table.find((thread, key(reply))).select(held::reply_id).row_opt(db)?;
    Ok(kept.is_some())
}

/// What waits in a group: threads, then replies, the oldest first. Nobody looks at what those who keep the group elsewhere put out
/// of sight meanwhile: it waits again once they take that back.
pub(super) fn list(db: &mut Db, group: GroupId) -> Result<Vec<Waiting>, Error> {
    shelf(db, group, false)
}

/// What was sent back in a group and is kept for a day, likewise.
pub(super) fn list_back(db: &mut Db, group: GroupId) -> Result<Vec<Waiting>, Error> {
    shelf(db, group, true)
}

fn shelf(db: &mut Db, group: GroupId, is_back: bool) -> Result<Vec<Waiting>, Error> {
    let mut all = threads(db, group, (None, is_back))?;
    all.extend(replies(db, group, (None, is_back))?);
    Ok(all)
}

/// One thing that waits in a group, or that was sent back and is kept for a day.
pub(super) fn find(db: &mut Db, group: GroupId, (which, is_back): (&Which, bool)) -> Result<Waiting, Error> {
    let found = match &which.reply {
        None => threads(db, group, (Some(&which.thread), is_back))?,
        Some(reply) => replies(db, group, (Some(reply), is_back))?,
    };
    found.into_iter().find(|found| found.thread.public_id == which.thread).ok_or(Error::Absent)
}

/// Says that words were sent back on a day; none: they wait again.
pub(super) fn set_back(tx: &mut Tx<'_>, (thread, reply): Of, on: Option<Day>) -> Result<(), Error> {
    update(held::table.find((thread, key(reply)))).set(held::back_on.eq(on)).exec(tx).map(drop)
}

/// Words that were sent back before a day.
pub(super) fn sent_back(db: &mut Db, before: Day, most: i64) -> Result<Vec<Of>, Error> {
    let rows: Vec<(ThreadId, i64)> = held::table
        .filter(held::back_on.lt(before))
        .limit(most)
        .select((held::thread_id, held::reply_id))
        .rows(db)?;
    Ok(rows.into_iter().map(|(thread, reply)| (thread, (reply != 0).then_some(ReplyId(reply)))).collect())
}

/// Whether any words of a face were sent back and are kept for a day.
pub(super) fn has_back(db: &mut Db, face: FaceId) -> Result<bool, Error> {
    let opened = held::table
        .inner_join(thread::table)
        .filter(held::reply_id.eq(0))
        .filter(held::back_on.is_not_null())
        .filter(thread::author_face.eq(face));
    let answered = held::table
        .inner_join(reply::table.on(reply::id.eq(held::reply_id)))
        .filter(held::back_on.is_not_null())
        .filter(reply::author_face.eq(face));
    Ok(select(exists(opened)).row(db)? || select(exists(answered)).row(db)?)
}

fn threads(
    db: &mut Db,
    group: GroupId,
    (only, is_back): (Option<&PublicId>, bool),
) -> Result<Vec<Waiting>, Error> {
    let away = away_there::table
        .filter(away_there::thread_id.eq(held::thread_id))
        .filter(away_there::reply_id.eq(held::reply_id));
    let rows: Vec<(Thread, Author, Why)> = held::table
        .inner_join(thread::table.inner_join(face::table))
        .filter(held::group_id.eq(group))
        .filter(held::reply_id.eq(0))
        .filter(thread::taken_back_at.is_null())
        .filter(not(exists(away)))
        .filter(when(is_back.then_some(()), |()| held::back_on.is_not_null()))
        .filter(when((!is_back).then_some(()), |()| held::back_on.is_null()))
        .filter(when(only.cloned(), |id| thread::public_id.eq(id)))
        .order(thread::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Author>(), held::why))
        .rows(db)?;
    let waiting = |(thread, author, why)| Waiting { thread, reply: None, author, why };
    Ok(rows.into_iter().map(waiting).collect())
}

fn replies(
    db: &mut Db,
    group: GroupId,
    (only, is_back): (Option<&PublicId>, bool),
) -> Result<Vec<Waiting>, Error> {
    let away = away_there::table
        .filter(away_there::thread_id.eq(held::thread_id))
        .filter(away_there::reply_id.eq(held::reply_id));
    let rows: Vec<(Thread, Reply, Author, Why)> = held::table
        .inner_join(thread::table)
        .inner_join(reply::table.on(reply::id.eq(held::reply_id)))
        .inner_join(face::table.on(face::id.eq(reply::author_face)))
        .filter(held::group_id.eq(group))
        .filter(reply::taken_back_at.is_null())
        .filter(not(exists(away)))
        .filter(when(is_back.then_some(()), |()| held::back_on.is_not_null()))
        .filter(when((!is_back).then_some(()), |()| held::back_on.is_null()))
        .filter(when(only.cloned(), |id| reply::public_id.eq(id)))
        .order(reply::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Reply>(), cols::<Author>(), held::why))
        .rows(db)?;
    let waiting = |(thread, reply, author, why)| Waiting { thread, reply: Some(reply), author, why };
    Ok(rows.into_iter().map(waiting).collect())
}

/// What of a face's own waits: threads, then replies, the oldest first.
pub(super) fn own(db: &mut Db, face: FaceId) -> Result<Vec<Own>, Error> {
    let opened: Vec<(Thread, Group, Why)> = held::table
        .inner_join(thread::table)
        .inner_join(group_::table)
        .filter(held::reply_id.eq(0))
        .filter(thread::author_face.eq(face))
        .filter(thread::taken_back_at.is_null())
        .filter(held::back_on.is_null())
        .order(thread::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Group>(), held::why))
        .rows(db)?;
    let answered: Vec<(Thread, Reply, Group, Why)> = held::table
        .inner_join(thread::table)
        .inner_join(group_::table)
        .inner_join(reply::table.on(reply::id.eq(held::reply_id)))
        .filter(reply::author_face.eq(face))
        .filter(reply::taken_back_at.is_null())
        .filter(held::back_on.is_null())
        .order(reply::id)
        .limit(SHOWN)
        .select((cols::<Thread>(), cols::<Reply>(), cols::<Group>(), held::why))
        .rows(db)?;
    let mut all: Vec<Own> =
        opened.into_iter().map(|(thread, group, why)| Own { thread, reply: None, group, why }).collect();
    let reply = |(thread, reply, group, why)| Own { thread, reply: Some(reply), group, why };
    all.extend(answered.into_iter().map(reply));
    Ok(all)
}

/// What of a face's own waits in a group, or was sent back and is kept for a day; none: in every one that this viewer may know of.
pub(super) fn of_face(
    db: &mut Db,
    face: FaceId,
    (group, viewer): (Option<GroupId>, &Viewer),
) -> Result<Vec<Aside>, Error> {
    let anywhere = group.is_none().then_some(viewer);
    let threads: Vec<(ThreadId, GroupId, Why)> = held::table
        .inner_join(thread::table)
        .inner_join(group_::table)
        .filter(held::reply_id.eq(0))
        .filter(thread::author_face.eq(face))
        .filter(when(group, |group| held::group_id.eq(group)))
        .filter(when(anywhere, |viewer| scope::visible_groups(viewer.into())))
        .order(held::thread_id)
        .select((held::thread_id, held::group_id, held::why))
        .rows(db)?;
    let replies: Vec<(ThreadId, ReplyId, GroupId, Why)> = held::table
        .inner_join(reply::table.on(reply::id.eq(held::reply_id)))
        .inner_join(group_::table)
        .filter(reply::author_face.eq(face))
        .filter(when(group, |group| held::group_id.eq(group)))
        .filter(when(anywhere, |viewer| scope::visible_groups(viewer.into())))
        .order(held::reply_id)
        .select((held::thread_id, reply::id, held::group_id, held::why))
        .rows(db)?;
    let of_thread = |(thread, group, why)| Aside { of: (thread, None), group, why };
    let of_reply = |(thread, reply, group, why)| Aside { of: (thread, Some(reply)), group, why };
    Ok(threads.into_iter().map(of_thread).chain(replies.into_iter().map(of_reply)).collect())
}

/// How much waits in each of the groups that a viewer looks after, by title.
pub(super) fn shelves(db: &mut Db, viewer: &Viewer) -> Result<Vec<Shelf>, Error> {
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    let theirs = membership::table
        .filter(membership::group_id.eq(group_::id))
        .filter(membership::face_id.eq(viewer.face()))
        .filter(membership::state.eq("in"))
        .filter(membership::role.eq_any(Role::KEEPERS));
    let thread_gone =
        thread::table.filter(thread::id.eq(held::thread_id)).filter(thread::taken_back_at.is_not_null());
    let reply_gone =
        reply::table.filter(reply::id.eq(held::reply_id)).filter(reply::taken_back_at.is_not_null());
    let away = away_there::table
        .filter(away_there::thread_id.eq(held::thread_id))
        .filter(away_there::reply_id.eq(held::reply_id));
    let rows: Vec<(String, String, i64)> = held::table
        .inner_join(group_::table)
        .filter(not(held::reply_id.eq(0).and(exists(thread_gone))))
        .filter(not(exists(reply_gone)))
        .filter(not(exists(away)))
        .filter(held::back_on.is_null())
        .filter(scope::visible_groups(viewer.into()))
        .filter(exists(theirs).or(keeps_all.into_sql::<Bool>()))
        .group_by((group_::name, group_::title))
        .order((group_::title, group_::name))
        .select((group_::name, group_::title, count_star()))
        .rows(db)?;
    Ok(rows.into_iter().map(|(name, title, count)| Shelf { name, title, count }).collect())
}
