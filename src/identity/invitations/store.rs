//! Every SQL statement of opening invitations.

use diesel::prelude::*;
use diesel::{delete, update};

use super::Refusal;
use crate::db::schema::invitation;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId, GroupId, Token};

/// The group a link leads into (or none: the community alone), if the link is good today.
///
/// # Errors
/// `invitation-over`.
pub fn open(db: &mut Db, token: &Token, today: Day) -> Result<Option<GroupId>, Error> {
    let found: Option<Option<GroupId>> = invitation::table
        .filter(invitation::token_hash.eq(token.hash()))
        .filter(invitation::uses_left.gt(0))
        .filter(invitation::expires_on.ge(today))
        .select(invitation::group_id)
        .row_opt(db)?;
    found.ok_or_else(|| Refusal.into())
}

/// Uses a link once, and says which group it leads into.
///
/// # Errors
/// As [`open`].
pub fn spend(tx: &mut Tx<'_>, token: &Token) -> Result<Option<GroupId>, Error> {
    let today = tx.now().day();
    let group = open(tx, token, today)?;
    update(invitation::table.filter(invitation::token_hash.eq(token.hash())))
        .set(invitation::uses_left.eq(invitation::uses_left - 1))
        .exec(tx)?;
    Ok(group)
}

/// Takes back every link somebody made: they are going.
///
/// # Errors
/// A fault of the database.
pub fn drop_all(tx: &mut Tx<'_>, made_by: FaceId) -> Result<(), Error> {
    delete(invitation::table.filter(invitation::made_by.eq(made_by))).exec(tx).map(drop)
}
