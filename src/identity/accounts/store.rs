//! Every SQL statement of accounts.

use diesel::insert_into;
use diesel::prelude::*;

use crate::db::schema::{account, face};
use crate::db::{Db, Run, Tx};
use crate::identity::names::Name;
use crate::kernel::{AccountId, Error, FaceId};
use crate::policy::Rank;

/// Whether a name, or one that looks like it, was ever taken.
pub(super) fn is_taken(db: &mut Db, name_key: &str) -> Result<bool, Error> {
    let found: Option<FaceId> =
        face::table.filter(face::name_key.eq(name_key)).select(face::id).row_opt(db)?;
    Ok(found.is_some())
}

pub(super) fn insert_face(tx: &mut Tx<'_>, name: &Name) -> Result<FaceId, Error> {
    let (id, seed, week) = (FaceId(tx.chance().id()), tx.chance().id(), tx.now().week());
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(name.as_str()),
            face::name_key.eq(name.key()),
            face::kind.eq("name"),
            face::seed.eq(seed),
            face::since_week.eq(week),
        ))
        .exec(tx)?;
    Ok(id)
}

pub(super) fn insert_account(tx: &mut Tx<'_>, face: FaceId, rank: Rank) -> Result<AccountId, Error> {
    let (id, week) = (AccountId(tx.chance().id()), tx.now().week());
    insert_into(account::table)
        .values((
            account::id.eq(id),
            account::face_id.eq(face),
            account::rank.eq(rank),
            account::joined_week.eq(week),
            account::active_week.eq(week),
        ))
        .exec(tx)?;
    Ok(id)
}

/// The faces of the community's hosts, for news that only they are to hear.
///
/// # Errors
/// A fault of the database.
pub fn host_faces(db: &mut Db) -> Result<Vec<FaceId>, Error> {
    account::table
        .filter(account::rank.eq(Rank::Host))
        .filter(account::state.eq("open"))
        .select(account::face_id)
        .rows(db)
}
