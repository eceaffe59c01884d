//! Every SQL statement of counters. Each begins from whose they are; what is shown to others stands apart.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Book, Counter, CounterId, Shown};
use crate::db::schema::counter;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId};
use crate::recovery::Own;

/// Somebody's counters, in the order they were started; what does not open is left out.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, own: &Own) -> Result<Vec<Counter>, Error> {
    let rows: Vec<(CounterId, String)> = counter::table
        .filter(counter::face_id.eq(own.face()))
        .select((counter::id, counter::book))
        .rows(db)?;
    let mut counters: Vec<Counter> = rows.into_iter().filter_map(|row| opened(own, row)).collect();
    counters.sort_by_key(|counter| (counter.book.began, counter.id));
    Ok(counters)
}

/// One of somebody's counters.
///
/// # Errors
/// [`Error::Absent`] if it is not theirs, does not open, or there is none.
pub fn find(db: &mut Db, own: &Own, id: CounterId) -> Result<Counter, Error> {
    let row = counter::table
        .filter(counter::face_id.eq(own.face()))
        .filter(counter::id.eq(id))
        .select((counter::id, counter::book))
        .row(db)?;
    opened(own, row).ok_or(Error::Absent)
}

fn opened(own: &Own, (id, book): (CounterId, String)) -> Option<Counter> {
    Some(Counter { id, book: own.open(&id.to_string(), &book)? })
}

/// What somebody shows on their page.
///
/// # Errors
/// A fault of the database.
pub fn shown(db: &mut Db, face: FaceId) -> Result<Vec<(CounterId, Shown)>, Error> {
    let rows: Vec<(CounterId, String)> = counter::table
        .filter(counter::face_id.eq(face))
        .filter(counter::shown.ne(""))
        .select((counter::id, counter::shown))
        .rows(db)?;
    let read = |(id, shown): (CounterId, String)| Some((id, serde_json::from_str(&shown).ok()?));
    let mut shown: Vec<(CounterId, Shown)> = rows.into_iter().filter_map(read).collect();
    shown.sort_by_key(|(id, shown)| (shown.from, *id));
    Ok(shown)
}

pub(super) fn count(db: &mut Db, own: &Own) -> Result<i64, Error> {
    counter::table.filter(counter::face_id.eq(own.face())).count().row(db)
}

pub(super) fn insert(tx: &mut Tx<'_>, own: &Own, book: &Book) -> Result<CounterId, Error> {
    let id = CounterId(tx.chance().stream("recovery", own.face().0).id());
    let (sealed, shown) = written(tx, own, id, book)?;
    insert_into(counter::table)
        .values((
            counter::id.eq(id),
            counter::face_id.eq(own.face()),
            counter::book.eq(sealed),
            counter::shown.eq(shown),
        ))
        .exec(tx)?;
    Ok(id)
}

pub(super) fn replace(tx: &mut Tx<'_>, own: &Own, id: CounterId, book: &Book) -> Result<(), Error> {
    let (sealed, shown) = written(tx, own, id, book)?;
    update(counter::table.filter(counter::face_id.eq(own.face())).filter(counter::id.eq(id)))
        .set((counter::book.eq(sealed), counter::shown.eq(shown)))
        .exec(tx)
        .map(drop)
}

fn written(tx: &Tx<'_>, own: &Own, id: CounterId, book: &Book) -> Result<(String, String), Error> {
    let shown = book.shown().map(|shown| serde_json::to_string(&shown)).transpose().map_err(Error::other)?;
    Ok((own.seal(tx.chance(), &id.to_string(), book)?, shown.unwrap_or_default()))
}

pub(super) fn remove(tx: &mut Tx<'_>, own: &Own, id: CounterId) -> Result<(), Error> {
    delete(counter::table.filter(counter::face_id.eq(own.face())).filter(counter::id.eq(id)))
        .exec(tx)
        .map(drop)
}

/// Erases everything of somebody who is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(counter::table.filter(counter::face_id.eq(face))).exec(tx).map(drop)
}
