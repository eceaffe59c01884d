//! Reading and keeping what somebody chose: their own affair, no permit is needed beyond being a member.

use super::{Choices, store};
use crate::db::{Db, Tx};
use crate::http::Signed;
use crate::kernel::{Error, FaceId, Moment, Zone};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::recovery::{Own, checkins};
use crate::support::{nudges, oncall};

/// The sealed part is filled up to this, so that its length says nothing.
const FILLED_TO: usize = 512;

/// What a face chose. Nothing yet, or sealed by a key that is lost: all of it is told here, and nowhere else, and their night is the one
/// of the clock by which they are nudged or listen. An alias has chosen nothing, and cannot.
///
/// # Errors
/// A fault of the database.
pub fn of(db: &mut Db, keys: &Keyring, face: FaceId) -> Result<Choices, Error> {
    if let Some(chosen) = saved(db, keys, face)? {
        return Ok(chosen);
    }
    let zone = match nudges::zone(db, keys, face)? {
        None => oncall::zone(db, face)?,
        zone => zone,
    };
    Ok(Choices::by(zone.as_ref()))
}

/// The same for their own live session, which opens their check-ins and counters too: until they choose, the form and the answer to a
/// program begin with the clock of these. It is kept nowhere else for that.
///
/// # Errors
/// A fault of the database.
pub fn shown(db: &mut Db, signed: &Signed, keys: &Keyring, now: Moment) -> Result<Choices, Error> {
    if let Some(chosen) = saved(db, keys, signed.person.face)? {
        return Ok(chosen);
    }
    let zone = checkins::load(db, &Own::of(signed), now)?.zone;
    if zone.name() == Zone::utc().name() {
        return of(db, keys, signed.person.face);
    }
    Ok(Choices::by(Some(&zone)))
}

fn saved(db: &mut Db, keys: &Keyring, face: FaceId) -> Result<Option<Choices>, Error> {
    Ok(store::find(db, face)?.and_then(|sealed| keys.open_filled(face, &sealed)))
}

/// Keeps what a member chose.
///
/// # Errors
/// `sign-in-first`, `keys-lost`.
pub fn keep(tx: &mut Tx<'_>, viewer: &Viewer, keys: &Keyring, choices: &Choices) -> Result<(), Error> {
    put(tx, viewer.member()?.face, keys, choices)
}

/// Writes what a face chose, or what was chosen for it by what it did elsewhere.
///
/// # Errors
/// `keys-lost`.
pub fn put(tx: &mut Tx<'_>, face: FaceId, keys: &Keyring, choices: &Choices) -> Result<(), Error> {
    store::put(tx, face, &keys.seal_filled(face, choices, FILLED_TO)?)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, store::set_sealed)
}
