//! Every SQL statement of plans. Each begins from whose it is.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::Kept;
use crate::db::schema::plan_card;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, FaceId};
use crate::recovery::Own;

/// What the seal is for.
const ROW: &str = "plan";

/// What somebody keeps; nothing, if they keep none.
///
/// # Errors
/// A fault of the database.
pub fn find(db: &mut Db, own: &Own) -> Result<Kept, Error> {
    let card: Option<String> =
        plan_card::table.filter(plan_card::face_id.eq(own.face())).select(plan_card::card).row_opt(db)?;
    Ok(card.map_or_else(Kept::default, |card| own.open(ROW, &card).unwrap_or_else(Kept::shut)))
}

/// Writes it; without anything to keep there is no row.
pub(super) fn put(tx: &mut Tx<'_>, own: &Own, kept: &Kept) -> Result<(), Error> {
    if kept.is_empty() {
        return erase(tx, own.face());
    }
    let card = own.seal(tx.chance(), ROW, kept)?;
    let before = plan_card::table.filter(plan_card::face_id.eq(own.face()));
    if update(before).set(plan_card::card.eq(&card)).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(plan_card::table)
        .values((plan_card::face_id.eq(own.face()), plan_card::card.eq(&card)))
        .exec(tx)
        .map(drop)
}

/// Erases everything of somebody who is gone.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(plan_card::table.filter(plan_card::face_id.eq(face))).exec(tx).map(drop)
}
