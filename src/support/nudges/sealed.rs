//! When somebody asks to be thought of is sealed by the ring, and filled up, so that its length says nothing.

use super::{Kept, Nudge, NudgeHeld};
use crate::kernel::{BuddyId, Error};
use crate::keys::{Keyring, Sealed};

/// Sealed texts are filled up to this.
const FILLED_TO: usize = 256;

pub(super) fn seal(ring: &Keyring, id: BuddyId, kept: &Kept) -> Result<Sealed<NudgeHeld>, Error> {
    let mut plain = serde_json::to_vec(kept).map_err(Error::other)?;
    // JSON may end in spaces.
    plain.resize(plain.len().max(FILLED_TO), b' ');
    ring.seal(id, &plain)
}

/// Opens it; none where its key is not here.
pub(super) fn open(ring: &Keyring, nudge: &Nudge) -> Option<Kept> {
    let plain = ring.unseal(nudge.id, &nudge.sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}
