//! Every SQL statement of muted words.

use diesel::prelude::*;
use diesel::update;

use crate::db::schema::account;
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Error};
use crate::policy::Permit;

pub(super) fn sealed(db: &mut Db, id: AccountId) -> Result<String, Error> {
    account::table.find(id).select(account::muted_words).row(db)
}

pub(super) fn set_sealed(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: AccountId,
    sealed: String,
) -> Result<(), Error> {
    update(account::table.find(id)).set(account::muted_words.eq(sealed)).exec(tx).map(drop)
}
