//! Whether something decided here keeps words out of sight, whatever becomes of what others decided.

use diesel::dsl::{exists, select};
use diesel::prelude::*;

use crate::db::schema::act;
use crate::db::{Db, Run, when};
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};
use crate::safety::actions::{State, Verb};

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
