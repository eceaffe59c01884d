//! Every SQL statement of check-ins. Each begins from whose they are, or from what a group may read.

pub(super) mod told;

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Entry, Shared};
use crate::db::schema::{checkin, checkin_told, circle_line, face};
use crate::db::{Db, Run, Tx};
use crate::kernel::{BuddyId, Day, Error, FaceId, GroupId, Moment};
use crate::policy::Viewer;
use crate::policy::scope::recovery as scope;
use crate::recovery::Own;

/// Days for which a group reads what it was told: that one and the next.
const SHARED_DAYS: i64 = 1;
/// Days before today in which somebody who said how they are was here: with today they are three.
const HERE_DAYS: i64 = 2;
/// Rows of a group.
const SHARED_MAX: i64 = 200;

/// Somebody's own days, the latest first; what does not open is left out.
///
/// # Errors
/// A fault of the database.
pub fn all(db: &mut Db, own: &Own) -> Result<Vec<Entry>, Error> {
    let rows = checkin::table
        .left_join(checkin_told::table)
        .left_join(circle_line::table)
        .filter(checkin::face_id.eq(own.face()))
        .select((
            checkin::mark,
            checkin::entry,
            checkin_told::buddy_id.nullable(),
            circle_line::day.nullable(),
        ))
        .rows(db)?;
    Ok(opened(own, rows))
}

/// Some of somebody's own days, the latest first.
///
/// # Errors
/// A fault of the database.
pub(super) fn of_days(db: &mut Db, own: &Own, days: impl Iterator<Item = Day>) -> Result<Vec<Entry>, Error> {
    let marks: Vec<String> = days.map(|day| own.mark(day)).collect();
    let rows = checkin::table
        .left_join(checkin_told::table)
        .left_join(circle_line::table)
        .filter(checkin::face_id.eq(own.face()))
        .filter(checkin::mark.eq_any(marks))
        .select((
            checkin::mark,
            checkin::entry,
            checkin_told::buddy_id.nullable(),
            circle_line::day.nullable(),
        ))
        .rows(db)?;
    Ok(opened(own, rows))
}

/// A day as it lies: its mark, its seal, the buddy who reads of it, and the day in whose circle it stands.
type Row = (String, String, Option<BuddyId>, Option<Day>);

fn opened(own: &Own, rows: Vec<Row>) -> Vec<Entry> {
    let open = |(mark, sealed, buddy, circle): Row| {
        let entry = own.open::<Entry>(&mark, &sealed)?;
        Some(Entry { buddy, in_circle: circle.is_some(), ..entry })
    };
    let mut entries: Vec<Entry> = rows.into_iter().filter_map(open).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    entries
}

/// Whether somebody said how they are in the last three days. When they were here otherwise, nobody knows.
///
/// # Errors
/// A fault of the database.
pub fn was_here(db: &mut Db, own: &Own, now: Moment) -> Result<bool, Error> {
    // East of Greenwich it may be tomorrow already.
    let days = (-HERE_DAYS..=1).map(|days| now.day().plus(days));
    let marks: Vec<String> = days.map(|day| own.mark(day)).collect();
    let found: Option<String> =
        checkin::table.filter(checkin::mark.eq_any(marks)).select(checkin::mark).limit(1).row_opt(db)?;
    Ok(found.is_some())
}

/// How those of a group are who told it, the latest first; for who is in it.
///
/// # Errors
/// A fault of the database.
pub(super) fn of_group(
    db: &mut Db,
    viewer: &Viewer,
    group: GroupId,
    today: Day,
) -> Result<Vec<Shared>, Error> {
    checkin::table
        .inner_join(face::table)
        .filter(scope::shared_checkins(viewer.face()))
        .filter(checkin::group_id.eq(group))
        .filter(checkin::shared_on.ge(today.plus(-SHARED_DAYS)))
        .order((checkin::shared_on.desc(), face::name))
        .limit(SHARED_MAX)
        .select((
            face::name,
            face::seed,
            checkin::weather,
            checkin::line,
            checkin::shared_on.assume_not_null(),
        ))
        .rows(db)
}

/// Writes a day; `today`: the day on which a group begins to read of it.
pub(super) fn put(tx: &mut Tx<'_>, own: &Own, entry: &Entry, today: Day) -> Result<(), Error> {
    let mark = own.mark(entry.day);
    let sealed = own.seal(tx.chance(), &mark, entry)?;
    let is_shared = entry.group.is_some();
    let shown = if is_shared { (entry.weather.code(), entry.line.as_str()) } else { ("", "") };
    let written = (
        checkin::entry.eq(sealed),
        checkin::group_id.eq(entry.group),
        checkin::weather.eq(shown.0),
        checkin::line.eq(shown.1),
        checkin::shared_on.eq(is_shared.then_some(today)),
    );
    let before = checkin::table.filter(checkin::face_id.eq(own.face())).filter(checkin::mark.eq(&mark));
    if update(before).set(written.clone()).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(checkin::table)
        .values((checkin::mark.eq(&mark), checkin::face_id.eq(own.face()), written))
        .exec(tx)
        .map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, own: &Own, day: Day) -> Result<(), Error> {
    let mark = own.mark(day);
    delete(checkin::table.filter(checkin::face_id.eq(own.face())).filter(checkin::mark.eq(mark)))
        .exec(tx)
        .map(drop)
}

/// What a group or a buddy was told goes out of their sight, and out of the row: the day itself stays its member's.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    told::sweep(tx)?;
    let before = tx.now().day().plus(-SHARED_DAYS);
    update(checkin::table.filter(checkin::shared_on.lt(before)))
        .set((
            checkin::group_id.eq(None::<GroupId>),
            checkin::weather.eq(""),
            checkin::line.eq(""),
            checkin::shared_on.eq(None::<Day>),
        ))
        .exec(tx)
        .map(drop)
}

/// Erases everything of somebody who is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(checkin::table.filter(checkin::face_id.eq(face))).exec(tx).map(drop)
}
