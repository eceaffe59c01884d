//! Every SQL statement of accounts.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{About, Profile, Record, Standing};
use crate::db::schema::{account, face};
use crate::db::{Db, Run, Tx, cols};
use crate::identity::names::Name;
use crate::kernel::{AccountId, Error, FaceId};
use crate::policy::Rank;

/// Whether a name, or one that looks like it, was ever taken.
pub(super) fn is_taken(db: &mut Db, name_key: &str) -> Result<bool, Error> {
    let found: Option<FaceId> =
        face::table.filter(face::name_key.eq(name_key)).select(face::id).row_opt(db)?;
    Ok(found.is_some())
}

/// Whether a name may still be taken.
///
/// # Errors
/// A fault of the database.
pub fn is_free(db: &mut Db, name: &Name) -> Result<bool, Error> {
    is_taken(db, &name.key()).map(|taken| !taken)
}

/// What others may see of whoever has this name. Never there, gone and not let in yet are one and the same.
///
/// # Errors
/// [`Error::Absent`].
pub fn find_by_name(db: &mut Db, name_key: &str) -> Result<Profile, Error> {
    let waiting = account::table.filter(account::face_id.eq(face::id)).filter(account::state.eq("waiting"));
    face::table
        .filter(face::name_key.eq(name_key))
        .filter(face::is_retired.eq(false))
        .filter(diesel::dsl::not(diesel::dsl::exists(waiting)))
        .select(cols::<Profile>())
        .row(db)
}

/// What others see of one face.
///
/// # Errors
/// [`Error::Absent`].
pub fn profile(db: &mut Db, id: FaceId) -> Result<Profile, Error> {
    face::table.find(id).select(cols::<Profile>()).row(db)
}

/// Where an account stands.
///
/// # Errors
/// [`Error::Absent`].
pub fn standing(db: &mut Db, id: AccountId) -> Result<Standing, Error> {
    account::table.find(id).select(cols::<Standing>()).row(db)
}

/// All that is kept of an account, for its holder.
///
/// # Errors
/// [`Error::Absent`].
pub fn record(db: &mut Db, id: AccountId) -> Result<Record, Error> {
    account::table.find(id).select(cols::<Record>()).row(db)
}

/// Who came in with this form before.
pub(super) fn find_once(db: &mut Db, once: &str) -> Result<Option<(AccountId, FaceId)>, Error> {
    account::table.filter(account::once.eq(once)).select((account::id, account::face_id)).row_opt(db)
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

/// Keeps a name from being taken again: a face of nobody, tied to nothing.
pub(super) fn hold_key(tx: &mut Tx<'_>, name_key: &str) -> Result<(), Error> {
    let id = FaceId(tx.chance().id());
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(""),
            face::name_key.eq(name_key),
            face::kind.eq("name"),
            face::seed.eq(0),
            face::since_week.eq(0),
            face::is_retired.eq(true),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_name(tx: &mut Tx<'_>, id: FaceId, name: &Name) -> Result<(), Error> {
    update(face::table.find(id))
        .set((face::name.eq(name.as_str()), face::name_key.eq(name.key())))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_seed(tx: &mut Tx<'_>, id: FaceId, seed: i64) -> Result<(), Error> {
    update(face::table.find(id)).set(face::seed.eq(seed)).exec(tx).map(drop)
}

pub(super) fn set_about(tx: &mut Tx<'_>, id: FaceId, about: &About) -> Result<(), Error> {
    update(face::table.find(id)).set(face::about.eq(about.as_str())).exec(tx).map(drop)
}

/// The face stays, so that words left behind keep a writer; the name is never given out again.
pub(super) fn retire_face(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    update(face::table.find(id)).set((face::is_retired.eq(true), face::about.eq(""))).exec(tx).map(drop)
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

pub(super) fn set_once(tx: &mut Tx<'_>, id: AccountId, once: &str) -> Result<(), Error> {
    update(account::table.find(id)).set(account::once.eq(once)).exec(tx).map(drop)
}

pub(super) fn set_waiting(tx: &mut Tx<'_>, id: AccountId, application: &str) -> Result<(), Error> {
    update(account::table.find(id))
        .set((account::state.eq("waiting"), account::application.eq(application)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_leaving(tx: &mut Tx<'_>, id: AccountId, signs_out: bool) -> Result<(), Error> {
    update(account::table.find(id)).set(account::leave_signs_out.eq(signs_out)).exec(tx).map(drop)
}

/// How many run the server.
pub(super) fn hosts(db: &mut Db) -> Result<i64, Error> {
    account::table.filter(account::rank.eq(Rank::Host)).count().row(db)
}

pub(super) fn delete_account(tx: &mut Tx<'_>, id: AccountId) -> Result<(), Error> {
    delete(account::table.find(id)).exec(tx).map(drop)
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
