//! A copy of the ring that may leave the machine: an age file, opened by a passphrase. It reads with the `age` tool too.

use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::Ring;
use super::file::{parse, shown};
use crate::kernel::{Error, Secret};

/// Letters a passphrase needs.
pub const LETTERS_MIN: usize = 14;
/// What opening it costs, as a power of two: 128 MiB and near half a second.
const WORK: u8 = 17;
/// What we are ready to spend on a copy that was made elsewhere.
const WORK_MAX: u8 = 22;

/// An encrypted copy of the ring, without the months' keys.
///
/// # Errors
/// A fault of the system.
pub fn encrypt(ring: &Ring, passphrase: &Secret<String>) -> Result<Vec<u8>, Error> {
    let mut recipient = Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let plain = shown(&ring.for_backup()).map_err(Error::other)?;
    age::encrypt(&recipient, &plain).map_err(Error::other)
}

/// The ring of an encrypted copy. None if the passphrase does not open it, or there is no ring in it.
#[must_use]
pub fn decrypt(copy: &[u8], passphrase: &Secret<String>) -> Option<Ring> {
    let mut identity = Identity::new(secret(passphrase));
    identity.set_max_work_factor(WORK_MAX);
    let plain = Zeroizing::new(age::decrypt(&identity, copy).ok()?);
    parse(&plain)
}

fn secret(passphrase: &Secret<String>) -> SecretString {
    SecretString::from(passphrase.expose().clone())
}
