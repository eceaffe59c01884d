//! Every SQL statement of keys.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{KeyHeld, Path};
use crate::db::schema::{actor_key, face};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Sealed;

pub(super) fn pem(db: &mut Db, path: &Path) -> Result<Option<String>, Error> {
    actor_key::table.filter(actor_key::path.eq(path.as_str())).select(actor_key::pem).row_opt(db)
}

pub(super) fn sealed(db: &mut Db, path: &Path) -> Result<Option<Sealed<KeyHeld>>, Error> {
    actor_key::table.filter(actor_key::path.eq(path.as_str())).select(actor_key::sealed).row_opt(db)
}

/// The path under which a face is known elsewhere, also once its name is gone; none if nobody ever asked.
///
/// # Errors
/// A fault of the database.
pub fn path_of(db: &mut Db, id: FaceId) -> Result<Option<String>, Error> {
    actor_key::table.filter(actor_key::face_id.eq(id)).select(actor_key::path).row_opt(db)
}

/// Keeps a key, unless another request was first; says which is kept.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    path: &Path,
    face: Option<FaceId>,
    (sealed, pem): (&Sealed<KeyHeld>, &str),
) -> Result<String, Error> {
    insert_into(actor_key::table)
        .values((
            actor_key::path.eq(path.as_str()),
            actor_key::face_id.eq(face),
            actor_key::sealed.eq(sealed),
            actor_key::pem.eq(pem),
        ))
        .on_conflict_do_nothing()
        .exec(tx)?;
    actor_key::table.filter(actor_key::path.eq(path.as_str())).select(actor_key::pem).row(tx)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(String, Sealed<KeyHeld>)>, Error> {
    actor_key::table
        .filter(actor_key::sealed.like(format!("{mark}%")))
        .order(actor_key::path)
        .limit(limit)
        .select((actor_key::path, actor_key::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, path: &str, sealed: &Sealed<KeyHeld>) -> Result<(), Error> {
    update(actor_key::table.filter(actor_key::path.eq(path)))
        .set(actor_key::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}

/// A name or an alias here, by how it is told apart.
pub(super) fn face_called(db: &mut Db, name_key: &str) -> Result<Option<FaceId>, Error> {
    face::table
        .filter(face::name_key.eq(name_key))
        .filter(face::kind.ne("remote"))
        .select(face::id)
        .row_opt(db)
}

/// Keys whose face is gone go on this day.
pub(super) fn let_go(tx: &mut Tx<'_>, on: Day) -> Result<(), Error> {
    let theirs = face::table.filter(face::id.nullable().eq(actor_key::face_id));
    update(
        actor_key::table
            .filter(actor_key::face_id.is_not_null())
            .filter(actor_key::drop_on.is_null())
            .filter(not(exists(theirs))),
    )
    .set(actor_key::drop_on.eq(Some(on)))
    .exec(tx)
    .map(drop)
}

pub(super) fn drop_until(tx: &mut Tx<'_>, today: Day) -> Result<(), Error> {
    delete(actor_key::table.filter(actor_key::drop_on.le(today))).exec(tx).map(drop)
}
