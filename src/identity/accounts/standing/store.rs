//! Every SQL statement of where accounts stand.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::update;

use super::{Asked, Resident, State};
use crate::db::schema::{account, face};
use crate::db::{Db, Run, Tx, when};
use crate::kernel::{AccountId, Day, Error, FaceId};
use crate::policy::{Permit, Rank};

type Columns = (
    account::id,
    account::face_id,
    face::name,
    face::seed,
    account::rank,
    account::state,
    account::state_reason,
    account::state_until,
    account::joined_week,
);

const fn columns() -> Columns {
    (
        account::id,
        account::face_id,
        face::name,
        face::seed,
        account::rank,
        account::state,
        account::state_reason,
        account::state_until,
        account::joined_week,
    )
}

/// Members whose name begins with `begins` (folded as names are), those who wait to come in left out;
/// `limit` of them, after the name `after`.
///
/// # Errors
/// A fault of the database.
pub fn list(
    db: &mut Db,
    _permit: &Permit,
    begins: &str,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Resident>, Error> {
    // Keys hold letters and digits alone, so a range finds a beginning without wildcards.
    let end = format!("{begins}\u{10FFFF}");
    account::table
        .inner_join(face::table)
        .filter(account::state.ne_all([State::Waiting, State::Leaving]))
        .filter(face::name_key.ge(begins).and(face::name_key.lt(end)))
        .filter(when(after, |after| face::name_key.gt(after.to_owned())))
        .order(face::name_key)
        .limit(limit)
        .select(columns())
        .rows(db)
}

/// Those who asked to come in, longest first.
///
/// # Errors
/// A fault of the database.
pub fn waiting(db: &mut Db, _permit: &Permit) -> Result<Vec<Asked>, Error> {
    account::table
        .inner_join(face::table)
        .filter(account::state.eq(State::Waiting))
        .order((account::joined_week, account::id))
        .limit(100)
        .select((face::name, face::seed, account::application, account::joined_week))
        .rows(db)
}

pub(super) fn find(db: &mut Db, name_key: &str) -> Result<Resident, Error> {
    account::table
        .inner_join(face::table)
        .filter(face::name_key.eq(name_key))
        .filter(account::state.ne(State::Leaving))
        .select(columns())
        .row(db)
}

pub(super) fn paused_until(db: &mut Db, today: Day) -> Result<Vec<Resident>, Error> {
    account::table
        .inner_join(face::table)
        .filter(account::state.eq(State::Paused))
        .filter(account::state_until.le(today))
        .select(columns())
        .rows(db)
}

pub(super) fn find_rank(db: &mut Db, face: FaceId) -> Result<Option<(AccountId, Rank)>, Error> {
    account::table.filter(account::face_id.eq(face)).select((account::id, account::rank)).row_opt(db)
}

pub(super) fn count_hosts(db: &mut Db) -> Result<i64, Error> {
    account::table
        .filter(account::rank.eq(Rank::Host))
        .filter(account::state.eq(State::Open))
        .select(count_star())
        .row(db)
}

pub(super) fn set_state(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: AccountId,
    state: State,
    (reason, until): (&str, Option<Day>),
) -> Result<(), Error> {
    update(account::table.find(id))
        .set((
            account::state.eq(state),
            account::state_reason.eq(reason),
            account::state_until.eq(until),
            account::application.eq(""),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_rank(tx: &mut Tx<'_>, _permit: &Permit, id: AccountId, rank: Rank) -> Result<(), Error> {
    update(account::table.find(id)).set(account::rank.eq(rank)).exec(tx).map(drop)
}
