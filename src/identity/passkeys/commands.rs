//! Adding, naming and removing passkeys: their holder's own, after proof of who this is.

use webauthn_rs::prelude::Passkey;

use super::model::{KeyId, Label, Refusal};
use super::store;
use crate::db::{OrRefuse as _, Tx};
use crate::kernel::{AccountId, Error};

/// Adds a passkey that has just been made.
///
/// # Errors
/// `passkey-not-through` if it is kept here already.
pub fn add(tx: &mut Tx<'_>, account: AccountId, label: &Label, key: &Passkey) -> Result<(), Error> {
    store::insert(tx, account, label, key).or_refuse(Refusal::NotThrough)
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
