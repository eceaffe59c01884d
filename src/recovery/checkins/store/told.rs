//! Every SQL statement of what buddies are told of check-ins. Each begins from whose they are, or from what a buddy may read.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::{buddy, checkin, checkin_told, face};
use crate::db::{Db, Run, Tx};
use crate::kernel::{BuddyId, Day, Error, FaceId};
use crate::keys::{Keyring, Sealed};
use crate::policy::scope::recovery as shared;
use crate::policy::scope::support as scope;
use crate::recovery::Own;
use crate::recovery::checkins::{Entry, Told, ToldHeld};

/// Days for which a buddy reads what they were told: that one and the six after.
const TOLD_DAYS: i64 = 6;
/// Sealed texts are filled up to this.
const FILLED_TO: usize = 1_024;

/// Buddies who may be told, by the teller's own side, and their names.
///
/// # Errors
/// A fault of the database.
pub fn readers(db: &mut Db, face: FaceId) -> Result<Vec<(BuddyId, String)>, Error> {
    buddy::table
        .inner_join(face::table.on(face::id.eq(buddy::with_face)))
        .filter(scope::own_buddies(face))
        .order((face::name, buddy::id))
        .select((buddy::id, face::name))
        .rows(db)
}

/// The other side of two, by somebody's own.
fn other_side(db: &mut Db, face: FaceId, own: BuddyId) -> Result<BuddyId, Error> {
    let with: FaceId = buddy::table
        .filter(buddy::id.eq(own))
        .filter(scope::own_buddies(face))
        .select(buddy::with_face)
        .row(db)?;
    buddy::table.filter(buddy::face_id.eq(with)).filter(buddy::with_face.eq(face)).select(buddy::id).row(db)
}

/// What a buddy told somebody of their days, the latest first; `own`: the reader's side of the two.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn by_buddy(
    db: &mut Db,
    face: FaceId,
    ring: &Keyring,
    (own, today): (BuddyId, Day),
) -> Result<Vec<Told>, Error> {
    let theirs = other_side(db, face, own)?;
    let rows: Vec<(String, Sealed<ToldHeld>)> = checkin_told::table
        .inner_join(buddy::table)
        .filter(shared::told_checkins(face))
        .filter(checkin_told::buddy_id.eq(theirs))
        .filter(checkin_told::told_on.ge(today.plus(-TOLD_DAYS)))
        .select((checkin_told::mark, checkin_told::sealed))
        .rows(db)?;
    Ok(opened(ring, rows))
}

/// What somebody told a buddy of their own days, the latest first.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn to_buddy(
    db: &mut Db,
    face: FaceId,
    ring: &Keyring,
    (own, today): (BuddyId, Day),
) -> Result<Vec<Told>, Error> {
    other_side(db, face, own)?;
    let rows: Vec<(String, Sealed<ToldHeld>)> = checkin_told::table
        .inner_join(buddy::table)
        .filter(buddy::face_id.eq(face))
        .filter(checkin_told::buddy_id.eq(own))
        .filter(checkin_told::told_on.ge(today.plus(-TOLD_DAYS)))
        .select((checkin_told::mark, checkin_told::sealed))
        .rows(db)?;
    Ok(opened(ring, rows))
}

fn opened(ring: &Keyring, rows: Vec<(String, Sealed<ToldHeld>)>) -> Vec<Told> {
    let open = |(mark, sealed): (String, Sealed<ToldHeld>)| ring.open_filled(mark, &sealed);
    let mut told: Vec<Told> = rows.into_iter().filter_map(open).collect();
    told.sort_by_key(|told| std::cmp::Reverse(told.day));
    told
}

/// Tells the buddy whom a day is for, or nobody any more.
pub(in crate::recovery::checkins) fn put(
    tx: &mut Tx<'_>,
    (own, ring): (&Own, &Keyring),
    entry: &Entry,
) -> Result<(), Error> {
    let Some(buddy) = entry.buddy else { return remove(tx, own, entry.day) };
    let (mark, today) = (own.mark(entry.day), tx.now().day());
    let told = Told { day: entry.day, weather: entry.weather, line: entry.line.clone() };
    let hidden: Sealed<ToldHeld> = ring.seal_filled(&mark, &told, FILLED_TO)?;
    insert_into(checkin_told::table)
        .values((
            checkin_told::mark.eq(&mark),
            checkin_told::buddy_id.eq(buddy),
            checkin_told::sealed.eq(&hidden),
            checkin_told::told_on.eq(today),
        ))
        .on_conflict(checkin_told::mark)
        .do_update()
        .set((
            checkin_told::buddy_id.eq(buddy),
            checkin_told::sealed.eq(&hidden),
            checkin_told::told_on.eq(today),
        ))
        .exec(tx)
        .map(drop)
}

pub(in crate::recovery::checkins) fn remove(tx: &mut Tx<'_>, own: &Own, day: Day) -> Result<(), Error> {
    let theirs = checkin::table.filter(checkin::face_id.eq(own.face())).select(checkin::mark);
    delete(
        checkin_told::table
            .filter(checkin_told::mark.eq(own.mark(day)))
            .filter(checkin_told::mark.eq_any(theirs)),
    )
    .exec(tx)
    .map(drop)
}

/// What was told for long enough goes.
pub(in crate::recovery::checkins) fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = tx.now().day().plus(-TOLD_DAYS);
    delete(checkin_told::table.filter(checkin_told::told_on.lt(before))).exec(tx).map(drop)
}

pub(in crate::recovery::checkins) fn sealed_by(
    db: &mut Db,
    key: &str,
    limit: i64,
) -> Result<Vec<(String, Sealed<ToldHeld>)>, Error> {
    checkin_told::table
        .filter(checkin_told::sealed.like(format!("{key}%")))
        .order(checkin_told::mark)
        .limit(limit)
        .select((checkin_told::mark, checkin_told::sealed))
        .rows(db)
}

pub(in crate::recovery::checkins) fn set_sealed(
    tx: &mut Tx<'_>,
    mark: &str,
    sealed: &Sealed<ToldHeld>,
) -> Result<(), Error> {
    update(checkin_told::table.filter(checkin_told::mark.eq(mark)))
        .set(checkin_told::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}
