//! Every SQL statement of small circles. Each begins from whose it is.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::Shelter;
use crate::db::schema::{group_, membership, shelter};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId, GroupId, Moment};
use crate::policy::Permit;

/// Seconds for which one that is over waits to be looked back on.
const WAITS_S: i64 = 3 * 86_400;

/// Somebody's, as long as they are in its group.
pub(super) fn find(db: &mut Db, me: FaceId) -> Result<Option<Shelter>, Error> {
    let row: Option<(GroupId, String, String, Moment)> = shelter::table
        .inner_join(group_::table)
        .inner_join(
            membership::table.on(membership::group_id
                .eq(shelter::group_id)
                .and(membership::face_id.eq(shelter::face_id))
                .and(membership::state.eq("in"))),
        )
        .filter(shelter::face_id.eq(me))
        .select((group_::id, group_::name, group_::title, shelter::until))
        .row_opt(db)?;
    Ok(row.map(|(group, name, title, until)| Shelter { group, name, title, until }))
}

pub(super) fn put(tx: &mut Tx<'_>, permit: &Permit, (group, until): (GroupId, Moment)) -> Result<(), Error> {
    let mine = shelter::table.filter(shelter::face_id.eq(permit.actor()));
    if update(mine).set((shelter::group_id.eq(group), shelter::until.eq(until))).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(shelter::table)
        .values((shelter::face_id.eq(permit.actor()), shelter::group_id.eq(group), shelter::until.eq(until)))
        .exec(tx)
        .map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, permit: &Permit) -> Result<(), Error> {
    delete(shelter::table.filter(shelter::face_id.eq(permit.actor()))).exec(tx).map(drop)
}

/// Which of these are in a small circle now: nobody asks anything of them.
///
/// # Errors
/// A fault of the database.
pub fn of_these(db: &mut Db, faces: &[FaceId], now: Moment) -> Result<BTreeSet<FaceId>, Error> {
    let rows: Vec<FaceId> = shelter::table
        .filter(shelter::face_id.eq_any(faces.to_vec()))
        .filter(shelter::until.gt(now))
        .select(shelter::face_id)
        .rows(db)?;
    Ok(rows.into_iter().collect())
}

/// Those that nobody looked back on go.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = tx.now().plus_s(-WAITS_S);
    delete(shelter::table.filter(shelter::until.lt(before))).exec(tx).map(drop)
}

/// Erases that of somebody who is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    delete(shelter::table.filter(shelter::face_id.eq(gone))).exec(tx).map(drop)
}
