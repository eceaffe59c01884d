//! Every SQL statement of who may read the counts.

use diesel::prelude::*;
use diesel::update;

use super::Readers;
use crate::db::schema::community;
use crate::db::{Db, Run, Tx};
use crate::kernel::Error;
use crate::policy::Permit;

pub(super) fn readers(db: &mut Db) -> Result<Readers, Error> {
    let row: Option<Readers> = community::table.select(community::openness).row_opt(db)?;
    Ok(row.unwrap_or(Readers::Everyone))
}

pub(super) fn set_readers(tx: &mut Tx<'_>, _permit: &Permit, readers: Readers) -> Result<(), Error> {
    update(community::table).set(community::openness.eq(readers)).exec(tx).map(drop)
}
