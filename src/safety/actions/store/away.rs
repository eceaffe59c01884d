//! What something decided here keeps out of sight, whatever becomes of what others decided.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::update;

use crate::db::schema::{act, far_face};
use crate::db::{Db, Run, Tx, cols, when};
use crate::kernel::{Error, FaceId, ReplyId, ThreadId};
use crate::policy::Permit;
use crate::safety::actions::listed::Named;
use crate::safety::actions::{Act, ActId, State, Verb};

/// Threads that one statement names.
const AT_ONCE: usize = 500;

/// A thread, or a reply in it.
type Of = (ThreadId, Option<ReplyId>);

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
