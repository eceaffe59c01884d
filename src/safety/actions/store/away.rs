//! What something decided here keeps out of sight, whatever becomes of what others decided.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::db::schema::act;
use crate::db::{Db, Run};
use crate::kernel::{Error, FaceId, ReplyId, ThreadId};
use crate::safety::actions::listed::Named;
use crate::safety::actions::{State, Verb};

/// Threads that one statement names.
const AT_ONCE: usize = 500;

/// A thread, or a reply in it.
type Of = (ThreadId, Option<ReplyId>);

/// Which of these words of a face a decision that holds put out of sight: by themselves, or with all that was there of its writer
/// then. What was said since is no part of that.
///
/// # Errors
/// A fault of the database.
pub fn put_away(db: &mut Db, words: &[Of], face: FaceId) -> Result<HashSet<Of>, Error> {
    let mut alone: HashSet<Of> = HashSet::new();
    for some in words.chunks(AT_ONCE) {
        let threads: Vec<Option<ThreadId>> = some.iter().map(|(thread, _)| Some(*thread)).collect();
        let these: Vec<Of> = act::table
            .filter(act::state.eq(State::Done))
            .filter(act::verb.eq(Verb::Remove))
            .filter(act::thread_id.eq_any(threads))
            .select((act::thread_id.assume_not_null(), act::reply_id))
            .rows(db)?;
        alone.extend(these);
    }
    let all = act::face_id
        .assume_not_null()
        .eq(face)
        .and(act::verb.eq_any([Verb::RemoveAll, Verb::RemoveAllHere]))
        .or(act::verb.eq(Verb::RemoveThere));
    let lists: Vec<String> =
        act::table.filter(act::state.eq(State::Done)).filter(all).select(act::was).rows(db)?;
    let named = Named::of(&lists);
    Ok(words.iter().copied().filter(|of| alone.contains(of) || named.has(*of)).collect())
}
