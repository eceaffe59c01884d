//! Values that are sealed as JSON and filled up, so that their length says nothing; and what a replaced key sealed, sealed anew.

use std::fmt::Display;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Field, Keyring, Sealed};
use crate::db::{Db, Tx};
use crate::kernel::Error;

impl Keyring {
    /// Seals a value, filled up to a multiple of so many bytes. `whose` is the row's id, and the value opens in no other.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn seal_filled<F: Field>(
        &self,
        whose: impl Display,
        value: &impl Serialize,
        filled_to: usize,
    ) -> Result<Sealed<F>, Error> {
        let mut plain = serde_json::to_vec(value).map_err(Error::other)?;
        // JSON may end in spaces.
        plain.resize(plain.len().next_multiple_of(filled_to.max(1)), b' ');
        self.seal(whose, &plain)
    }

    /// Opens it; none where its key is not here.
    #[must_use]
    pub fn open_filled<F: Field, T: DeserializeOwned>(
        &self,
        whose: impl Display,
        sealed: &Sealed<F>,
    ) -> Option<T> {
        let plain = self.unseal(whose, sealed).ok()?;
        serde_json::from_slice(&plain).ok()
    }

    /// Seals with the present key what a replaced one sealed: `found` finds such rows by how their values begin, `limit` at
    /// a time, and `put` writes one. Returns how many it was.
    ///
    /// # Errors
    /// `keys-lost`, or a fault of the database.
    pub fn reseal<I: Display, F: Field>(
        &self,
        tx: &mut Tx<'_>,
        limit: i64,
        found: impl Fn(&mut Db, &str, i64) -> Result<Vec<(I, Sealed<F>)>, Error>,
        put: impl Fn(&mut Tx<'_>, I, &Sealed<F>) -> Result<(), Error>,
    ) -> Result<usize, Error> {
        let mut count = 0;
        for mark in self.replaced()? {
            for (id, sealed) in found(tx, &mark, limit)? {
                if let Ok(plain) = self.unseal(&id, &sealed) {
                    let anew = self.seal(&id, &plain)?;
                    put(tx, id, &anew)?;
                    count += 1;
                }
            }
        }
        Ok(count)
    }
}
