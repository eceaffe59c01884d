//! Every SQL statement of who hosts, who is asked, and what a host says.

pub(super) mod lines;

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::Hosting;
use crate::db::schema::{circle_greeting, circle_rest, circle_week, face};
use crate::db::{Db, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{Day, Error, FaceId, Week};
use crate::policy::Permit;

/// Who has a week.
pub(super) fn week(db: &mut Db, week: Week) -> Result<Option<Hosting>, Error> {
    circle_week::table.filter(circle_week::week.eq(week)).select(cols::<Hosting>()).row_opt(db)
}

/// Weeks that somebody hosts or is asked for, the next last.
///
/// # Errors
/// A fault of the database.
pub fn weeks_of(db: &mut Db, me: FaceId) -> Result<Vec<Hosting>, Error> {
    circle_week::table
        .filter(circle_week::face_id.eq(me))
        .order(circle_week::week)
        .select(cols::<Hosting>())
        .rows(db)
}

/// Gives a week to somebody; whoever had it and never said goes out of it.
pub(super) fn put_week(tx: &mut Tx<'_>, _permit: &Permit, hosting: &Hosting) -> Result<(), Error> {
    let values = (
        circle_week::week.eq(hosting.week),
        circle_week::face_id.eq(hosting.face_id),
        circle_week::is_agreed.eq(hosting.is_agreed),
        circle_week::asked_by.eq(hosting.asked_by),
        circle_week::is_let_go.eq(hosting.is_let_go),
    );
    delete(circle_week::table.filter(circle_week::week.eq(hosting.week))).exec(tx)?;
    insert_into(circle_week::table).values(values).exec(tx).map(drop)
}

/// Nobody has that week any more, if it was this one's.
pub(super) fn free_week(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (week, face): (Week, FaceId),
) -> Result<(), Error> {
    delete(circle_week::table.filter(circle_week::week.eq(week)).filter(circle_week::face_id.eq(face)))
        .exec(tx)
        .map(drop)
}

/// Somebody said no: they are asked no more, and for whoever asked nothing changes.
pub(super) fn let_go(tx: &mut Tx<'_>, _permit: &Permit, (week, face): (Week, FaceId)) -> Result<(), Error> {
    update(circle_week::table.filter(circle_week::week.eq(week)).filter(circle_week::face_id.eq(face)))
        .set(circle_week::is_let_go.eq(true))
        .exec(tx)
        .map(drop)
}

/// Until which week nobody asks somebody, because they were asked or hosted lately; and whether they said no to an ask that
/// was taken back.
///
/// # Errors
/// A fault of the database.
pub fn rest_of(db: &mut Db, face: FaceId) -> Result<Option<(Week, bool)>, Error> {
    circle_rest::table
        .filter(circle_rest::face_id.eq(face))
        .select((circle_rest::until_week, circle_rest::is_kept))
        .row_opt(db)
}

pub(super) fn put_rest(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (face, until, is_kept): (FaceId, Week, bool),
) -> Result<(), Error> {
    let values = || (circle_rest::until_week.eq(until), circle_rest::is_kept.eq(is_kept));
    if update(circle_rest::table.filter(circle_rest::face_id.eq(face))).set(values()).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(circle_rest::table).values((circle_rest::face_id.eq(face), values())).exec(tx).map(drop)
}

/// Somebody may be asked again.
pub(super) fn end_rest(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId) -> Result<(), Error> {
    delete(circle_rest::table.filter(circle_rest::face_id.eq(face))).exec(tx).map(drop)
}

/// What was said at the top of a day's circle, and by whom.
pub(super) fn greeting(db: &mut Db, day: Day) -> Result<Option<(FaceId, String)>, Error> {
    circle_greeting::table
        .filter(circle_greeting::day.eq(day))
        .select((circle_greeting::face_id, circle_greeting::words))
        .row_opt(db)
}

/// What somebody said at the top of circles, of those that are kept.
///
/// # Errors
/// A fault of the database.
pub fn greetings_of(db: &mut Db, me: FaceId) -> Result<Vec<(Day, String)>, Error> {
    circle_greeting::table
        .filter(circle_greeting::face_id.eq(me))
        .order(circle_greeting::day)
        .select((circle_greeting::day, circle_greeting::words))
        .rows(db)
}

/// What somebody said at the top of a day's circle goes, if it was they who said it. Whether there was anything.
pub(super) fn remove_greeting(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (face, day): (FaceId, Day),
) -> Result<bool, Error> {
    let theirs = circle_greeting::table.filter(circle_greeting::day.eq(day));
    Ok(delete(theirs.filter(circle_greeting::face_id.eq(face))).exec(tx)? > 0)
}

/// Says it.
pub(super) fn put_greeting(tx: &mut Tx<'_>, permit: &Permit, (day, words): (Day, &str)) -> Result<(), Error> {
    delete(circle_greeting::table.filter(circle_greeting::day.eq(day))).exec(tx)?;
    insert_into(circle_greeting::table)
        .values((
            circle_greeting::day.eq(day),
            circle_greeting::face_id.eq(permit.actor()),
            circle_greeting::words.eq(words),
        ))
        .exec(tx)
        .map(drop)
}

/// Names and faces of these.
pub(super) fn people(db: &mut Db, faces: &[FaceId]) -> Result<HashMap<FaceId, Author>, Error> {
    let rows: Vec<(FaceId, Author)> =
        face::table.filter(face::id.eq_any(faces.to_vec())).select((face::id, cols::<Author>())).rows(db)?;
    Ok(rows.into_iter().collect())
}

/// Weeks before this one, rests that are over, and what was said before `day` go.
pub(super) fn sweep(tx: &mut Tx<'_>, (week, day): (Week, Day)) -> Result<(), Error> {
    delete(circle_week::table.filter(circle_week::week.lt(week))).exec(tx)?;
    delete(circle_rest::table.filter(circle_rest::until_week.lt(week))).exec(tx)?;
    delete(circle_greeting::table.filter(circle_greeting::day.lt(day))).exec(tx).map(drop)
}

/// Erases what somebody who is gone was in it, and takes back what they asked.
pub(super) fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    let weeks = circle_week::table
        .filter(circle_week::face_id.eq(gone).or(circle_week::asked_by.assume_not_null().eq(gone)));
    delete(weeks).exec(tx)?;
    delete(circle_rest::table.filter(circle_rest::face_id.eq(gone))).exec(tx)?;
    delete(circle_greeting::table.filter(circle_greeting::face_id.eq(gone))).exec(tx).map(drop)
}
