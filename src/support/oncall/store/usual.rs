//! Every SQL statement of how far somebody chose to ask.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::ask_usual;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId};
use crate::policy::Permit;

pub(in crate::support::oncall) fn find(db: &mut Db, face: FaceId) -> Result<Option<String>, Error> {
    ask_usual::table.filter(ask_usual::face_id.eq(face)).select(ask_usual::sealed).row_opt(db)
}

pub(in crate::support::oncall) fn put(tx: &mut Tx<'_>, permit: &Permit, sealed: &str) -> Result<(), Error> {
    let own = ask_usual::table.filter(ask_usual::face_id.eq(permit.actor()));
    if update(own).set(ask_usual::sealed.eq(sealed)).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(ask_usual::table)
        .values((ask_usual::face_id.eq(permit.actor()), ask_usual::sealed.eq(sealed)))
        .exec(tx)
        .map(drop)
}

pub(in crate::support::oncall) fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(ask_usual::table.filter(ask_usual::face_id.eq(face))).exec(tx).map(drop)
}
