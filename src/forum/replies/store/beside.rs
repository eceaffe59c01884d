//! Whom somebody answered. It is asked for by themselves alone, counted when they look, and written down nowhere.

use diesel::prelude::*;

use crate::db::schema::{reply, thread};
use crate::db::{Db, Run};
use crate::forum::threads::Kind;
use crate::kernel::{Day, Error, FaceId, ReplyId};
use crate::policy::Viewer;

/// Answers that are looked at: more than anybody gives in a week.
const MOST: i64 = 500;

/// One answer of somebody's: to whom, in what sort of thread, on which day.
pub type Given = (FaceId, Kind, Day);

/// Those to whom somebody gave an answer under their own name since a day: the writers of threads, and of replies they answered
/// there. What was taken back does not count, and what an alias said is not theirs.
///
/// # Errors
/// A fault of the database.
pub fn beside(db: &mut Db, viewer: &Viewer, since: Day) -> Result<Vec<Given>, Error> {
    let me = viewer.member()?.face;
    let rows: Vec<(FaceId, Kind, Day, Option<ReplyId>)> = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(me))
        .filter(reply::said_on.ge(since))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .order(reply::id.desc())
        .limit(MOST)
        .select((thread::author_face, thread::kind, reply::said_on, reply::parent_id))
        .rows(db)?;
    let parents: Vec<ReplyId> = rows.iter().filter_map(|(.., parent)| *parent).collect();
    let answered: Vec<(ReplyId, FaceId)> =
        reply::table.filter(reply::id.eq_any(parents)).select((reply::id, reply::author_face)).rows(db)?;
    let given = rows.into_iter().map(|(writer, kind, on, parent)| {
        let answered = answered.iter().find(|(id, _)| Some(*id) == parent).map(|(_, face)| *face);
        (answered.unwrap_or(writer), kind, on)
    });
    Ok(given.filter(|(face, ..)| *face != me).collect())
}

/// Whether one answered the other since a day, both under their own names.
///
/// # Errors
/// A fault of the database.
pub fn has_answered(db: &mut Db, (one, other): (FaceId, FaceId), since: Day) -> Result<bool, Error> {
    let given = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(one))
        .filter(reply::said_on.ge(since))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null());
    let to_thread = given.filter(thread::author_face.eq(other)).filter(reply::parent_id.is_null());
    if to_thread.count().row::<i64>(db)? > 0 {
        return Ok(true);
    }
    let parents: Vec<Option<ReplyId>> =
        given.order(reply::id.desc()).limit(MOST).select(reply::parent_id).rows(db)?;
    let parents: Vec<ReplyId> = parents.into_iter().flatten().collect();
    let answered = reply::table.filter(reply::id.eq_any(parents)).filter(reply::author_face.eq(other));
    Ok(answered.count().row::<i64>(db)? > 0)
}
