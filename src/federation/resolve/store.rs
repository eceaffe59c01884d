//! Every SQL statement about people elsewhere.

use diesel::prelude::*;
use diesel::{delete, insert_into};

use super::Remote;
use crate::db::schema::remote_actor;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error};

pub(super) fn find(db: &mut Db, key_id: &str) -> Result<Option<Remote>, Error> {
    remote_actor::table.filter(remote_actor::key_id.eq(key_id)).select(cols::<Remote>()).row_opt(db)
}

pub(super) fn keep(tx: &mut Tx<'_>, known: &Remote) -> Result<(), Error> {
    delete(remote_actor::table.filter(remote_actor::key_id.eq(&known.key_id))).exec(tx)?;
    let today = tx.now().day();
    insert_into(remote_actor::table)
        .values((known.clone(), remote_actor::fetched_on.eq(today)))
        .exec(tx)
        .map(drop)
}

pub(super) fn forget(tx: &mut Tx<'_>, actor: &str) -> Result<(), Error> {
    delete(remote_actor::table.filter(remote_actor::actor.eq(actor))).exec(tx).map(drop)
}

pub(super) fn drop_older(tx: &mut Tx<'_>, day: Day) -> Result<(), Error> {
    delete(remote_actor::table.filter(remote_actor::fetched_on.lt(day))).exec(tx).map(drop)
}
