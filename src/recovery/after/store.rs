//! Every SQL statement of being asked after. Each begins from whose it is.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::Asking;
use crate::db::schema::own_note;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId};
use crate::recovery::Own;

/// What the seal is for.
const ROW: &str = "note";

/// What somebody asked for; none, if nothing or if it does not open.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, own: &Own) -> Result<Option<Asking>, Error> {
    let note: Option<String> =
        own_note::table.filter(own_note::face_id.eq(own.face())).select(own_note::note).row_opt(db)?;
    Ok(note.and_then(|note| own.open(ROW, &note)))
}

pub(super) fn put(tx: &mut Tx<'_>, own: &Own, asking: &Asking) -> Result<(), Error> {
    let written = (own_note::note.eq(own.seal(tx.chance(), ROW, asking)?), own_note::week.eq(asking.week()));
    let before = own_note::table.filter(own_note::face_id.eq(own.face()));
    if update(before).set(written.clone()).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(own_note::table).values((own_note::face_id.eq(own.face()), written)).exec(tx).map(drop)
}

/// What is over goes with the end of its week.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let week = tx.now().week();
    delete(own_note::table.filter(own_note::week.lt(week))).exec(tx).map(drop)
}

/// Erases everything of somebody who is gone, or who wants nothing of it any more.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(own_note::table.filter(own_note::face_id.eq(face))).exec(tx).map(drop)
}
