//! What of one sort stands in the same place: the newest of it holds there, and what was before it holds again once that is taken
//! back.

use diesel::prelude::*;

use crate::db::schema::act;
use crate::db::{Db, Run, cols, when};
use crate::kernel::{Day, Error};
use crate::safety::actions::{Act, State, Verb};

/// Whether something newer of its sort holds in the same place.
pub(in crate::safety::actions) fn is_overtaken(db: &mut Db, of: &Act, today: Day) -> Result<bool, Error> {
    Ok(another(db, of, (today, true))?.is_some())
}

/// What was decided last before it, if its end is still to come. What is forgotten by now holds nobody.
pub(in crate::safety::actions) fn beneath(db: &mut Db, of: &Act, today: Day) -> Result<Option<Act>, Error> {
    another(db, of, (today, false))
}

fn another(db: &mut Db, of: &Act, (today, is_newer): (Day, bool)) -> Result<Option<Act>, Error> {
    let (thread, face, group) = match of.verb {
        Verb::Lock | Verb::SlowThread => (of.thread_id, None, None),
        Verb::MuteHere | Verb::PauseHere | Verb::CloseHere | Verb::PauseFar | Verb::CloseFar => {
            (None, of.face_id, None)
        }
        _ => (None, of.face_id, of.group_id),
    };
    if of.verb.family().is_empty() || thread.is_none() && face.is_none() {
        return Ok(None);
    }
    let number: i64 = act::table.find(of.id).select(act::number).row(db)?;
    let (after, before) = if is_newer { (Some(number), None) } else { (None, Some(number)) };
    let found: Option<Act> = act::table
        .filter(act::verb.eq_any(of.verb.family().to_vec()))
        .filter(act::state.eq(State::Done))
        .filter(when(after, |number| {
            act::number.gt(number).and(act::until_on.is_null().or(act::until_on.assume_not_null().gt(today)))
        }))
        .filter(when(before, |number| act::number.lt(number)))
        .filter(when(thread, |thread| act::thread_id.eq(thread)))
        .filter(when(face, |face| act::face_id.eq(face)))
        .filter(when(group, |group| act::group_id.eq(group)))
        .order(act::number.desc())
        .limit(1)
        .select(cols::<Act>())
        .row_opt(db)?;
    // What was before the one before had given way to it, and does not come back with its end.
    let holds = |act: &Act| !act.words.is_empty() && act.until_on.is_none_or(|until| until > today);
    Ok(found.filter(|act| is_newer || holds(act)))
}
