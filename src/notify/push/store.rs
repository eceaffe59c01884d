//! Every SQL statement about devices that are told, and what is on its way to them.

use diesel::dsl::min;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{DeviceId, Ears, EarsHeld, KeyHeld, Letter, LetterId};
use crate::db::schema::{account, push_device, push_key, push_letter};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, FaceId, Moment, SessionId};
use crate::keys::{Keyring, Sealed};
use crate::notify::choices::Sort;
use crate::notify::letters::{self, Plan};

/// The sealed part of a device is filled up to this, so that its length says nothing of its service.
const FILLED_TO: usize = 1_024;

/// What a letter's row holds: id, device, sort, late, tries, whether somebody had it.
type Row = (LetterId, DeviceId, Sort, Moment, i64, bool);
/// What a device's row holds: whose, session, last day, how it is reached.
type Kept = (DeviceId, FaceId, SessionId, Day, Sealed<EarsHeld>);

pub(super) fn key(db: &mut Db) -> Result<Option<(String, Sealed<KeyHeld>)>, Error> {
    push_key::table.select((push_key::public, push_key::sealed)).row_opt(db)
}

/// Keeps a key, unless another request was first; says which is kept.
pub(super) fn insert_key(tx: &mut Tx<'_>, public: &str, sealed: &Sealed<KeyHeld>) -> Result<String, Error> {
    insert_into(push_key::table)
        .values((push_key::id.eq(1), push_key::public.eq(public), push_key::sealed.eq(sealed)))
        .on_conflict_do_nothing()
        .exec(tx)?;
    push_key::table.select(push_key::public).row(tx)
}

/// Lets go of a key that nothing opens, and of devices that were turned on for it.
pub(super) fn begin_anew(tx: &mut Tx<'_>) -> Result<(), Error> {
    delete(push_device::table).exec(tx)?;
    delete(push_key::table).exec(tx).map(drop)
}

/// Turns a session's device on; what it was before is forgotten.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn put(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    face: FaceId,
    (session, until): (SessionId, Day),
    ears: &Ears,
) -> Result<DeviceId, Error> {
    delete(push_device::table.filter(push_device::session_id.eq(session))).exec(tx)?;
    let id = DeviceId(tx.chance().stream("push", face.0).id());
    let sealed: Sealed<EarsHeld> = keys.seal_filled(id, ears, FILLED_TO)?;
    insert_into(push_device::table)
        .values((
            push_device::id.eq(id),
            push_device::face_id.eq(face),
            push_device::session_id.eq(session),
            push_device::until_on.eq(until),
            push_device::sealed.eq(sealed),
        ))
        .exec(tx)?;
    Ok(id)
}

/// Says how a device is reached now.
pub(super) fn put_ears(tx: &mut Tx<'_>, keys: &Keyring, id: DeviceId, ears: &Ears) -> Result<(), Error> {
    set_sealed(tx, id, &keys.seal_filled(id, ears, FILLED_TO)?)
}

pub(super) fn of(db: &mut Db, face: FaceId, today: Day) -> Result<Vec<(DeviceId, SessionId)>, Error> {
    push_device::table
        .filter(push_device::face_id.eq(face))
        .filter(push_device::until_on.ge(today))
        .order(push_device::id)
        .select((push_device::id, push_device::session_id))
        .rows(db)
}

/// Turns one of a face's devices off. `false`: it has no such.
pub(super) fn remove(tx: &mut Tx<'_>, face: FaceId, id: DeviceId) -> Result<bool, Error> {
    let own = push_device::table.filter(push_device::face_id.eq(face)).filter(push_device::id.eq(id));
    Ok(delete(own).exec(tx)? > 0)
}

/// Turns every device of a face off.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(push_device::table.filter(push_device::face_id.eq(face))).exec(tx).map(drop)
}

/// Turns devices off whose session is over, and lets go of what is late. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let now = tx.now();
    let over = delete(push_device::table.filter(push_device::until_on.lt(now.day()))).exec(tx)?;
    let late = delete(push_letter::table.filter(push_letter::late_at.lt(now))).exec(tx)?;
    Ok(over + late)
}

/// Whether somebody's account is open: whoever is paused or going is not told.
///
/// # Errors
/// A fault of the database.
pub fn is_open(db: &mut Db, face: FaceId, today: Day) -> Result<bool, Error> {
    let own = account::table.filter(account::face_id.eq(face));
    let state: Option<(String, Option<Day>)> =
        own.select((account::state, account::state_until)).row_opt(db)?;
    Ok(state.is_some_and(|(state, until)| {
        state == "open" || state == "paused" && until.is_some_and(|until| until <= today)
    }))
}

