//! Every SQL statement about addresses that are told, and what is on its way to them.

use std::collections::BTreeSet;

use diesel::dsl::min;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::Kept;
use super::{AddressHeld, AddressId, Letter, LetterId};
use crate::db::schema::{mail_address, mail_letter};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId, Moment};
use crate::keys::Sealed;
use crate::notify::choices::Sort;
use crate::notify::letters::{self, Plan};

/// What an address's row holds: id, whose, until when it may be confirmed, the rest.
type Row = (AddressId, FaceId, Option<Day>, Sealed<AddressHeld>);
/// What a letter's row holds: id, address, sort, whether it stands for several, late, tries, whether somebody had it.
type LetterRow = (LetterId, AddressId, Option<Sort>, bool, Moment, i64, bool);

const ROW: (mail_address::id, mail_address::face_id, mail_address::until_on, mail_address::sealed) =
    (mail_address::id, mail_address::face_id, mail_address::until_on, mail_address::sealed);

fn kept((id, face, until, sealed): Row) -> Kept {
    Kept { id, face, until, sealed }
}

pub(super) fn of(db: &mut Db, face: FaceId) -> Result<Option<Kept>, Error> {
    let found: Option<Row> =
        mail_address::table.filter(mail_address::face_id.eq(face)).select(ROW).row_opt(db)?;
    Ok(found.map(kept))
}

pub(super) fn by_id(db: &mut Db, id: AddressId) -> Result<Option<Kept>, Error> {
    let found: Option<Row> = mail_address::table.find(id).select(ROW).row_opt(db)?;
    Ok(found.map(kept))
}

pub(super) fn by_end(db: &mut Db, off_hash: &str) -> Result<Option<Kept>, Error> {
    let found: Option<Row> =
        mail_address::table.filter(mail_address::off_hash.eq(off_hash)).select(ROW).row_opt(db)?;
    Ok(found.map(kept))
}

/// Keeps an address in the place of whichever there was, with all that was on its way to that.
pub(super) fn put(tx: &mut Tx<'_>, own: &Kept, off_hash: &str) -> Result<(), Error> {
    forget(tx, own.face)?;
    insert_into(mail_address::table)
        .values((
            mail_address::id.eq(own.id),
            mail_address::face_id.eq(own.face),
            mail_address::until_on.eq(own.until),
            mail_address::off_hash.eq(off_hash),
            mail_address::sealed.eq(&own.sealed),
        ))
        .exec(tx)
        .map(drop)
}

/// Writes that an address said yes.
pub(super) fn confirm(tx: &mut Tx<'_>, id: AddressId, sealed: &Sealed<AddressHeld>) -> Result<(), Error> {
    delete(mail_letter::table.filter(mail_letter::address_id.eq(id)).filter(mail_letter::sort.is_null()))
        .exec(tx)?;
    update(mail_address::table.find(id))
        .set((mail_address::until_on.eq(None::<Day>), mail_address::sealed.eq(sealed)))
        .exec(tx)
        .map(drop)
}

/// Forgets the address of a face, and all that was on its way there.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(mail_address::table.filter(mail_address::face_id.eq(face))).exec(tx).map(drop)
}

/// Lets go of addresses that never said yes, and of what is late. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let now = tx.now();
    let over = delete(mail_address::table.filter(mail_address::until_on.lt(now.day()))).exec(tx)?;
    let late = delete(mail_letter::table.filter(mail_letter::late_at.lt(now))).exec(tx)?;
    Ok(over + late)
}

/// Puts a letter on its way, unless one like it is.
pub(super) fn put_letter(
    tx: &mut Tx<'_>,
    to: AddressId,
    sort: Option<Sort>,
    plan: Plan,
) -> Result<(), Error> {
    let id = LetterId(tx.chance().stream("mail", to.0).id());
    insert_into(mail_letter::table)
        .values((
            mail_letter::id.eq(id),
            mail_letter::address_id.eq(to),
            mail_letter::sort.eq(sort),
            mail_letter::due_at.eq(plan.due),
            mail_letter::late_at.eq(plan.late),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

/// When the next letter is due.
pub(super) fn next_due(db: &mut Db) -> Result<Option<Moment>, Error> {
    mail_letter::table.select(min(mail_letter::due_at)).row(db)
}

/// Takes letters that are due, each until `lease`. What is not pressing takes with it whatever else waits for its address.
pub(super) fn claim(tx: &mut Tx<'_>, most: i64, lease: Moment) -> Result<Vec<Letter>, Error> {
    let now = tx.now();
    let due: Vec<LetterRow> = mail_letter::table
        .filter(mail_letter::due_at.le(now))
        .order((mail_letter::due_at, mail_letter::id))
        .limit(most)
        .select((
            mail_letter::id,
            mail_letter::address_id,
            mail_letter::sort,
            mail_letter::is_several,
            mail_letter::late_at,
            mail_letter::tries,
            mail_letter::is_in_hand,
        ))
        .rows(tx)?;
    let (mut taken, mut gathered) = (Vec::new(), BTreeSet::new());
    for (id, address, sort, is_several, late_at, tries, is_in_hand) in due {
        let is_pressing = sort.is_none_or(Sort::is_urgent);
        if letters::is_over(is_pressing, is_in_hand, late_at, now) {
            drop_letter(tx, id)?;
            continue;
        }
        if !is_pressing && !gathered.insert(address) {
            continue;
        }
        let has_others = !is_pressing && gather(tx, (id, address))?;
        let is_several = is_several || has_others;
        let Some(to) = by_id(tx, address)? else { continue };
        update(mail_letter::table.find(id))
            .set((
                mail_letter::due_at.eq(lease),
                mail_letter::tries.eq(mail_letter::tries + 1),
                mail_letter::is_in_hand.eq(true),
                mail_letter::is_several.eq(is_several),
            ))
            .exec(tx)?;
        taken.push(Letter { id, sort, is_several, late_at, tries: tries + 1, to });
    }
    Ok(taken)
}

/// One letter stands for all that is not pressing and waits for its address. `true`: there was other such.
fn gather(tx: &mut Tx<'_>, (id, to): (LetterId, AddressId)) -> Result<bool, Error> {
    let calm: Vec<Sort> = Sort::ALL.iter().copied().filter(|sort| !sort.is_urgent()).collect();
    let others = mail_letter::table
        .filter(mail_letter::address_id.eq(to))
        .filter(mail_letter::id.ne(id))
        .filter(mail_letter::is_in_hand.eq(false))
        .filter(mail_letter::sort.eq_any(calm));
    Ok(delete(others).exec(tx)? > 0)
}

pub(super) fn drop_letter(tx: &mut Tx<'_>, id: LetterId) -> Result<(), Error> {
    delete(mail_letter::table.find(id)).exec(tx).map(drop)
}

/// Puts a letter back; `tries` as they stand then.
pub(super) fn put_back(tx: &mut Tx<'_>, id: LetterId, at: Moment, tries: i64) -> Result<(), Error> {
    update(mail_letter::table.find(id))
        .set((mail_letter::due_at.eq(at), mail_letter::tries.eq(tries), mail_letter::is_in_hand.eq(false)))
        .exec(tx)
        .map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(AddressId, Sealed<AddressHeld>)>, Error> {
    mail_address::table
        .filter(mail_address::sealed.like(format!("{mark}%")))
        .order(mail_address::id)
        .limit(limit)
        .select((mail_address::id, mail_address::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: AddressId, sealed: &Sealed<AddressHeld>) -> Result<(), Error> {
    update(mail_address::table.find(id)).set(mail_address::sealed.eq(sealed)).exec(tx).map(drop)
}
