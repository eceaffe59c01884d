//! Keeping what was agreed, and hearing of somebody.

use super::{By, Kept, Silence, open, sealed, store};
use crate::db::Tx;
use crate::kernel::{BuddyId, Error, FaceId};
use crate::keys::Keyring;
use crate::policy::Permit;

/// Keeps what somebody asks to be noticed; it begins with the other's yes.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn keep(
    tx: &mut Tx<'_>,
    permit: &Permit,
    ring: &Keyring,
    (id, kept): (BuddyId, &Kept),
) -> Result<(), Error> {
    let hidden = sealed::seal(ring, id, kept)?;
    store::put(tx, permit, id, &hidden)
}

/// The other's yes, or that they take it back: what is counted begins anew, or is forgotten.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn agree(
    tx: &mut Tx<'_>,
    permit: &Permit,
    ring: &Keyring,
    (silence, is_agreed): (&Silence, bool),
) -> Result<(), Error> {
    let Some(kept) = open(ring, silence) else { return Err(Error::Absent) };
    let hidden = sealed::seal(ring, silence.id, &kept.heard())?;
    store::set_agreed(tx, permit, (silence.id, is_agreed), &hidden)
}

/// Writes how a silence stands.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn write(tx: &mut Tx<'_>, ring: &Keyring, id: BuddyId, kept: &Kept) -> Result<(), Error> {
    let hidden = sealed::seal(ring, id, kept)?;
    store::set_sealed(tx, id, &hidden)
}

/// Somebody was heard from. Where nothing is counted of them, nothing is written.
///
/// # Errors
/// A fault of the database.
pub fn heard(tx: &mut Tx<'_>, ring: &Keyring, face: FaceId, by: By) -> Result<(), Error> {
    for silence in store::agreed_of(tx, face)? {
        let Some(kept) = open(ring, &silence) else { continue };
        if kept.hears(by) && kept != kept.heard() {
            write(tx, ring, silence.id, &kept.heard())?;
        }
    }
    Ok(())
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, store::set_sealed)
}
