//! A listener's own lamp: lit for a while, put out, its hours, and not tonight.

use super::commands::refuse_unknown;
use super::store::{lamps as store, stood_by};
use super::{Circle, Duty, Lamp, Refusal, rules, told};
use crate::db::{Db, Tx};
use crate::events::support::Event;
use crate::kernel::{Error, FaceId, Moment, Zone};
use crate::policy::{self, Action, Permit, Viewer};

/// Hours of a day.
const HOURS: std::ops::Range<i64> = 0..24;

/// Lights it for so many minutes; whoever rested is back.
///
/// # Errors
/// `sign-in-first`, `lamp-too-new`, `lamp-paused`, `lamp-minutes`.
pub fn light(tx: &mut Tx<'_>, viewer: &Viewer, minutes: i64) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    refuse_unknown(tx, viewer)?;
    if !rules::MINUTES.contains(&minutes) {
        return Err(Refusal::Minutes.into());
    }
    let until = rules::out_at(tx.now(), minutes);
    write(tx, &permit, &Lamp { lit_until: Some(until), rests_until: None, ..lamp })
}

/// Puts it out. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn put_out(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    write(tx, &permit, &Lamp { lit_until: None, ..lamp })
}

/// Not tonight: nobody asks them for half a day, whatever hours they have. Nobody is told, and nothing is owed.
///
/// # Errors
/// `sign-in-first`.
pub fn rest(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    let until = rules::out_at(tx.now(), rules::RESTS_S / 60);
    write(tx, &permit, &Lamp { lit_until: None, rests_until: Some(until), ..lamp })
}

/// A break from all they do here: nobody asks them before then. Whoever never said anything of a lamp has none.
///
/// # Errors
/// `sign-in-first`.
pub fn away(tx: &mut Tx<'_>, viewer: &Viewer, until: Moment) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    if store::find(tx, lamp.face_id)?.is_none() {
        return Ok(());
    }
    write(tx, &permit, &Lamp { lit_until: None, rests_until: Some(until), ..lamp })
}

/// Back from it: they are asked in their hours again, and light their lamp themselves.
///
/// # Errors
/// `sign-in-first`.
pub fn back(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    if lamp.rests_until.is_none() {
        return Ok(());
    }
    write(tx, &permit, &Lamp { rests_until: None, ..lamp })
}

/// Says when somebody would like to be asked, by whom, and by how many at a time.
///
/// # Errors
/// `sign-in-first`, `lamp-too-new`, `lamp-paused`, `lamp-hours`.
pub fn hours(tx: &mut Tx<'_>, viewer: &Viewer, duty: &Duty) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    // Whoever may not listen may still say that nobody is to ask them.
    if !duty.days.is_empty() || duty.askable != Circle::Lamps {
        refuse_unknown(tx, viewer)?;
    }
    let (from_hour, to_hour) = duty.hours;
    let fits = HOURS.contains(&from_hour) && HOURS.contains(&to_hour);
    if !fits || !duty.days.is_empty() && from_hour == to_hour {
        return Err(Refusal::Hours.into());
    }
    let days: Vec<&str> = duty.days.iter().map(|day| day.code()).collect();
    let written = Lamp {
        most: duty.most.clamp(1, rules::SEATS),
        a_day: duty.a_day.map_or(lamp.a_day, |most| most.clamp(0, rules::A_DAY_MAX)),
        askable: duty.askable,
        days: days.join(" "),
        from_hour,
        to_hour,
        zone: duty.zone.name().to_owned(),
        ..lamp
    };
    write(tx, &permit, &written)
}

/// What somebody chooses for themself after they listened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    /// Whether nobody is to ask them tonight.
    pub rests: bool,
    /// Whether they would like to be asked tomorrow how they are.
    pub looks_back: bool,
}

/// Keeps what somebody chooses after they listened. How it was for them is asked, and written nowhere.
///
/// # Errors
/// `sign-in-first`; `after-nobody` if they came to nobody within a day.
pub fn look_after_oneself(tx: &mut Tx<'_>, viewer: &Viewer, after: After) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    let now = tx.now();
    if stood_by(tx, permit.actor(), now)? == 0 {
        return Err(Refusal::Nobody.into());
    }
    let looks_back_on = after.looks_back.then(|| lamp.clock().day(now).plus(1));
    write(tx, &permit, &Lamp { looks_back_on, ..lamp })?;
    if after.rests { rest(tx, viewer) } else { Ok(()) }
}

/// Looked back: nothing more is asked. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn looked_back(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (permit, lamp) = load(tx, viewer)?;
    if lamp.looks_back_on.is_none() {
        return Ok(());
    }
    write(tx, &permit, &Lamp { looks_back_on: None, ..lamp })
}

/// Where the clock of somebody stands who said when they may be asked; none: they never did.
///
/// # Errors
/// A fault of the database.
pub fn zone(db: &mut Db, face: FaceId) -> Result<Option<Zone>, Error> {
    let said = store::find(db, face)?.filter(|lamp| lamp.zone != Zone::utc().name());
    Ok(said.map(|lamp| lamp.clock()))
}

/// Whether somebody's lamp is lit now, by hand or by their hours: then they are up.
///
/// # Errors
/// A fault of the database.
pub fn has_lit(tx: &mut Tx<'_>, face: FaceId) -> Result<bool, Error> {
    let now = tx.now();
    Ok(store::find(tx, face)?.is_some_and(|lamp| rules::is_lit(&lamp, now)))
}

fn load(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(Permit, Lamp), Error> {
    let face = viewer.member()?.face;
    let permit = policy::may_in_community(viewer, Action::Listen)?;
    Ok((permit, store::own(tx, face)?))
}

fn write(tx: &mut Tx<'_>, permit: &Permit, lamp: &Lamp) -> Result<(), Error> {
    store::put(tx, permit, lamp)?;
    told::look(tx)?;
    tx.emit(Event::LampChanged { face: permit.actor() })
}
