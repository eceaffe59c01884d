//! What goes of decisions with time, and what stays because it holds still, or was answered.

use std::collections::HashSet;

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::{delete, update};

use crate::db::schema::{account, act, alias, kept_away, membership};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId};
use crate::safety::actions::{ActId, State, Verb};

/// Rows that one statement names.
const AT_ONCE: usize = 500;

/// A part of a decision, and the part that it goes with.
type Part = (ActId, Option<ActId>);

/// Forgets whom old decisions met, who made them and every word of them. What was decided when is left, to be counted. What
/// holds until somebody ends it is kept whole as long as it does: whom it met reads and answers it, and somebody can let them
/// back. What was answered is kept as long after the reply, or after the answer while that waits.
///
/// # Errors
/// A fault of the database.
pub fn blank(tx: &mut Tx<'_>, before: Day) -> Result<usize, Error> {
    // Whoever made them may be gone before: what anybody wrote goes on its day all the same.
    let is_named = act::by_face
        .is_not_null()
        .or(act::face_id.is_not_null())
        .or(act::undone_by.is_not_null())
        .or(act::answered_by.is_not_null());
    let is_told = act::subject
        .ne("")
        .or(act::words.ne(""))
        .or(act::was.ne(""))
        .or(act::appeal.ne(""))
        .or(act::answer.ne(""));
    let old: Vec<Part> = act::table
        .filter(act::done_on.lt(before))
        .filter(is_named.or(is_told))
        .select((act::id, act::with_id))
        .rows(tx)?;
    let old = without(old, &kept(tx, before)?);
    for some in old.chunks(AT_ONCE) {
        update(act::table.filter(act::id.eq_any(some.to_vec())))
            .set((
                act::face_id.eq(None::<FaceId>),
                act::by_face.eq(None::<FaceId>),
                act::undone_by.eq(None::<FaceId>),
                act::answered_by.eq(None::<FaceId>),
                act::subject.eq(""),
                act::words.eq(""),
                act::was.eq(""),
                act::appeal.eq(""),
                act::answer.eq(""),
                act::asked.eq(""),
                act::more.eq(""),
            ))
            .exec(tx)?;
    }
    Ok(old.len())
}

/// Forgets decisions of before a day, some at a time; not what holds still.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, before: Day, most: i64) -> Result<usize, Error> {
    let old: Vec<Part> =
        act::table.filter(act::done_on.lt(before)).select((act::id, act::with_id)).rows(tx)?;
    let mut old = without(old, &kept(tx, before)?);
    old.truncate(usize::try_from(most).unwrap_or(AT_ONCE));
    for some in old.chunks(AT_ONCE) {
        delete(act::table.filter(act::id.eq_any(some.to_vec()))).exec(tx)?;
    }
    Ok(old.len())
}

/// Decisions of before a day that stay with all their parts, each by the part that the others go with.
fn kept(db: &mut Db, before: Day) -> Result<HashSet<ActId>, Error> {
    // Whoever is out is out where that stands: what was ended there in another way is kept no longer.
    let of_group = membership::table
        .filter(membership::group_id.nullable().eq(act::group_id))
        .filter(membership::face_id.nullable().eq(act::face_id))
        .filter(membership::state.eq("paused"));
    let of_alias =
        alias::table.filter(alias::face_id.nullable().eq(act::face_id)).filter(alias::state.eq("closed"));
    let of_account = account::table
        .filter(account::face_id.nullable().eq(act::face_id))
        .filter(account::state.eq("paused").or(account::state.eq("closed")));
    let of_far = kept_away::table.filter(kept_away::face_id.nullable().eq(act::face_id));
    let is_out = (act::verb.eq(Verb::Close).and(exists(of_group).or(exists(of_alias))))
        .or(act::verb.eq_any([Verb::PauseHere, Verb::CloseHere]).and(exists(of_account)))
        .or(act::verb.eq(Verb::CloseFar).and(exists(of_far)));
    let holds = act::state.eq(State::Done).and(act::until_on.is_null()).and(is_out);
    let waits = act::answered_on.is_null().and(act::appealed_on.is_not_null());
    let is_answered = act::answered_on.is_not_null().and(act::answered_on.assume_not_null().ge(before));
    let parts: Vec<Part> = act::table
        .filter(act::done_on.lt(before))
        .filter(holds.or(waits.and(act::appealed_on.assume_not_null().ge(before))).or(is_answered))
        .select((act::id, act::with_id))
        .rows(db)?;
    Ok(parts.into_iter().map(|(id, with)| with.unwrap_or(id)).collect())
}

/// Those that go with none of these.
fn without(all: Vec<Part>, kept: &HashSet<ActId>) -> Vec<ActId> {
    let goes = |(id, with): Part| Some(id).filter(|_| !kept.contains(&with.unwrap_or(id)));
    all.into_iter().filter_map(goes).collect()
}
