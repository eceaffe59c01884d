//! Every SQL statement of passkeys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};
use webauthn_rs::prelude::Passkey;

use super::model::{Found, Key, KeyId, Label};
use crate::db::schema::passkey;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{AccountId, Error};

/// The passkey a device speaks of, if it is kept here.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, credential_id: &str) -> Result<Option<Found>, Error> {
    let found: Option<(AccountId, String)> = passkey::table
        .filter(passkey::credential_id.eq(credential_id))
        .select((passkey::account_id, passkey::public_key))
        .row_opt(db)?;
    let Some((account, stored)) = found else { return Ok(None) };
    let key = serde_json::from_str(&stored).map_err(Error::other)?;
    Ok(Some(Found { account, stored, key }))
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

pub(super) fn insert(tx: &mut Tx<'_>, account: AccountId, label: &Label, key: &Passkey) -> Result<(), Error> {
    let (id, week) = (KeyId(tx.chance().id()), tx.now().week());
    let stored = serde_json::to_string(key).map_err(Error::other)?;
    insert_into(passkey::table)
        .values((
            passkey::id.eq(id),
            passkey::account_id.eq(account),
            passkey::credential_id.eq(URL_SAFE_NO_PAD.encode(key.cred_id())),
            passkey::label.eq(label.as_str()),
            passkey::public_key.eq(stored),
            passkey::made_week.eq(week),
        ))
        .exec(tx)
        .map(drop)
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
