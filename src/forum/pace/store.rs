//! Every SQL statement of pace.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Break, Cap, Limits, Pace};
use crate::db::schema::{community, pace};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId};
use crate::policy::Permit;

/// What somebody chose.
///
/// # Errors
/// A fault of the database.
pub fn of(db: &mut Db, face: FaceId) -> Result<Pace, Error> {
    let found = pace::table.filter(pace::face_id.eq(face)).select(cols::<Pace>()).row_opt(db)?;
    Ok(found.unwrap_or_else(|| Pace::usual(face)))
}

/// What these faces chose; those who chose nothing are left out.
///
/// # Errors
/// A fault of the database.
pub fn caps(db: &mut Db, faces: &[FaceId]) -> Result<Vec<Pace>, Error> {
    pace::table.filter(pace::face_id.eq_any(faces.to_vec())).select(cols::<Pace>()).rows(db)
}

/// Which of these faces are on a break.
///
/// # Errors
/// A fault of the database.
pub fn away(db: &mut Db, faces: &[FaceId], today: Day) -> Result<Vec<FaceId>, Error> {
    pace::table
        .filter(pace::face_id.eq_any(faces.to_vec()))
        .filter(pace::is_away.eq(true))
        .filter(pace::back_on.is_null().or(pace::back_on.gt(today)))
        .select(pace::face_id)
        .rows(db)
}

/// The most that anybody takes on, as the host says.
///
/// # Errors
/// A fault of the database.
pub fn ceiling(db: &mut Db) -> Result<Limits, Error> {
    let row: Option<(Option<i64>, Option<i64>)> =
        community::table.select((community::most_a_day, community::most_at_once)).row_opt(db)?;
    let (a_day, at_once) = row.unwrap_or_default();
    Ok(Limits { a_day: Cap::of(a_day).unwrap_or(Cap::NONE), at_once: Cap::of(at_once).unwrap_or(Cap::NONE) })
}

pub(super) fn set_ceiling(tx: &mut Tx<'_>, _permit: &Permit, limits: Limits) -> Result<(), Error> {
    update(community::table)
        .set((
            community::most_a_day.eq(limits.a_day.most()),
            community::most_at_once.eq(limits.at_once.most()),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set(tx: &mut Tx<'_>, permit: &Permit, (limits, folds): (Limits, bool)) -> Result<(), Error> {
    begin(tx, permit.actor())?;
    update(pace::table.filter(pace::face_id.eq(permit.actor())))
        .set((
            pace::a_day.eq(limits.a_day.most()),
            pace::at_once.eq(limits.at_once.most()),
            pace::folds.eq(folds),
        ))
        .exec(tx)
        .map(drop)
}

/// They are on a break, or no longer.
pub(super) fn set_break(tx: &mut Tx<'_>, permit: &Permit, away: Option<Break>) -> Result<(), Error> {
    if away.is_some() {
        begin(tx, permit.actor())?;
    }
    update(pace::table.filter(pace::face_id.eq(permit.actor())))
        .set((pace::is_away.eq(away.is_some()), pace::back_on.eq(away.and_then(|away| away.back_on))))
        .exec(tx)
        .map(drop)
}

fn begin(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    insert_into(pace::table).values(pace::face_id.eq(face)).on_conflict_do_nothing().exec(tx).map(drop)
}

/// Forgets what somebody chose.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(pace::table.filter(pace::face_id.eq(face))).exec(tx).map(drop)
}
