//! When somebody asks to be thought of is sealed by the ring, and filled up, so that its length says nothing.

use super::{Kept, Nudge, NudgeHeld};
use crate::kernel::{BuddyId, Error};
use crate::keys::{Keyring, Sealed};

/// Sealed texts are filled up to this.
const FILLED_TO: usize = 256;

pub(super) fn seal(ring: &Keyring, id: BuddyId, kept: &Kept) -> Result<Sealed<NudgeHeld>, Error> {
    ring.seal_filled(id, kept, FILLED_TO)
}

/// Opens it; none where its key is not here.
pub(super) fn open(ring: &Keyring, nudge: &Nudge) -> Option<Kept> {
    ring.open_filled(nudge.id, &nudge.sealed)
}
