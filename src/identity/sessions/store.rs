//! Every SQL statement of sessions.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::{insert_into, update};

use super::devices::{self, Entry};
use super::model::{Device, Live, Owner, WEEKS_MAX};
use super::seal::{Seat, row_of};
use crate::db::schema::{account, face, push_device, session};
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Day, Error, Moment, SessionId, Token, Week};
use crate::keys::Holder;
use crate::policy::scope::support as scope;

/// The live session a token refers to, if it does: one look-up, one unsealing, and its holder's account.
///
/// # Errors
/// A fault of the database.
pub fn resolve(db: &mut Db, token: &Token, now: Moment) -> Result<Option<Live>, Error> {
    let Some(seat) = seat(db, token)? else { return Ok(None) };
    if seat.expires < now.day() || seat.made.0 <= now.week().0 - WEEKS_MAX {
        return Ok(None);
    }
    let owner: Option<Owner> = account::table
        .inner_join(face::table)
        .filter(account::id.eq(seat.account))
        .filter(account::session_generation.eq(seat.generation))
        .select((
            face::id,
            face::name,
            face::seed,
            account::rank,
            account::state,
            account::state_until,
            account::joined_week,
            account::leave_signs_out,
            account::words_kept,
            exists(scope::counted_silences()),
            account::muted_words,
        ))
        .row_opt(db)?;
    Ok(owner.map(|owner| Live { seat, owner }))
}

/// What a token opens, whatever has become of the account.
pub(super) fn seat(db: &mut Db, token: &Token) -> Result<Option<Seat>, Error> {
    let row = row_of(token);
    let sealed: Option<String> = session::table.find(&row).select(session::sealed).row_opt(db)?;
    Ok(sealed.and_then(|sealed| Seat::open(token, &row, &sealed)))
}

/// The devices an account is signed in on, newest first.
///
/// # Errors
/// A fault of the database.
pub fn devices(db: &mut Db, holder: &Holder, now: Moment) -> Result<Vec<Device>, Error> {
    let sealed: String = account::table.find(holder.account).select(account::devices).row(db)?;
    let list = devices::open(&sealed, &holder.secret, holder.account, now.day());
    Ok(list.into_iter().map(Entry::shown).collect())
}

pub(super) fn list(tx: &mut Tx<'_>, holder: &Holder) -> Result<Vec<Entry>, Error> {
    let sealed: String = account::table.find(holder.account).select(account::devices).row(tx)?;
    Ok(devices::open(&sealed, &holder.secret, holder.account, tx.now().day()))
}

pub(super) fn set_list(tx: &mut Tx<'_>, holder: &Holder, list: &[Entry]) -> Result<(), Error> {
    let chance = tx.chance().stream("sessions", holder.account.0);
    let sealed = devices::seal(list, &chance, &holder.secret, holder.account)?;
    update(account::table.find(holder.account)).set(account::devices.eq(sealed)).exec(tx).map(drop)
}

/// Seals a session into a row of its own; returns which.
pub(super) fn insert(tx: &mut Tx<'_>, token: &Token, seat: &Seat) -> Result<String, Error> {
    let (row, sealed) = seat.seal(&tx.chance().stream("sessions", seat.account.0), token)?;
    insert_into(session::table)
        .values((
            session::id_hash.eq(&row),
            session::sealed.eq(sealed),
            session::expires_week.eq(seat.expires.week()),
        ))
        .exec(tx)?;
    Ok(row)
}

pub(super) fn delete(tx: &mut Tx<'_>, row: &str) -> Result<(), Error> {
    diesel::delete(session::table.find(row)).exec(tx).map(drop)
}

/// What is told on a device ends with its session, in the same commit.
pub(super) fn hush(tx: &mut Tx<'_>, ids: &[i64]) -> Result<(), Error> {
    diesel::delete(push_device::table.filter(push_device::session_id.eq_any(ids.to_vec()))).exec(tx).map(drop)
}

/// The same for every session of an account but one.
pub(super) fn hush_all(tx: &mut Tx<'_>, id: AccountId, but: Option<SessionId>) -> Result<(), Error> {
    let own = account::table.filter(account::id.eq(id)).select(account::face_id);
    diesel::delete(
        push_device::table
            .filter(push_device::face_id.eq_any(own))
            .filter(push_device::session_id.ne(but.unwrap_or(SessionId(0)))),
    )
    .exec(tx)
    .map(drop)
}

/// A session lasts longer, and so does what is told on its device.
pub(super) fn ring_until(tx: &mut Tx<'_>, id: SessionId, until: Day) -> Result<(), Error> {
    update(push_device::table.filter(push_device::session_id.eq(id)))
        .set(push_device::until_on.eq(until))
        .exec(tx)
        .map(drop)
}

pub(super) fn generation(db: &mut Db, id: AccountId) -> Result<i64, Error> {
    account::table.find(id).select(account::session_generation).row(db)
}

pub(super) fn raise_generation(tx: &mut Tx<'_>, id: AccountId) -> Result<(), Error> {
    update(account::table.find(id))
        .set(account::session_generation.eq(account::session_generation + 1))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_active(tx: &mut Tx<'_>, id: AccountId, week: Week) -> Result<(), Error> {
    update(account::table.find(id)).set(account::active_week.eq(week)).exec(tx).map(drop)
}

/// Forgets sessions that have run out. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let week = tx.now().week();
    diesel::delete(session::table.filter(session::expires_week.lt(week))).exec(tx)
}
