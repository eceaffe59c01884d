//! What one person does not decide alone: hard steps towards somebody who may be in distress.

use std::collections::HashSet;

use super::model::New;
use super::{ActId, Decision, Refusal, State, Verb, answers, store};
use crate::db::{Db, Tx};
use crate::kernel::{Day, Error};
use crate::policy::{self, Permit};
use crate::safety::reports::{Concern, ConcernId};

/// Between what sort of business a label names and which.
const APART: char = '\n';

/// Whether a hard step takes two here: somebody is worried about whoever it is about, in this or in anything else that
/// waits. What leads to a step does not change whom it meets.
pub(super) fn is_worried(db: &mut Db, concern: &Concern) -> Result<bool, Error> {
    if concern.is_distress() {
        return Ok(true);
    }
    let faces: Vec<_> = concern.face_id.into_iter().collect();
    Ok(!faces.is_empty() && !policy::in_distress(db, faces)?.is_empty())
}

/// The same of many, in one statement.
pub(super) fn worried(db: &mut Db, concerns: &[Concern]) -> Result<HashSet<ConcernId>, Error> {
    let faces = concerns.iter().filter_map(|concern| concern.face_id).collect();
    let worried = policy::in_distress(db, faces)?;
    let is_worried = |concern: &&Concern| {
        concern.is_distress() || concern.face_id.is_some_and(|face| worried.contains(&face))
    };
    Ok(concerns.iter().filter(is_worried).map(|concern| concern.id).collect())
}

/// The first of two puts it forward; the second, who is somebody else and means the same, lets it happen. What is put in
/// another way stands beside it as a proposal of its own; whoever put something and is gone, or looks after this no more, is
/// nobody's first.
pub(super) fn is_first(
    tx: &mut Tx<'_>,
    permit: &Permit,
    ((concern, kept), decision, until): ((&Concern, &Concern), &Decision, Option<Day>),
) -> Result<bool, Error> {
    let (today, mark, actor) = (tx.now().day(), mark(decision), Some(permit.actor()));
    let put = store::proposed(tx, concern.id, decision.verb)?;
    let mut is_second = false;
    for first in &put {
        let is_same = first.was == mark && lasts(until, today) == lasts(first.until_on, first.done_on);
        if first.by_face == actor && is_same {
            return Err(Refusal::SecondPerson.into());
        }
        is_second |= is_same && first.by_face != actor && answers::decides_on(tx, first)?;
    }
    // What somebody puts in place of their own, and what two agreed on, is no proposal any more.
    for first in put.iter().filter(|first| is_second || first.by_face == actor || first.by_face.is_none()) {
        store::set_state(tx, permit, first.id, State::Dropped)?;
    }
    if is_second {
        return Ok(false);
    }

    let (verb, words) = (decision.verb, decision.words.as_str());
    let id = ActId(tx.chance().id());
    let new = New { id, concern: kept, with: None, verb, state: State::Proposed, words, was: &mark, until };
    store::insert(tx, permit, &new)?;
    tx.emit(concern.told())?;
    Ok(true)
}

/// Days from when it was put to its end; none: it has no end.
fn lasts(until: Option<Day>, from: Day) -> Option<i64> {
    until.map(|until| until.0 - from.0)
}

/// What else two people are to mean alike: the label beside a name.
fn mark(decision: &Decision) -> String {
    let label = decision.label.as_ref().filter(|_| decision.verb == Verb::Label);
    label.map_or_else(String::new, |label| format!("{}{APART}{}", label.tie, label.with))
}

/// The two parts of that, as they were put.
pub(super) fn label_put(mark: &str) -> Option<(&str, &str)> {
    mark.split_once(APART)
}

#[test]
fn a_pause_is_as_long_as_it_was_put_whichever_day_it_begins() {
    assert_eq!(lasts(Some(Day(17)), Day(10)), lasts(Some(Day(19)), Day(12)));
    assert_ne!(lasts(Some(Day(17)), Day(10)), lasts(Some(Day(100)), Day(10)));
    assert_eq!(lasts(None, Day(10)), None);
}
