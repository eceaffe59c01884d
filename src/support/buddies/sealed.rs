//! What somebody needs and offers is sealed by the ring, and filled up, so that its length says nothing.

use std::fmt;

use crate::kernel::Error;
use crate::keys::{Field, Keyring, Sealed};

/// Sealed lines are filled up to this.
const FILLED_TO: usize = 512;

/// Seals and opens lines.
#[derive(Debug, Clone)]
pub struct Sealer(Keyring);

impl Sealer {
    /// With a ring.
    #[must_use]
    pub const fn new(ring: Keyring) -> Self {
        Self(ring)
    }

    /// Seals the line of a row.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn seal<F: Field>(&self, whose: impl fmt::Display, line: &str) -> Result<Sealed<F>, Error> {
        let mut plain = line.as_bytes().to_vec();
        plain.resize(plain.len().max(FILLED_TO), b' ');
        self.0.seal(whose, &plain)
    }

    /// Opens it; none where its key is not here.
    pub(super) fn open<F: Field>(&self, whose: impl fmt::Display, sealed: &Sealed<F>) -> Option<String> {
        let plain = self.0.unseal(whose, sealed).ok()?;
        let line = String::from_utf8(plain.to_vec()).ok()?;
        Some(line.trim_end().to_owned())
    }
}
