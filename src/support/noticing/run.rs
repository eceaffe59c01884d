//! Counting days, once a day, for those who agreed; and saying it to whoever is to notice.

use crate::db::Tx;
use crate::events::support::Event;
use crate::forum::quiet;
use crate::identity::accounts;
use crate::identity::silences::{self, By, Pace, Silence};
use crate::jobs::{self, Job, Task};
use crate::kernel::{Day, Error};
use crate::keys::Keyring;
use crate::support::buddies;

/// The job that counts.
pub const COUNT: &str = "count-silence";
/// Seconds between its turns: one of them is the first of a day.
const TURN_S: i64 = 3_600;

/// A turn. All that is counted is sealed anew at once, so that two copies of the database do not tell who was here between
/// them.
///
/// # Errors
/// A fault of the database.
pub fn count(tx: &mut Tx<'_>, job: &Job, ring: &Keyring) -> Result<(), Error> {
    let today = tx.now().day();
    let (pace, counts) = Pace::of(&job.payload).turn(today);
    if counts && ring.is_here() {
        for silence in silences::agreed(tx)? {
            count_one(tx, ring, &silence, today)?;
        }
    }
    jobs::add(tx, &Task { payload: pace.payload(), ..Task::new(COUNT).single(TURN_S) })
}

fn count_one(tx: &mut Tx<'_>, ring: &Keyring, silence: &Silence, today: Day) -> Result<(), Error> {
    let (kept, side) = (silences::open(ring, silence), buddies::side(tx, silence.id)?);
    let Some((kept, side)) = kept.zip(side) else { return Ok(()) };
    let here = accounts::open_among(tx, &[side.face_id, side.with_face])?;
    let is_here = |face| here.iter().any(|(each, ..)| *each == face);
    // Whoever is kept from coming in is not quiet.
    let mut kept = if is_here(side.face_id) { kept.counted(today) } else { kept.heard() };
    let is_met = is_here(side.with_face) && !quiet::apart(tx, side.face_id)?.contains(&side.with_face);
    if kept.is_due() && is_met {
        kept.is_told = true;
        let by_looks = kept.by == By::Look;
        tx.emit(Event::BuddyQuiet { by: side.face_id, to: side.with_face, by_looks })?;
    }
    silences::write(tx, ring, silence.id, &kept)
}
