//! Adding, naming and removing passkeys: their holder's own, after proof of who this is.

use super::model::{Found, Kept, KeyId, Label, Made, Refusal};
use super::store;
use crate::db::{OrRefuse as _, Tx};
use crate::kernel::{AccountId, Error};
use crate::keys::{Holder, Key, Keyring, MemberSecret, Way};

/// Adds a passkey that has just been made. It wraps the member secret by what its device computed; where that is
/// nothing, the key ring seals the secret.
///
/// # Errors
/// `passkey-not-through` if it is kept here already; `keys-lost` where the ring is needed.
pub fn add(tx: &mut Tx<'_>, holder: &Holder, made: &Made, ring: &Keyring) -> Result<(), Error> {
    let id = KeyId(tx.chance().id());
    let secret = match &made.computed {
        Some(key) => Kept::Wrapped(holder.secret.wrap(tx.chance(), key, Way::Passkey, holder.account)?),
        None => Kept::Sealed(ring.seal(id, holder.secret.bytes())?),
    };
    store::insert(tx, id, holder.account, made, secret).or_refuse(Refusal::NotThrough)
}

/// From now on the device wraps the member secret, where the key ring had to. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn bind(tx: &mut Tx<'_>, found: &Found, secret: &MemberSecret, computed: &Key) -> Result<(), Error> {
    if matches!(found.secret, Kept::Wrapped(_)) {
        return Ok(());
    }
    let wrapped = secret.wrap(tx.chance(), computed, Way::Passkey, found.account)?;
    store::set_wrapped(tx, found.id, &wrapped)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was. What was
/// sealed with a key that is lost stays as it is: the key may be found again.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, store::set_sealed)
}

/// Gives a passkey another label.
///
/// # Errors
/// Absent.
pub fn rename(tx: &mut Tx<'_>, account: AccountId, id: KeyId, label: &Label) -> Result<(), Error> {
    if store::set_label(tx, account, id, label)? == 0 { Err(Error::Absent) } else { Ok(()) }
}

/// Removes a passkey. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, account: AccountId, id: KeyId) -> Result<(), Error> {
    store::delete_one(tx, account, id)
}

/// Removes every passkey: the account is going.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    store::delete_all(tx, account)
}
