//! What is kept of a silence is sealed by the ring, and filled up, so that its length says nothing.

use super::{Kept, Silence, SilenceHeld};
use crate::kernel::{BuddyId, Error};
use crate::keys::{Keyring, Sealed};

/// Sealed texts are filled up to this.
const FILLED_TO: usize = 256;

pub(super) fn seal(ring: &Keyring, id: BuddyId, kept: &Kept) -> Result<Sealed<SilenceHeld>, Error> {
    ring.seal_filled(id, kept, FILLED_TO)
}

/// Opens it; none where its key is not here.
#[must_use]
pub fn open(ring: &Keyring, silence: &Silence) -> Option<Kept> {
    ring.open_filled(silence.id, &silence.sealed)
}
