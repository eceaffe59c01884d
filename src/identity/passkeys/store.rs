//! Every SQL statement of passkeys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{Found, InRing, Kept, Key, KeyId, Label, Made};
use crate::db::schema::passkey;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{AccountId, Error};
use crate::keys::Sealed;

type Columns = (KeyId, AccountId, String, Option<String>, Option<Sealed<InRing>>);

/// The passkey a device speaks of, if it is kept here.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, credential_id: &str) -> Result<Option<Found>, Error> {
    let found: Option<Columns> = passkey::table
        .filter(passkey::credential_id.eq(credential_id))
        .select((passkey::id, passkey::account_id, passkey::public_key, passkey::wrapped, passkey::sealed))
        .row_opt(db)?;
    let Some((id, account, stored, wrapped, sealed)) = found else { return Ok(None) };
    let key = serde_json::from_str(&stored).map_err(Error::other)?;
    let secret = wrapped.map(Kept::Wrapped).or(sealed.map(Kept::Sealed));
    let secret = secret.ok_or_else(|| Error::other("a passkey that wraps nothing"))?;
    Ok(Some(Found { account, stored, key, id, secret }))
}

/// An account's passkeys.
///
/// # Errors
/// A fault of the database.
pub fn of_account(db: &mut Db, account: AccountId) -> Result<Vec<Key>, Error> {
    passkey::table
        .filter(passkey::account_id.eq(account))
        .order((passkey::made_week.desc(), passkey::id))
        .select(cols::<Key>())
        .rows(db)
}

/// Whether a passkey is still kept as it was when it was checked.
pub(in crate::identity) fn stands(db: &mut Db, checked: &Found) -> Result<bool, Error> {
    let still: i64 = passkey::table
        .filter(passkey::account_id.eq(checked.account))
        .filter(passkey::public_key.eq(&checked.stored))
        .count()
        .row(db)?;
    Ok(still > 0)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: KeyId,
    account: AccountId,
    made: &Made,
    secret: Kept,
) -> Result<(), Error> {
    let week = tx.now().week();
    let stored = serde_json::to_string(&made.key).map_err(Error::other)?;
    let (wrapped, sealed) = match secret {
        Kept::Wrapped(wrapped) => (Some(wrapped), None),
        Kept::Sealed(sealed) => (None, Some(sealed)),
    };
    insert_into(passkey::table)
        .values((
            passkey::id.eq(id),
            passkey::account_id.eq(account),
            passkey::credential_id.eq(URL_SAFE_NO_PAD.encode(made.key.cred_id())),
            passkey::label.eq(made.label.as_str()),
            passkey::public_key.eq(stored),
            passkey::wrapped.eq(wrapped),
            passkey::sealed.eq(sealed),
            passkey::made_week.eq(week),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_wrapped(tx: &mut Tx<'_>, id: KeyId, wrapped: &str) -> Result<(), Error> {
    update(passkey::table.find(id))
        .set((passkey::wrapped.eq(wrapped), passkey::sealed.eq(None::<Sealed<InRing>>)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: KeyId, sealed: &Sealed<InRing>) -> Result<(), Error> {
    update(passkey::table.find(id)).set(passkey::sealed.eq(Some(sealed))).exec(tx).map(drop)
}

/// Passkeys whose secret was sealed with the key whose values begin with `mark`.
pub(super) fn sealed_by(db: &mut Db, mark: &str, limit: i64) -> Result<Vec<(KeyId, Sealed<InRing>)>, Error> {
    passkey::table
        .filter(passkey::sealed.like(format!("{mark}%")))
        .order(passkey::id)
        .limit(limit)
        .select((passkey::id, passkey::sealed.assume_not_null()))
        .rows(db)
}

pub(super) fn set_label(
    tx: &mut Tx<'_>,
    account: AccountId,
    id: KeyId,
    label: &Label,
) -> Result<usize, Error> {
    update(passkey::table.filter(passkey::id.eq(id)).filter(passkey::account_id.eq(account)))
        .set(passkey::label.eq(label.as_str()))
        .exec(tx)
}

pub(super) fn delete_one(tx: &mut Tx<'_>, account: AccountId, id: KeyId) -> Result<(), Error> {
    delete(passkey::table.filter(passkey::id.eq(id)).filter(passkey::account_id.eq(account)))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    delete(passkey::table.filter(passkey::account_id.eq(account))).exec(tx).map(drop)
}
