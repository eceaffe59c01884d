//! Every SQL statement of credentials.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{Credential, CredentialId, Way};
use super::{Cost, Derived, New};
use crate::db::schema::{account, credential, face, return_salt};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{AccountId, Error};

/// What this server derives return words with.
///
/// # Errors
/// A fault of the database.
pub fn words_salt(db: &mut Db) -> Result<String, Error> {
    return_salt::table.select(return_salt::salt).row(db)
}

/// Every cost that return words were derived with; one, until a host changes the setting.
///
/// # Errors
/// A fault of the database.
pub fn words_costs(db: &mut Db) -> Result<Vec<Cost>, Error> {
    let texts: Vec<String> = credential::table
        .filter(credential::kind.eq(Way::Words))
        .select(credential::params)
        .distinct()
        .rows(db)?;
    Ok(texts.iter().filter_map(|text| Cost::parse(text)).collect())
}

/// The return words that derive to `lookup`.
///
/// # Errors
/// A fault of the database.
pub fn find_by_lookup(db: &mut Db, lookup: &str) -> Result<Option<Credential>, Error> {
    credential::table.filter(credential::lookup.eq(lookup)).select(cols::<Credential>()).row_opt(db)
}

/// The password of whoever has this name, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn of_name(db: &mut Db, name_key: &str) -> Result<Option<Credential>, Error> {
    credential::table
        .inner_join(account::table.inner_join(face::table))
        .filter(face::name_key.eq(name_key))
        .filter(credential::kind.eq(Way::Password))
        .select(cols::<Credential>())
        .row_opt(db)
}

/// An account's typed ways back in.
///
/// # Errors
/// A fault of the database.
pub fn of_account(db: &mut Db, account: AccountId) -> Result<Vec<Credential>, Error> {
    credential::table
        .filter(credential::account_id.eq(account))
        .order(credential::id)
        .select(cols::<Credential>())
        .rows(db)
}

/// Whether a credential is still what it was when it was checked.
pub(in crate::identity) fn stands(db: &mut Db, checked: &Credential) -> Result<bool, Error> {
    let now: Option<Credential> =
        credential::table.find(checked.id).select(cols::<Credential>()).row_opt(db)?;
    Ok(now.as_ref() == Some(checked))
}

pub(super) fn put_words(
    tx: &mut Tx<'_>,
    account: AccountId,
    words: &Derived,
    wrapped: &str,
) -> Result<(), Error> {
    remove(tx, account, Way::Words)?;
    insert(tx, account, (Way::Words, Some(&words.lookup), ""), words, wrapped)?;
    set_words_kept(tx, account, false)
}

pub(super) fn put_password(
    tx: &mut Tx<'_>,
    account: AccountId,
    new: &New,
    wrapped: &str,
) -> Result<(), Error> {
    remove(tx, account, Way::Password)?;
    insert(tx, account, (Way::Password, None, &new.salt), &new.derived, wrapped)
}

pub(super) fn remove(tx: &mut Tx<'_>, account: AccountId, way: Way) -> Result<(), Error> {
    delete(credential::table.filter(credential::account_id.eq(account)).filter(credential::kind.eq(way)))
        .exec(tx)
        .map(drop)
}

pub(super) fn remove_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    delete(credential::table.filter(credential::account_id.eq(account))).exec(tx).map(drop)
}

pub(super) fn set_words_kept(tx: &mut Tx<'_>, account: AccountId, kept: bool) -> Result<(), Error> {
    update(account::table.find(account)).set(account::words_kept.eq(kept)).exec(tx).map(drop)
}

fn insert(
    tx: &mut Tx<'_>,
    account: AccountId,
    (way, lookup, salt): (Way, Option<&str>, &str),
    derived: &Derived,
    wrapped: &str,
) -> Result<(), Error> {
    let (id, week) = (CredentialId(tx.chance().id()), tx.now().week());
    insert_into(credential::table)
        .values((
            credential::id.eq(id),
            credential::account_id.eq(account),
            credential::kind.eq(way),
            credential::lookup.eq(lookup),
            credential::salt.eq(salt),
            credential::params.eq(derived.cost.text()),
            credential::verifier.eq(&derived.verifier),
            credential::wrapped.eq(wrapped),
            credential::made_week.eq(week),
        ))
        .exec(tx)
        .map(drop)
}
