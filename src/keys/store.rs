//! Which ring a database belongs to: the one thing of the ring that the database knows.

use diesel::insert_into;
use diesel::prelude::*;
use diesel::update;

use crate::db::schema::key_ring;
use crate::db::{Db, Run};
use crate::kernel::Error;

/// The ring this database belongs to, if it belongs to one yet.
///
/// # Errors
/// A fault of the database.
pub fn ring_of(db: &mut Db) -> Result<Option<String>, Error> {
    key_ring::table.select(key_ring::ring).row_opt(db)
}

/// Lets a database belong to a ring; one that belongs already stays where it is. Returns which it is.
///
/// # Errors
/// A fault of the database.
pub fn begin(db: &mut Db, ring: &str) -> Result<String, Error> {
    insert_into(key_ring::table)
        .values((key_ring::id.eq(1), key_ring::ring.eq(ring)))
        .on_conflict_do_nothing()
        .exec(db)?;
    key_ring::table.select(key_ring::ring).row(db)
}

/// Lets a database belong to another ring, because its own is lost for good.
///
/// # Errors
/// A fault of the database.
pub fn set_ring(db: &mut Db, ring: &str) -> Result<(), Error> {
    update(key_ring::table).set(key_ring::ring.eq(ring)).exec(db).map(drop)
}