/// Puts a letter on its way, unless one like it is. Where minutes matter, one that waits for another try goes now instead.
pub(super) fn put_letter(tx: &mut Tx<'_>, device: DeviceId, sort: Sort, plan: Plan) -> Result<(), Error> {
    if sort.is_urgent() {
        let waits = push_letter::table
            .filter(push_letter::device_id.eq(device))
            .filter(push_letter::sort.eq(sort))
            .filter(push_letter::is_in_hand.eq(false));
        update(waits).set((push_letter::due_at.eq(plan.due), push_letter::late_at.eq(plan.late))).exec(tx)?;
    }
    let id = LetterId(tx.chance().stream("push", device.0).id());
    insert_into(push_letter::table)
        .values((
            push_letter::id.eq(id),
            push_letter::device_id.eq(device),
            push_letter::sort.eq(sort),
            push_letter::due_at.eq(plan.due),
            push_letter::late_at.eq(plan.late),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

/// When the next letter is due.
pub(super) fn next_due(db: &mut Db) -> Result<Option<Moment>, Error> {
    push_letter::table.select(min(push_letter::due_at)).row(db)
}

/// Takes letters that are due, each until `lease`. One that somebody had before keeps the name its device knows it by.
pub(super) fn claim(tx: &mut Tx<'_>, most: i64, lease: Moment) -> Result<Vec<Letter>, Error> {
    let now = tx.now();
    let due: Vec<Row> = push_letter::table
        .filter(push_letter::due_at.le(now))
        .order((push_letter::due_at, push_letter::id))
        .limit(most)
        .select((
            push_letter::id,
            push_letter::device_id,
            push_letter::sort,
            push_letter::late_at,
            push_letter::tries,
            push_letter::is_in_hand,
        ))
        .rows(tx)?;
    let is_over = |row: &Row| letters::is_over(row.2.is_urgent(), row.5, row.3, now);
    let (over, due): (Vec<Row>, Vec<Row>) = due.into_iter().partition(is_over);
    let over: Vec<LetterId> = over.into_iter().map(|row| row.0).collect();
    delete(push_letter::table.filter(push_letter::id.eq_any(over))).exec(tx)?;
    let taken: Vec<LetterId> = due.iter().map(|row| row.0).collect();
    update(push_letter::table.filter(push_letter::id.eq_any(taken)))
        .set((
            push_letter::due_at.eq(lease),
            push_letter::tries.eq(push_letter::tries + 1),
            push_letter::is_in_hand.eq(true),
        ))
        .exec(tx)?;
    let to: Vec<DeviceId> = due.iter().map(|row| row.1).collect();
    let devices: Vec<Kept> = push_device::table
        .filter(push_device::id.eq_any(to))
        .select((
            push_device::id,
            push_device::face_id,
            push_device::session_id,
            push_device::until_on,
            push_device::sealed,
        ))
        .rows(tx)?;
    let letter = |(id, device, sort, late_at, tries, _): Row| {
        let (_, face, session, until, ears) = devices.iter().find(|kept| kept.0 == device)?.clone();
        Some(Letter { id, device, sort, late_at, tries: tries + 1, face, until, session, ears })
    };
    Ok(due.into_iter().filter_map(letter).collect())
}

pub(super) fn drop_letter(tx: &mut Tx<'_>, id: LetterId) -> Result<(), Error> {
    delete(push_letter::table.filter(push_letter::id.eq(id))).exec(tx).map(drop)
}

/// Puts a letter back; `tries` as they stand then.
pub(super) fn put_back(tx: &mut Tx<'_>, id: LetterId, at: Moment, tries: i64) -> Result<(), Error> {
    update(push_letter::table.filter(push_letter::id.eq(id)))
        .set((push_letter::due_at.eq(at), push_letter::tries.eq(tries), push_letter::is_in_hand.eq(false)))
        .exec(tx)
        .map(drop)
}

pub(super) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(DeviceId, Sealed<EarsHeld>)>, Error> {
    push_device::table
        .filter(push_device::sealed.like(format!("{mark}%")))
        .order(push_device::id)
        .limit(limit)
        .select((push_device::id, push_device::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: DeviceId, sealed: &Sealed<EarsHeld>) -> Result<(), Error> {
    update(push_device::table.filter(push_device::id.eq(id)))
        .set(push_device::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}

pub(super) fn key_sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(i64, Sealed<KeyHeld>)>, Error> {
    push_key::table
        .filter(push_key::sealed.like(format!("{mark}%")))
        .limit(limit)
        .select((push_key::id, push_key::sealed))
        .rows(db)
}

pub(super) fn set_key_sealed(tx: &mut Tx<'_>, sealed: &Sealed<KeyHeld>) -> Result<(), Error> {
    update(push_key::table).set(push_key::sealed.eq(sealed)).exec(tx).map(drop)
}
