//! Who was told of an ask in this round, so that nobody is rung twice for it, and everybody once who can come only now: whose lamp lights
//! while somebody waits, by hand or by its hours, and who is free again.

use std::collections::BTreeSet;

use super::store;
use super::{Ask, reach, rules};
use crate::db::Tx;
use crate::events::support::Event;
use crate::jobs::{self, Job, Task};
use crate::kernel::{AskId, Error, FaceId};

/// The job by which it is looked who can come now. It holds who was told, too, for as long as anybody is waited for.
pub const LOOK: &str = "look-who-can-come";
/// How often, in seconds, while anybody waits: hours begin, and rests end, at such a step of every clock.
const LOOKS_S: i64 = 300;

/// What they are kept by.
fn dedup(ask: &Ask) -> String {
    format!("ask:{}:{}:told", ask.id, ask.round)
}

/// Those of whom an ask reaches who were not told of this round; from now on they were.
pub(super) fn tell(tx: &mut Tx<'_>, id: AskId, reached: Vec<FaceId>) -> Result<Vec<FaceId>, Error> {
    let Some(ask) = store::by_id(tx, id)?.filter(Ask::is_waiting) else { return Ok(reached) };
    let mut told = find(tx, &ask)?.unwrap_or_default();
    let fresh: Vec<FaceId> = reached.into_iter().filter(|face| told.insert(*face)).collect();
    forget(tx, &ask)?;
    let payload = serde_json::to_string(&told).map_err(Error::other)?;
    let (after_s, dedup) = (rules::WAITS_S, Some(dedup(&ask)));
    jobs::add(tx, &Task { payload, dedup, after_s, ..Task::new(LOOK) })?;
    look_later(tx)?;
    Ok(fresh)
}

/// Nobody was told: everybody in reach is told with the next ring.
pub(super) fn forget(tx: &mut Tx<'_>, ask: &Ask) -> Result<(), Error> {
    jobs::call_off(tx, &dedup(ask))
}

/// Who was told; none: it is about to ring for everybody in reach.
fn find(tx: &mut Tx<'_>, ask: &Ask) -> Result<Option<BTreeSet<FaceId>>, Error> {
    let payload = jobs::held(tx, &dedup(ask))?;
    payload.map(|payload| serde_json::from_str(&payload).map_err(Error::other)).transpose()
}

/// Somebody may be able to come who could not before: where anybody waits, it is looked at once.
pub(super) fn look(tx: &mut Tx<'_>) -> Result<(), Error> {
    let now = tx.now();
    if store::waiting(tx, now)?.is_empty() { Ok(()) } else { jobs::add(tx, &Task::new(LOOK)) }
}

/// It is looked: whoever can come now and was not told of this round is rung, and the page of whoever asked counts them.
///
/// # Errors
/// A fault of the database.
pub fn look_due(tx: &mut Tx<'_>, _job: &Job) -> Result<(), Error> {
    let now = tx.now();
    let waiting = store::waiting(tx, now)?;
    for ask in &waiting {
        let Some(told) = find(tx, ask)? else { continue };
        if reach::to_ring(tx, ask.id, now)?.iter().any(|face| !told.contains(face)) {
            tx.emit(Event::AskRung { ask: ask.id })?;
            tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })?;
        }
    }
    if waiting.is_empty() { Ok(()) } else { look_later(tx) }
}

/// It is looked anew at the next step of the clock.
fn look_later(tx: &mut Tx<'_>) -> Result<(), Error> {
    let now_s = tx.now().0.div_euclid(1_000);
    let after_s = LOOKS_S - now_s.rem_euclid(LOOKS_S);
    let dedup = Some(format!("{LOOK}:{}", now_s + after_s));
    jobs::add(tx, &Task { dedup, after_s, ..Task::new(LOOK) })
}
