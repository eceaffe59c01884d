//! What of one sort stands in the same place: the newest of it holds there, and what was before it holds again once that is taken
//! back.

use diesel::prelude::*;

use crate::db::schema::act;
use crate::db::{Db, Run, cols, when};
use crate::kernel::{Day, Error};
use crate::safety::actions::{Act, State, Verb};

/// The first that was decided after it of its sort, and holds in the same place.
pub(in crate::safety::actions) fn above(db: &mut Db, of: &Act, today: Day) -> Result<Option<Act>, Error> {
    Ok(others(db, of, (today, true))?.into_iter().next())
}

/// What was decided last before it, if its end is still to come. What is forgotten by now holds nobody.
pub(in crate::safety::actions) fn beneath(db: &mut Db, of: &Act, today: Day) -> Result<Option<Act>, Error> {
    let last = others(db, of, (today, false))?.pop();
    // What was before the one before had given way to it, and does not come back with its end.
    Ok(last.filter(|act| !act.words.is_empty() && act.until_on.is_none_or(|until| until > today)))
}

/// The newer ones, or the older ones, the first first.
fn others(db: &mut Db, of: &Act, (today, is_newer): (Day, bool)) -> Result<Vec<Act>, Error> {
    let (thread, face, group) = match of.verb {
        _ if of.verb.is_there() => (None, None, None),
        Verb::Lock | Verb::SlowThread | Verb::Fold => (of.thread_id, None, None),
        Verb::MuteHere
        | Verb::PauseHere
        | Verb::CloseHere
        | Verb::PauseFar
        | Verb::CloseFar
        | Verb::Label => (None, of.face_id, None),
        _ => (None, of.face_id, of.group_id),
    };
    let there = of.domain().map(|_| of.subject.as_str());
    if of.verb.family().is_empty() || thread.is_none() && face.is_none() && there.is_none() {
        return Ok(Vec::new());
    }
    let number: i64 = act::table.find(of.id).select(act::number).row(db)?;
    let (after, before) = if is_newer { (Some(number), None) } else { (None, Some(number)) };
    // A reply is folded by itself, and so is what opened its thread.
    let (reply, opening) = match of.verb {
        Verb::Fold => (of.reply_id, of.reply_id.is_none().then_some(())),
        _ => (None, None),
    };
    act::table
        .filter(act::verb.eq_any(of.verb.family().to_vec()))
        .filter(act::state.eq(State::Done))
        .filter(when(after, |number| {
            act::number.gt(number).and(act::until_on.is_null().or(act::until_on.assume_not_null().gt(today)))
        }))
        .filter(when(before, |number| act::number.lt(number)))
        .filter(when(there, |subject| act::subject.eq(subject)))
        .filter(when(thread, |thread| act::thread_id.eq(thread)))
        .filter(when(reply, |reply| act::reply_id.eq(reply)))
        .filter(when(opening, |()| act::reply_id.is_null()))
        .filter(when(face, |face| act::face_id.eq(face)))
        .filter(when(group, |group| act::group_id.eq(group)))
        .order(act::number)
        .select(cols::<Act>())
        .rows(db)
}
