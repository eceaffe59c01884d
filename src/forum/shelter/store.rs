//! Every SQL statement of small circles. Each begins from whose it is.

use std::collections::BTreeSet;

use diesel::dsl::{auto_type, exists};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Line, Shelter};
use crate::db::schema::{group_, membership, reply, shelter, thread};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, PublicId, text};
use crate::policy::Permit;

/// Seconds for which one that is over waits to be looked back on.
const WAITS_S: i64 = 3 * 86_400;

/// Letters of an answer that a look back shows.
const EXCERPT: usize = 80;
/// Lines of one's own that a look back shows.
const LOOKS_BACK: i64 = 50;

/// Whether a small circle holds: whose it is, is in its group, and the group is open.
#[auto_type]
fn holds() -> _ {
    let theirs = membership::table
        .filter(membership::group_id.eq(shelter::group_id))
        .filter(membership::face_id.eq(shelter::face_id))
        .filter(membership::state.eq("in"));
    group_::closed_at.is_null().and(exists(theirs))
}

/// Somebody's, as long as they are in its group and it is open.
pub(super) fn find(db: &mut Db, me: FaceId) -> Result<Option<Shelter>, Error> {
    let row: Option<(GroupId, String, String, Moment)> = shelter::table
        .inner_join(group_::table)
        .filter(shelter::face_id.eq(me))
        .filter(holds())
        .select((group_::id, group_::name, group_::title, shelter::until))
        .row_opt(db)?;
    Ok(row.map(|(group, name, title, until)| Shelter { group, name, title, until }))
}

pub(super) fn put(tx: &mut Tx<'_>, permit: &Permit, (group, until): (GroupId, Moment)) -> Result<(), Error> {
    let mine = shelter::table.filter(shelter::face_id.eq(permit.actor()));
    if update(mine).set((shelter::group_id.eq(group), shelter::until.eq(until))).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(shelter::table)
        .values((shelter::face_id.eq(permit.actor()), shelter::group_id.eq(group), shelter::until.eq(until)))
        .exec(tx)
        .map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, permit: &Permit) -> Result<(), Error> {
    delete(shelter::table.filter(shelter::face_id.eq(permit.actor()))).exec(tx).map(drop)
}

/// Which of these are in a small circle now: nobody asks anything of them.
///
/// # Errors
/// A fault of the database.
pub fn of_these(db: &mut Db, faces: &[FaceId], now: Moment) -> Result<BTreeSet<FaceId>, Error> {
    let rows: Vec<FaceId> = shelter::table
        .inner_join(group_::table)
        .filter(holds())
        .filter(shelter::face_id.eq_any(faces.to_vec()))
        .filter(shelter::until.gt(now))
        .select(shelter::face_id)
        .rows(db)?;
    Ok(rows.into_iter().collect())
}

/// What somebody said in a group under their own name since a day, and has not taken back: threads, then answers, the
/// newest first, at most fifty of each.
///
/// # Errors
/// A fault of the database.
pub(super) fn said(db: &mut Db, me: FaceId, (group, since): (GroupId, Day)) -> Result<Vec<Line>, Error> {
    let threads: Vec<(PublicId, String, Day)> = thread::table
        .filter(thread::author_face.eq(me))
        .filter(thread::group_id.eq(group))
        .filter(thread::said_on.ge(since))
        .filter(thread::taken_back_at.is_null())
        .filter(thread::removed_at.is_null())
        .order(thread::id.desc())
        .limit(LOOKS_BACK)
        .select((thread::public_id, thread::title, thread::said_on))
        .rows(db)?;
    let replies: Vec<(PublicId, String, Day)> = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(me))
        .filter(thread::group_id.eq(group))
        .filter(reply::said_on.ge(since))
        .filter(reply::taken_back_at.is_null())
        .filter(reply::removed_at.is_null())
        .order(reply::id.desc())
        .limit(LOOKS_BACK)
        .select((reply::public_id, reply::body, reply::said_on))
        .rows(db)?;
    let threads =
        threads.into_iter().map(|(id, title, on)| Line { at: format!("/p/{id}"), words: title, on });
    let replies = replies.into_iter().map(|(id, body, on)| {
        let words = text::excerpt(&body, EXCERPT);
        Line { at: format!("/r/{id}"), words, on }
    });
    Ok(threads.chain(replies).collect())
}

/// Whoever is in the group no more is in no small circle of it.
///
/// # Errors
/// A fault of the database.
pub fn leave(tx: &mut Tx<'_>, (group, face): (GroupId, FaceId)) -> Result<(), Error> {
    delete(shelter::table.filter(shelter::face_id.eq(face)).filter(shelter::group_id.eq(group)))
        .exec(tx)
        .map(drop)
}

/// Those that nobody looked back on go.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = tx.now().plus_s(-WAITS_S);
    delete(shelter::table.filter(shelter::until.lt(before))).exec(tx).map(drop)
}

/// Erases that of somebody who is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    delete(shelter::table.filter(shelter::face_id.eq(gone))).exec(tx).map(drop)
}
