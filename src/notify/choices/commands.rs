//! Reading and keeping what somebody chose: their own affair, no permit is needed beyond being a member.

use super::{Choices, store};
use crate::db::{Db, Tx};
use crate::kernel::{Error, FaceId};
use crate::keys::Keyring;
use crate::policy::Viewer;

/// The sealed part is filled up to this, so that its length says nothing.
const FILLED_TO: usize = 512;

/// What a face chose. Nothing yet, or sealed by a key that is lost: all of it is told here, and nowhere else. An alias has
/// chosen nothing, and cannot.
///
/// # Errors
/// A fault of the database.
pub fn of(db: &mut Db, keys: &Keyring, face: FaceId) -> Result<Choices, Error> {
    let sealed = store::find(db, face)?;
    let plain = sealed.and_then(|sealed| keys.unseal(face, &sealed).ok());
    Ok(plain.and_then(|plain| serde_json::from_slice(&plain).ok()).unwrap_or_default())
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
    let mut plain = serde_json::to_vec(choices).map_err(Error::other)?;
    plain.resize(plain.len().max(FILLED_TO), b' ');
    let sealed = keys.seal(face, &plain)?;
    store::put(tx, face, &sealed)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    let mut count = 0;
    for mark in ring.replaced()? {
        for (face, sealed) in store::sealed_by(tx, &mark, limit)? {
            if let Ok(plain) = ring.unseal(face, &sealed) {
                store::set_sealed(tx, face, &ring.seal(face, &plain)?)?;
                count += 1;
            }
        }
    }
    Ok(count)
}
