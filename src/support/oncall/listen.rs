//! What happens by itself: an ask goes further, nobody came, a day has passed; and what is counted.

use serde::{Deserialize, Serialize};

use super::commands::{empties, settle};
use super::rules;
use super::store::{self, lamps};
use super::{Ask, Outcome, Phase, load, reach};
use crate::db::{Tx, Wake};
use crate::events::support::Event;
use crate::jobs::{self, Job, Task};
use crate::kernel::{AskId, Day, Error, FaceId, Fault};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// The job by which an ask goes further.
pub const WIDEN: &str = "widen-ask";
/// What open pages of a listener wait for, by their face.
pub const LAMP: &str = "lamp";
/// How often what is over goes, in seconds.
pub const SWEEP_S: i64 = 900;
/// Days for which numbers are kept.
const COUNTED_DAYS: i64 = 365;

/// What such a job holds: which ask, which round of it, which step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Widening {
    ask: AskId,
    round: i64,
    step: usize,
}

/// Winds the clock of a round.
pub(super) fn wind(tx: &mut Tx<'_>, ask: &Ask) -> Result<(), Error> {
    for (step, after_s) in rules::WIDENS_S.into_iter().enumerate() {
        let widening = Widening { ask: ask.id, round: ask.round, step };
        let payload = serde_json::to_string(&widening).map_err(Error::other)?;
        let task = Task { payload, after_s, dedup: Some(dedup(ask, step)), ..Task::new(WIDEN) };
        jobs::add(tx, &task)?;
    }
    Ok(())
}

/// Stops the clock of a round.
pub(super) fn unwind(tx: &mut Tx<'_>, ask: &Ask) -> Result<(), Error> {
    (0..rules::WIDENS_S.len()).try_for_each(|step| jobs::call_off(tx, &dedup(ask, step)))
}

fn dedup(ask: &Ask, step: usize) -> String {
    format!("ask:{}:{}:{step}", ask.id, ask.round)
}

/// An ask goes further, as was agreed to; at the last step whoever is in reach is asked once more.
///
/// # Errors
/// A fault of the database.
pub fn widen_due(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let Widening { ask, round, step } = serde_json::from_str(&job.payload).map_err(Error::other)?;
    let Some(ask) = store::by_id(tx, ask)?.filter(|ask| ask.phase == Phase::Open && ask.round == round)
    else {
        return Ok(());
    };
    let Some(after_s) = rules::WIDENS_S.get(step) else { return Ok(()) };
    let circle = rules::circle_after(*after_s, ask.consent).max(ask.circle);
    let is_last = step + 1 == rules::WIDENS_S.len();
    let permit = by_itself()?;
    if circle != ask.circle {
        store::set_circle(tx, &permit, ask.id, (ask.consent, circle))?;
    }
    // Open pages of it tell the truth: how many are asked now, and that nobody came yet.
    tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })?;
    if circle != ask.circle || is_last { tx.emit(Event::AskRung { ask: ask.id }) } else { Ok(()) }
}

/// Whom an ask is to be told to now; open pages of theirs hear of it at once.
///
/// # Errors
/// A fault of the database.
pub fn ring(tx: &mut Tx<'_>, id: AskId) -> Result<Vec<FaceId>, Error> {
    let now = tx.now();
    let faces = reach::to_ring(tx, id, now)?;
    for face in &faces {
        tx.wake(Wake { subject: (LAMP, face.0), by: FaceId(0) });
    }
    Ok(faces)
}

/// What is over goes: asks to which nobody came, rooms of yesterday, lamps that burned down, numbers of last year.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, ring: &Keyring) -> Result<(), Error> {
    let (now, permit) = (tx.now(), by_itself()?);
    for ask in store::unanswered(tx, now.plus_s(-rules::WAITS_S))? {
        let phase = rules::expired(ask.phase, ask.round)?;
        settle(tx, &permit, &ask, phase)?;
        if phase == Phase::Unanswered {
            count(tx, Outcome::Unanswered)?;
        }
        tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })?;
    }
    store::end_calls(tx, now.plus_s(-rules::CALLS_S))?;
    store::sweep(tx, now)?;
    lamps::sweep(tx, now)?;
    load::end(tx, ring)?;
    load::prune(tx, now.day().plus(-COUNTED_DAYS).week())?;
    lamps::prune(tx, &month(now.day().plus(-COUNTED_DAYS)))
}

/// Erases everything of somebody who is gone; where they listened, others are asked.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let permit = by_itself()?;
    for id in store::erase(tx, face)? {
        if let Some(ask) = store::by_id(tx, id)? {
            empties(tx, &permit, &ask)?;
        }
    }
    lamps::erase(tx, face)
}

/// Ends the rooms in which two sit who do not meet any more. In a room of one of them the other's seat is free again; in
/// somebody else's, whoever wanted it so leaves. Nobody is told.
///
/// # Errors
/// A fault of the database.
pub fn part(tx: &mut Tx<'_>, by: FaceId, from: FaceId) -> Result<(), Error> {
    let permit = by_itself()?;
    for id in store::shared(tx, by, from)? {
        let Some(ask) = store::by_id(tx, id)? else { continue };
        let goes = if ask.face_id == by { from } else { by };
        store::unseat(tx, &permit, id, (goes, true))?;
        empties(tx, &permit, &ask)?;
        tx.emit(Event::RoomChanged { ask: id, by })?;
    }
    Ok(())
}

/// What the house does by itself.
fn by_itself() -> Result<Permit, Error> {
    let standing = Standing { is_author: true, ..Standing::in_community(&Viewer::House) };
    policy::may(&Viewer::House, Action::SteerAsk, &standing)
}

/// Counts one for this hour.
pub(super) fn count(tx: &mut Tx<'_>, outcome: Outcome) -> Result<(), Error> {
    let now = tx.now();
    let hour = now.seconds_since(now.day().start()) / 3_600;
    lamps::count(tx, (&month(now.day()), hour), outcome).map_err(|error| match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    })
}

/// Counts how long it took until somebody came, the first time.
pub(super) fn count_claim(tx: &mut Tx<'_>, ask: &Ask) -> Result<(), Error> {
    if ask.round > 1 {
        return Ok(());
    }
    let [soon, _, ten] = rules::WIDENS_S;
    let outcome = match tx.now().seconds_since(ask.rung_at) {
        s if s <= soon => Outcome::Soon,
        s if s <= ten => Outcome::Ten,
        _ => Outcome::Later,
    };
    count(tx, outcome)
}

fn month(day: Day) -> String {
    day.iso().get(..7).unwrap_or_default().to_owned()
}
