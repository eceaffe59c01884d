//! What happens by itself: nobody came, a day has passed, somebody is gone, paused or kept apart; and what is counted.

use super::commands::{empties, settle};
use super::rules;
use super::store::{self, lamps};
use super::{Ask, Outcome, clock, load, reach, told};
use crate::db::{Tx, Wake};
use crate::events::support::Event;
use crate::identity::accounts;
use crate::kernel::{AskId, Day, Error, FaceId, Fault};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// What open pages of a listener wait for, by their face.
pub const LAMP: &str = "lamp";
/// How often what is over goes, in seconds.
pub const SWEEP_S: i64 = 900;
/// Days for which numbers are kept.
const COUNTED_DAYS: i64 = 365;

/// Whom an ask is to be told to now, each once in a round; open pages of theirs hear of it at once.
///
/// # Errors
/// A fault of the database.
pub fn ring(tx: &mut Tx<'_>, id: AskId) -> Result<Vec<FaceId>, Error> {
    let now = tx.now();
    let reached = reach::to_ring(tx, id, now)?;
    let faces = told::tell(tx, id, reached)?;
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
        tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })?;
    }
    for id in store::called_before(tx, now.plus_s(-rules::CALLS_S))? {
        clock::end_call(tx, id)?;
    }
    store::sweep(tx, now)?;
    lamps::sweep(tx, now)?;
    load::end(tx, ring)?;
    load::prune(tx, now.day().plus(-COUNTED_DAYS).week())?;
    lamps::prune(tx, &month(now.day().plus(-COUNTED_DAYS)))
}

/// Erases everything of somebody who is gone; where they listened, others are asked. Open pages of their rooms hear of it.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let (permit, now) = (by_itself()?, tx.now());
    if let Some(own) = store::own_live(tx, face, now)? {
        clock::unwind(tx, &own)?;
        tx.emit(Event::RoomChanged { ask: own.id, by: FaceId(0) })?;
    }
    for id in store::erase(tx, face)? {
        if let Some(ask) = store::by_id(tx, id)? {
            empties(tx, &permit, &ask)?;
            tx.emit(Event::RoomChanged { ask: id, by: FaceId(0) })?;
        }
    }
    // Whoever was with them is free for others.
    told::look(tx)?;
    store::usual::erase(tx, face)?;
    lamps::erase(tx, face)
}

/// Somebody's standing here changed: whose account is not open is in no room any more, and what they asked ends.
///
/// # Errors
/// A fault of the database.
pub fn stand_down(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    if !accounts::open_among(tx, &[face])?.is_empty() {
        return Ok(());
    }
    let (permit, now) = (by_itself()?, tx.now());
    if let Some(own) = store::own_live(tx, face, now)? {
        let phase = rules::expired(own.phase, own.round)?;
        settle(tx, &permit, &own, phase)?;
        tx.emit(Event::RoomChanged { ask: own.id, by: FaceId(0) })?;
    }
    leave_all(tx, face)
}

/// Somebody was paused in a group: as long as they are, they listen to nobody.
///
/// # Errors
/// A fault of the database.
pub fn paused(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    if lamps::paused(tx, &[face])?.is_empty() { Ok(()) } else { leave_all(tx, face) }
}

/// They leave every room in which they listen; where they were the only one, others are asked.
fn leave_all(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let permit = by_itself()?;
    for id in store::sat_in(tx, face)? {
        let Some(ask) = store::by_id(tx, id)? else { continue };
        store::unseat(tx, &permit, id, (face, false))?;
        empties(tx, &permit, &ask)?;
        tx.emit(Event::RoomChanged { ask: id, by: FaceId(0) })?;
    }
    Ok(())
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
pub(super) fn by_itself() -> Result<Permit, Error> {
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
