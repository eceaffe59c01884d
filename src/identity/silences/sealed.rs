//! What is kept of a silence is sealed by the ring, and filled up, so that its length says nothing.

use super::{Kept, Silence, SilenceHeld};
use crate::kernel::{BuddyId, Error};
use crate::keys::{Keyring, Sealed};

/// Sealed texts are filled up to this.
const FILLED_TO: usize = 256;

pub(super) fn seal(ring: &Keyring, id: BuddyId, kept: &Kept) -> Result<Sealed<SilenceHeld>, Error> {
    let mut plain = serde_json::to_vec(kept).map_err(Error::other)?;
    // JSON may end in spaces.
    plain.resize(plain.len().max(FILLED_TO), b' ');
    ring.seal(id, &plain)
}

/// Opens it; none where its key is not here.
#[must_use]
pub fn open(ring: &Keyring, silence: &Silence) -> Option<Kept> {
    let plain = ring.unseal(silence.id, &silence.sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}
