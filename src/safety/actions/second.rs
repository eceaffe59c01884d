//! What one person does not decide alone: hard steps towards somebody who may be in distress.

use super::model::New;
use super::{ActId, Decision, Refusal, State, store};
use crate::db::{Db, Tx};
use crate::kernel::{Day, Error};
use crate::policy::{self, Permit};
use crate::safety::reports::Concern;

/// Whether a hard step takes two here: somebody is worried about whoever it is about, in this or in anything else that
/// waits. What leads to a step does not change whom it meets.
pub(super) fn is_worried(db: &mut Db, concern: &Concern) -> Result<bool, Error> {
    if concern.is_distress() {
        return Ok(true);
    }
    let faces: Vec<_> = concern.face_id.into_iter().collect();
    Ok(!faces.is_empty() && !policy::in_distress(db, faces)?.is_empty())
}

/// The first of two puts it forward; the second, who is somebody else, lets it happen.
pub(super) fn is_first(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (concern, decision, until): (&Concern, &Decision, Option<Day>),
) -> Result<bool, Error> {
    match store::proposed(tx, concern.id, decision.verb)? {
        Some(first) if first.by_face == Some(permit.actor()) => Err(Refusal::SecondPerson.into()),
        Some(first) => {
            store::set_state(tx, permit, first.id, State::Undone)?;
            Ok(false)
        }
        None => {
            let (verb, words) = (decision.verb, decision.words.as_str());
            let id = ActId(tx.chance().id());
            let new = New { id, concern, with: None, verb, state: State::Proposed, words, was: "", until };
            store::insert(tx, permit, &new)?;
            tx.emit(concern.told())?;
            Ok(true)
        }
    }
}
