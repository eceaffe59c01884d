//! Every SQL statement of what circles read of check-ins. Each begins from whose they are, or from what a member may read.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::{checkin, circle_line, face};
use crate::db::{Db, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{Day, Error, FaceId};
use crate::keys::{Keyring, Sealed};
use crate::policy::Permit;
use crate::policy::scope::quiet::loud_checkins;
use crate::policy::scope::recovery as scope;
use crate::recovery::Own;
use crate::recovery::checkins::Entry;
use crate::recovery::circle::model::Words;
use crate::recovery::circle::{Line, LineHeld};

/// Sealed texts are filled up to this: a line of the longest letters fits, so that none shows its length.
const FILLED_TO: usize = 4_096;
/// Lines of one page.
pub(in crate::recovery::circle) const PAGE: usize = 60;

/// Puts a check-in into the circle of a day; one that stands in a circle is changed there. In one circle stands one line of
/// its member: another of theirs goes out of it.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn put(tx: &mut Tx<'_>, (own, ring): (&Own, &Keyring), (entry, day): (&Entry, Day)) -> Result<(), Error> {
    let mark = own.mark(entry.day);
    let words = Words { weather: entry.weather, line: entry.line.clone() };
    let hidden: Sealed<LineHeld> = ring.seal_filled(&mark, &words, FILLED_TO)?;
    let stands: Option<Day> =
        circle_line::table.filter(circle_line::mark.eq(&mark)).select(circle_line::day).row_opt(tx)?;
    let day = stands.unwrap_or(day);
    let theirs = checkin::table.filter(checkin::face_id.eq(own.face())).select(checkin::mark);
    let in_it = circle_line::table.filter(circle_line::day.eq(day)).filter(circle_line::mark.eq_any(theirs));
    delete(in_it.filter(circle_line::mark.ne(&mark))).exec(tx)?;
    if stands.is_some() {
        let here = circle_line::table.filter(circle_line::mark.eq(&mark));
        return update(here).set(circle_line::sealed.eq(&hidden)).exec(tx).map(drop);
    }
    insert_into(circle_line::table)
        .values((circle_line::mark.eq(&mark), circle_line::day.eq(day), circle_line::sealed.eq(&hidden)))
        .exec(tx)
        .map(drop)
}

/// Takes somebody's line out of a day's circle, for whoever looks after it; the day stays its member's. Whether there was one.
pub(in crate::recovery::circle) fn take_out(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (face, day): (FaceId, Day),
) -> Result<bool, Error> {
    let theirs = checkin::table.filter(checkin::face_id.eq(face)).select(checkin::mark);
    let in_it = circle_line::table.filter(circle_line::day.eq(day)).filter(circle_line::mark.eq_any(theirs));
    Ok(delete(in_it).exec(tx)? > 0)
}

/// Takes a check-in out of the circle; the day stays its member's. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, own: &Own, day: Day) -> Result<(), Error> {
    let theirs = checkin::table.filter(checkin::face_id.eq(own.face())).select(checkin::mark);
    delete(
        circle_line::table
            .filter(circle_line::mark.eq(own.mark(day)))
            .filter(circle_line::mark.eq_any(theirs)),
    )
    .exec(tx)
    .map(drop)
}

/// The circle of a day, by name, without those whom the reader hears less of; those after a name, and one more than a page
/// holds if there are more.
pub(in crate::recovery::circle) fn of_day(
    db: &mut Db,
    ((viewer, keeps_all), ring): ((FaceId, bool), &Keyring),
    (day, after): (Day, &str),
) -> Result<Vec<(FaceId, Line)>, Error> {
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1);
    let rows: Vec<(FaceId, Author, String, Sealed<LineHeld>)> = circle_line::table
        .inner_join(checkin::table.inner_join(face::table))
        .filter(scope::circle_checkins(viewer, keeps_all))
        .filter(loud_checkins(viewer))
        .filter(circle_line::day.eq(day))
        .filter(face::name.gt(after))
        .order(face::name)
        .limit(most)
        .select((face::id, cols::<Author>(), circle_line::mark, circle_line::sealed))
        .rows(db)?;
    let open = |(face, by, mark, sealed): (FaceId, Author, String, Sealed<LineHeld>)| {
        let words: Option<Words> = ring.open_filled(mark, &sealed);
        let weather = words.as_ref().map(|words| words.weather);
        let said = words.map(|words| words.line).unwrap_or_default();
        (face, Line { by, weather, said, fold: None, is_own: face == viewer })
    };
    Ok(rows.into_iter().map(open).collect())
}

/// What lies sealed under the mark of a check-in.
pub(in crate::recovery::circle) type Held = (String, Sealed<LineHeld>);

/// Somebody's line in the circle of a day, as whoever reads it meets it; none: they meet none.
pub(in crate::recovery::circle) fn of_one(
    db: &mut Db,
    (viewer, keeps_all): (FaceId, bool),
    (day, face): (Day, FaceId),
) -> Result<Option<Held>, Error> {
    circle_line::table
        .inner_join(checkin::table.inner_join(face::table))
        .filter(scope::circle_checkins(viewer, keeps_all))
        .filter(loud_checkins(viewer))
        .filter(circle_line::day.eq(day))
        .filter(checkin::face_id.eq(face))
        .select((circle_line::mark, circle_line::sealed))
        .row_opt(db)
}

/// The words of a line; empty: there are none, or their key is not here.
pub(in crate::recovery::circle) fn said(ring: &Keyring, (mark, sealed): &Held) -> String {
    let words: Option<Words> = ring.open_filled(mark, sealed);
    words.map(|words| words.line).unwrap_or_default()
}

/// Whether somebody stands in the circle of a day.
pub(in crate::recovery::circle) fn is_in(db: &mut Db, me: FaceId, day: Day) -> Result<bool, Error> {
    let rows = circle_line::table
        .inner_join(checkin::table)
        .filter(checkin::face_id.eq(me))
        .filter(circle_line::day.eq(day));
    Ok(rows.count().row::<i64>(db)? > 0)
}

/// Lines of circles before a day go.
pub(in crate::recovery::circle) fn sweep(tx: &mut Tx<'_>, before: Day) -> Result<(), Error> {
    delete(circle_line::table.filter(circle_line::day.lt(before))).exec(tx).map(drop)
}

pub(in crate::recovery::circle) fn sealed_by(
    db: &mut Db,
    key: &str,
    limit: i64,
) -> Result<Vec<(String, Sealed<LineHeld>)>, Error> {
    circle_line::table
        .filter(circle_line::sealed.like(format!("{key}%")))
        .order(circle_line::mark)
        .limit(limit)
        .select((circle_line::mark, circle_line::sealed))
        .rows(db)
}

pub(in crate::recovery::circle) fn set_sealed(
    tx: &mut Tx<'_>,
    mark: &str,
    sealed: &Sealed<LineHeld>,
) -> Result<(), Error> {
    update(circle_line::table.filter(circle_line::mark.eq(mark)))
        .set(circle_line::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}
