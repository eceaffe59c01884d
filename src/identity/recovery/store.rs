//! Every SQL statement of recovery codes.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::recovery_code;
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Error};

/// Whose code this is, if it is one that was not used, and what it wraps.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, hash: &str) -> Result<Option<(AccountId, String)>, Error> {
    recovery_code::table
        .filter(recovery_code::hash.eq(hash))
        .filter(recovery_code::used_week.is_null())
        .select((recovery_code::account_id, recovery_code::wrapped))
        .row_opt(db)
}

/// How many codes somebody has left.
///
/// # Errors
/// A fault of the database.
pub fn left(db: &mut Db, account: AccountId) -> Result<i64, Error> {
    recovery_code::table
        .filter(recovery_code::account_id.eq(account))
        .filter(recovery_code::used_week.is_null())
        .count()
        .row(db)
}

/// Uses a code up, and forgets what it wrapped; `false` if somebody else was first.
pub(in crate::identity) fn spend(tx: &mut Tx<'_>, hash: &str) -> Result<bool, Error> {
    let week = tx.now().week();
    let spent = update(
        recovery_code::table.filter(recovery_code::hash.eq(hash)).filter(recovery_code::used_week.is_null()),
    )
    .set((recovery_code::used_week.eq(week), recovery_code::wrapped.eq("")))
    .exec(tx)?;
    Ok(spent == 1)
}

pub(super) fn insert(tx: &mut Tx<'_>, account: AccountId, hash: &str, wrapped: &str) -> Result<(), Error> {
    let id = tx.chance().id();
    insert_into(recovery_code::table)
        .values((
            recovery_code::id.eq(id),
            recovery_code::account_id.eq(account),
            recovery_code::hash.eq(hash),
            recovery_code::wrapped.eq(wrapped),
        ))
        .exec(tx)
        .map(drop)
}

/// Forgets every code of an account.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, account: AccountId) -> Result<(), Error> {
    delete(recovery_code::table.filter(recovery_code::account_id.eq(account))).exec(tx).map(drop)
}
