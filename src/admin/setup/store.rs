//! Every SQL statement of set-up.

use diesel::prelude::*;
use diesel::{insert_into, update};

use super::Step;
use crate::db::schema::{account, community};
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Error};
use crate::policy::{Permit, Rank};

/// How far set-up has come.
///
/// # Errors
/// A fault of the database.
pub fn step(db: &mut Db) -> Result<Step, Error> {
    let code: Option<String> = community::table.select(community::setup_step).row_opt(db)?;
    Ok(code.and_then(|code| Step::parse(&code)).unwrap_or(Step::Claim))
}

/// Whether nobody has claimed this community yet.
///
/// # Errors
/// A fault of the database.
pub fn is_unclaimed(db: &mut Db) -> Result<bool, Error> {
    Ok(step(db)? == Step::Claim && host(db)?.is_none())
}

fn host(db: &mut Db) -> Result<Option<AccountId>, Error> {
    account::table.filter(account::rank.eq(Rank::Host)).select(account::id).limit(1).row_opt(db)
}

pub(super) fn code_hash(db: &mut Db) -> Result<Option<String>, Error> {
    community::table.select(community::setup_code_hash).row_opt(db).map(Option::flatten)
}

/// Makes the community's row if it is not there, and keeps the hash of the newest code.
pub(super) fn set_code_hash(tx: &mut Tx<'_>, hash: &str) -> Result<(), Error> {
    insert_into(community::table)
        .values((community::id.eq(1_i64), community::name.eq(""), community::setup_step.eq(Step::Claim)))
        .on_conflict_do_nothing()
        .exec(tx)?;
    update(community::table).set(community::setup_code_hash.eq(hash)).exec(tx).map(drop)
}

/// Takes the code away: nobody else can claim.
pub(super) fn set_claimed(tx: &mut Tx<'_>) -> Result<(), Error> {
    update(community::table)
        .set((community::setup_code_hash.eq(None::<String>), community::setup_step.eq(Step::Name)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_step(tx: &mut Tx<'_>, _permit: &Permit, step: Step) -> Result<(), Error> {
    update(community::table).set(community::setup_step.eq(step)).exec(tx).map(drop)
}

pub(super) fn set_opened(tx: &mut Tx<'_>, _permit: &Permit) -> Result<(), Error> {
    let now = tx.now();
    update(community::table)
        .set((community::opened_at.eq(now), community::setup_step.eq(Step::Done)))
        .exec(tx)
        .map(drop)
}
