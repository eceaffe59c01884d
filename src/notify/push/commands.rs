//! Turning devices on and off, and putting on its way what they are to be told.

use super::{DeviceId, Ears, RINGS, Refusal, Ringing, rules, store};
use crate::db::{Db, Tx, Wake};
use crate::http::Signed;
use crate::identity::sessions;
use crate::kernel::{Error, FaceId, Moment};
use crate::keys::Keyring;
use crate::notify::choices::{Choices, Sort};
use crate::notify::letters::JITTER_MS;

/// Turns the device of this session on. Doing so again replaces how it is reached.
///
/// # Errors
/// `push-shared`, `keys-lost`; absent if the session is over.
pub fn turn_on(tx: &mut Tx<'_>, signed: &Signed, keys: &Keyring, ears: &Ears) -> Result<DeviceId, Error> {
    let now = tx.now();
    let own = sessions::devices(tx, &signed.holder, now)?;
    let here = own.into_iter().find(|device| device.id == signed.session).ok_or(Error::Absent)?;

    if here.is_shared {
        return Err(Refusal::Shared.into());
    }
    store::put(tx, keys, signed.person.face, (here.id, here.expires), ears)
}

/// Another address of the device of this session, which is told already: its browser moved it. What is on its way to it goes on.
///
/// # Errors
/// Absent, if it is told of nothing; `keys-lost`.
pub fn move_to(tx: &mut Tx<'_>, signed: &Signed, keys: &Keyring, ears: &Ears) -> Result<(), Error> {
    let today = tx.now().day();
    let own = store::of(tx, signed.person.face, today)?;
    let here = own.into_iter().find(|(_, session)| *session == signed.session);
    let (id, _) = here.ok_or(Error::Absent)?;

    store::put_ears(tx, keys, id, ears)
}

/// Turns one of a member's own devices off.
///
/// # Errors
/// Absent, if they have no such device.
pub fn turn_off(tx: &mut Tx<'_>, signed: &Signed, id: DeviceId) -> Result<(), Error> {
    if store::remove(tx, signed.person.face, id)? { Ok(()) } else { Err(Error::Absent) }
}

/// The devices on which a member is told, as they call them.
///
/// # Errors
/// A fault of the database.
pub fn devices(db: &mut Db, signed: &Signed, now: Moment) -> Result<Vec<Ringing>, Error> {
    let named = sessions::devices(db, &signed.holder, now)?;
    let own = store::of(db, signed.person.face, now.day())?;
    let shown = own.into_iter().map(|(id, session)| {
        let label = named.iter().find(|device| device.id == session).map(|device| device.label.clone());
        Ringing { id, label: label.unwrap_or_default(), is_this: session == signed.session }
    });
    Ok(shown.collect())
}

/// Puts a sort of news on its way to every device of a face that is to be told of it there. An alias has no devices.
///
/// # Errors
/// A fault of the database.
pub fn ring(tx: &mut Tx<'_>, face: FaceId, sort: Sort, chosen: &Choices) -> Result<(), Error> {
    let now = tx.now();
    let devices = store::of(tx, face, now.day())?;
    if devices.is_empty() || !store::is_open(tx, face, now.day())? {
        return Ok(());
    }
    for (device, _) in devices {
        let jitter = i64::try_from(tx.chance().stream("push", face.0).below(JITTER_MS)).unwrap_or(0);
        if let Some(plan) = rules::plan(chosen, sort, now, jitter) {
            store::put_letter(tx, device, sort, plan)?;
        }
    }
    tx.wake(Wake { subject: (RINGS, 0), by: FaceId(0) });
    Ok(())
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    let devices = ring.reseal(tx, limit, store::sealed_by, store::set_sealed)?;
    let key =
        ring.reseal(tx, limit, store::key_sealed_by, |tx, _, sealed| store::set_key_sealed(tx, sealed))?;
    Ok(devices + key)
}
