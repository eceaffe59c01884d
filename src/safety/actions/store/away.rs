//! Whether something decided here keeps words out of sight, whatever becomes of what others decided.

use diesel::dsl::{exists, select};
use diesel::prelude::*;
use diesel::update;

use crate::db::schema::{act, far_face};
use crate::db::{Db, Run, Tx, cols, when};
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};
use crate::policy::Permit;
use crate::safety::actions::{Act, ActId, State, Verb};

/// What else was decided and holds that may keep the same words out of sight, the first first; and whether it is newer. What is
/// forgotten by now holds nothing.
pub(in crate::safety::actions) fn others_away(db: &mut Db, of: &Act) -> Result<Vec<(bool, Act)>, Error> {
    let domain = of.domain().filter(|_| of.face_id.is_none()).map(str::to_owned);
    let thread = of.thread_id.filter(|_| of.face_id.is_none());
    if of.face_id.is_none() && domain.is_none() && thread.is_none() {
        return Ok(Vec::new());
    }
    let there = |domain: String| {
        let faces = far_face::table.filter(far_face::domain.eq(domain)).select(far_face::face_id);
        act::face_id.assume_not_null().eq_any(faces)
    };
    // Of a whole community: whose words those are is said by the list of them alone.
    let of_face = |face: FaceId| act::face_id.assume_not_null().eq(face).or(act::verb.eq(Verb::RemoveThere));
    let number: i64 = act::table.find(of.id).select(act::number).row(db)?;
    let all: Vec<(i64, Act)> = act::table
        .filter(act::state.eq(State::Done))
        .filter(act::verb.eq_any([Verb::Remove, Verb::RemoveAll, Verb::RemoveAllHere, Verb::RemoveThere]))
        .filter(act::subject.ne(""))
        .filter(when(of.face_id, of_face))
        .filter(when(domain, there))
        .filter(when(thread, |thread| act::thread_id.eq(thread)))
        .order(act::number)
        .select((act::number, cols::<Act>()))
        .rows(db)?;
    let others = all.into_iter().filter(|(_, other)| other.id != of.id);
    Ok(others.map(|(at, other)| (at > number, other)).collect())
}

/// What a decision is to bring back, from now on, when it is taken back itself.
pub(in crate::safety::actions) fn set_was(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ActId,
    was: &str,
) -> Result<(), Error> {
    update(act::table.find(id)).set(act::was.eq(was)).exec(tx).map(drop)
}

/// Whether a decision that holds put these words out of sight, or all that this face said there.
///
/// # Errors
/// A fault of the database.
pub fn puts_away(
    db: &mut Db,
    (thread, reply): (ThreadId, Option<ReplyId>),
    (face, group): (FaceId, GroupId),
) -> Result<bool, Error> {
    let whole = reply.is_none().then_some(());
    let these = act::table
        .filter(act::state.eq(State::Done))
        .filter(act::verb.eq(Verb::Remove))
        .filter(act::thread_id.eq(thread))
        .filter(when(reply, |reply| act::reply_id.eq(reply)))
        .filter(when(whole, |()| act::reply_id.is_null()));
    if select(exists(these)).row(db)? {
        return Ok(true);
    }
    let here = act::verb.eq(Verb::RemoveAll).and(act::group_id.assume_not_null().eq(group));
    let all = act::table
        .filter(act::state.eq(State::Done))
        .filter(act::face_id.eq(face))
        .filter(act::verb.eq(Verb::RemoveAllHere).or(here));
    select(exists(all)).row(db)
}
