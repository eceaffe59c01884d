//! What time does to an ask: it goes further; whoever came and says nothing keeps nobody else away; and another listener who was asked
//! for is waited for, further and further, and then no more.

use serde::{Deserialize, Serialize};

use super::commands::free;
use super::listen::by_itself;
use super::{Ask, Phase, rules, store, told};
use crate::db::Tx;
use crate::events::support::Event;
use crate::jobs::{self, Job, Task};
use crate::kernel::{AskId, Error, FaceId};
use crate::policy::Permit;

/// The job by which an ask goes further.
pub const WIDEN: &str = "widen-ask";

/// What is waited for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum For {
    /// That anybody comes.
    #[default]
    Anybody,
    /// That whoever came says something.
    Word,
    /// That another one comes, too.
    Another,
}

impl For {
    const ALL: [Self; 3] = [Self::Anybody, Self::Word, Self::Another];

    /// Seconds after which something happens.
    const fn steps(self) -> &'static [i64] {
        match self {
            Self::Anybody | Self::Another => &rules::WIDENS_S,
            Self::Word => &[rules::SILENT_S],
        }
    }

    /// What a step is called off by.
    fn dedup(self, ask: &Ask, step: usize) -> String {
        let (id, round) = (ask.id, ask.round);
        match self {
            Self::Anybody => format!("ask:{id}:{round}:{step}"),
            Self::Word => format!("ask:{id}:{round}:word:{step}"),
            Self::Another => format!("ask:{id}:{round}:another:{step}"),
        }
    }
}

/// What such a job holds: which ask, which round of it, which step, and of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Widening {
    ask: AskId,
    round: i64,
    step: usize,
    #[serde(default)]
    waits: For,
    /// The last line of before: who said it may sleep now.
    #[serde(default)]
    since: i64,
}

/// Winds a clock of this round, from the beginning.
pub(super) fn wind(tx: &mut Tx<'_>, ask: &Ask, waits: For) -> Result<(), Error> {
    stop(tx, ask, waits)?;
    let is_first = waits == For::Word && ask.phase == Phase::Open;
    let since = if is_first { store::last_number(tx, ask.id)? } else { 0 };
    for (step, after_s) in waits.steps().iter().enumerate() {
        let widening = Widening { ask: ask.id, round: ask.round, step, waits, since };
        let payload = serde_json::to_string(&widening).map_err(Error::other)?;
        let dedup = Some(waits.dedup(ask, step));
        jobs::add(tx, &Task { payload, after_s: *after_s, dedup, ..Task::new(WIDEN) })?;
    }
    Ok(())
}

/// Stops a clock of this round.
pub(super) fn stop(tx: &mut Tx<'_>, ask: &Ask, waits: For) -> Result<(), Error> {
    if waits != For::Word {
        told::forget(tx, ask)?;
    }
    (0..waits.steps().len()).try_for_each(|step| jobs::call_off(tx, &waits.dedup(ask, step)))
}

/// Stops every clock of this round.
pub(super) fn unwind(tx: &mut Tx<'_>, ask: &Ask) -> Result<(), Error> {
    For::ALL.into_iter().try_for_each(|waits| stop(tx, ask, waits))
}

/// Asks for another listener, and waits for one for as long as for the first.
pub(super) fn call(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask) -> Result<(), Error> {
    store::set_calling(tx, permit, ask.id, true)?;
    wind(tx, ask, For::Another)?;
    tx.emit(Event::AskRung { ask: ask.id })
}

/// Nobody else came: nobody is waited for any more, and those in the room read so.
pub(super) fn end_call(tx: &mut Tx<'_>, id: AskId) -> Result<(), Error> {
    let permit = by_itself()?;
    if let Some(ask) = store::by_id(tx, id)? {
        told::forget(tx, &ask)?;
    }
    store::set_calling(tx, &permit, id, false)?;
    tx.emit(Event::RoomChanged { ask: id, by: FaceId(0) })
}

/// A step is due.
///
/// # Errors
/// A fault of the database.
pub fn widen_due(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let Widening { ask, round, step, waits, since } =
        serde_json::from_str(&job.payload).map_err(Error::other)?;
    let Some(ask) = store::by_id(tx, ask)?.filter(|ask| ask.phase.is_live() && ask.round == round) else {
        return Ok(());
    };
    let Some(after_s) = waits.steps().get(step).copied() else { return Ok(()) };
    let is_last = step + 1 == waits.steps().len();
    match waits {
        For::Anybody if ask.phase == Phase::Open => goes_further(tx, &ask, after_s, is_last),
        For::Another if ask.is_calling && is_last => end_call(tx, ask.id),
        For::Another if ask.is_calling => goes_further(tx, &ask, after_s, false),
        For::Word if matches!(ask.phase, Phase::Claimed | Phase::Talking) => says_nothing(tx, &ask, since),
        For::Anybody | For::Another | For::Word => Ok(()),
    }
}

/// It goes further, as was agreed to; at the last step whoever is in reach is asked once more. Open pages of it tell the truth: how many are
/// asked now, and that nobody came yet.
fn goes_further(tx: &mut Tx<'_>, ask: &Ask, after_s: i64, is_last: bool) -> Result<(), Error> {
    let is_wider = reaches_as_after(tx, &by_itself()?, ask, after_s)?;
    if is_last {
        told::forget(tx, ask)?;
    }
    tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })?;
    if is_wider || is_last { tx.emit(Event::AskRung { ask: ask.id }) } else { Ok(()) }
}

/// Whoever came may have fallen asleep: others are asked, too, and whoever asked reads so.
fn says_nothing(tx: &mut Tx<'_>, ask: &Ask, since: i64) -> Result<(), Error> {
    let seats = store::seats(tx, ask.id)?;
    let there: Vec<FaceId> = seats.iter().filter(|seat| seat.seat.is_some()).map(|seat| seat.face).collect();
    if there.is_empty() || store::has_spoken(tx, ask.id, &there, since)? {
        return Ok(());
    }
    let permit = by_itself()?;
    store::set_silent(tx, &permit, ask.id, true)?;
    let is_wider = reaches_as_after(tx, &permit, ask, rules::SILENT_S)?;
    if free(&seats).is_some() {
        if !ask.is_just_called(tx.now()) {
            call(tx, &permit, ask)?;
        } else if is_wider {
            tx.emit(Event::AskRung { ask: ask.id })?;
        }
    }
    tx.emit(Event::RoomChanged { ask: ask.id, by: FaceId(0) })
}

/// It goes as far as after so many seconds, by what was agreed to. Returns whether that is further.
fn reaches_as_after(tx: &mut Tx<'_>, permit: &Permit, ask: &Ask, after_s: i64) -> Result<bool, Error> {
    let circle = rules::circle_after(after_s, ask.consent).max(ask.circle);
    if circle == ask.circle {
        return Ok(false);
    }
    store::set_circle(tx, permit, ask.id, (ask.consent, circle))?;
    Ok(true)
}
