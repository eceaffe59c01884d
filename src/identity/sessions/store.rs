//! Every SQL statement of sessions.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{Device, Live, WEEKS_MAX};
use crate::db::schema::{account, face, session};
use crate::db::{Db, Run, Tx};
use crate::kernel::{AccountId, Day, Error, Moment, SessionId, Token};

/// The live session a token refers to, if it does. One indexed look-up; the same work for every miss.
///
/// # Errors
/// A fault of the database.
pub fn resolve(db: &mut Db, token: &Token, now: Moment) -> Result<Option<Live>, Error> {
    session::table
        .inner_join(account::table.inner_join(face::table))
        .filter(session::token_hash.eq(token.hash()))
        .filter(session::expires_on.ge(now.day()))
        .filter(session::made_week.gt(now.week().0 - WEEKS_MAX))
        .filter(session::generation.eq(account::session_generation))
        .select((
            session::id,
            account::id,
            face::id,
            face::name,
            face::seed,
            account::rank,
            account::state,
            account::state_until,
            account::joined_week,
            session::seen_week,
            session::made_week,
            session::is_shared,
            account::leave_signs_out,
            account::words_kept,
        ))
        .row_opt(db)
}

/// The devices an account is signed in on, newest first.
///
/// # Errors
/// A fault of the database.
pub fn devices(db: &mut Db, account: AccountId, today: Day) -> Result<Vec<Device>, Error> {
    session::table
        .inner_join(account::table)
        .filter(session::account_id.eq(account))
        .filter(session::expires_on.ge(today))
        .filter(session::generation.eq(account::session_generation))
        .order((session::seen_week.desc(), session::made_week.desc(), session::id))
        .select((
            session::id,
            session::label,
            session::is_shared,
            session::made_week,
            session::seen_week,
            session::expires_on,
        ))
        .rows(db)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    token: &Token,
    account: AccountId,
    staying: super::Staying,
) -> Result<SessionId, Error> {
    let (now, id) = (tx.now(), SessionId(tx.chance().id()));
    let generation: i64 = account::table.find(account).select(account::session_generation).row(tx)?;
    insert_into(session::table)
        .values((
            session::id.eq(id),
            session::token_hash.eq(token.hash()),
            session::account_id.eq(account),
            session::generation.eq(generation),
            session::is_shared.eq(staying == super::Staying::Shared),
            session::made_week.eq(now.week()),
            session::seen_week.eq(now.week()),
            session::expires_on.eq(now.day().plus(staying.days())),
        ))
        .exec(tx)?;
    Ok(id)
}

pub(super) fn set_seen(tx: &mut Tx<'_>, id: SessionId, expires: Day) -> Result<(), Error> {
    let week = tx.now().week();
    update(session::table.find(id))
        .set((session::seen_week.eq(week), session::expires_on.eq(expires)))
        .exec(tx)?;
    let mine = session::table.find(id).select(session::account_id).single_value();
    update(account::table.filter(account::id.nullable().eq(mine)))
        .set(account::active_week.eq(week))
        .exec(tx)?;
    Ok(())
}

pub(super) fn set_token(tx: &mut Tx<'_>, id: SessionId, token: &Token) -> Result<(), Error> {
    update(session::table.find(id)).set(session::token_hash.eq(token.hash())).exec(tx).map(drop)
}

pub(super) fn raise_generation(tx: &mut Tx<'_>, id: AccountId) -> Result<(), Error> {
    update(account::table.find(id))
        .set(account::session_generation.eq(account::session_generation + 1))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_label(
    tx: &mut Tx<'_>,
    account: AccountId,
    id: SessionId,
    label: &str,
) -> Result<(), Error> {
    update(session::table.find(id).filter(session::account_id.eq(account)))
        .set(session::label.eq(label))
        .exec(tx)?;
    Ok(())
}

/// Deletes one session of an account; another account's stays.
pub(super) fn delete_one(tx: &mut Tx<'_>, account: AccountId, id: SessionId) -> Result<(), Error> {
    delete(session::table.find(id).filter(session::account_id.eq(account))).exec(tx).map(drop)
}

/// Deletes every session of an account but one.
pub(super) fn delete_all(
    tx: &mut Tx<'_>,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<usize, Error> {
    let kept = but.unwrap_or(SessionId(0));
    delete(session::table.filter(session::account_id.eq(account)).filter(session::id.ne(kept))).exec(tx)
}

/// Forgets sessions that have run out. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let now = tx.now();
    delete(
        session::table
            .filter(session::expires_on.lt(now.day()).or(session::made_week.le(now.week().0 - WEEKS_MAX))),
    )
    .exec(tx)
}
