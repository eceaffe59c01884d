//! Every SQL statement about what came.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::model::{Arrival, Parcel, State};
use crate::db::schema::parcel;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, Moment};

/// Concerns that are shown at once.
const FLAGS_MAX: i64 = 50;

/// Keeps what came, due now. Says whether it is new: the same from the same community comes once.
pub(super) fn keep(tx: &mut Tx<'_>, new: &Arrival) -> Result<bool, Error> {
    let now = tx.now();
    let rows = insert_into(parcel::table)
        .values((
            parcel::activity.eq(&new.activity),
            parcel::domain.eq(&new.domain),
            parcel::actor.eq(&new.actor),
            parcel::body.eq(&new.body),
            parcel::received_on.eq(now.day()),
            parcel::due_at.eq(Some(now)),
            parcel::state.eq(State::New),
        ))
        .on_conflict_do_nothing()
        .exec(tx)?;
    Ok(rows > 0)
}

/// The oldest that is due of each community: they are opened in the order they came, and no community waits for another.
pub(super) fn due(db: &mut Db, now: Moment, most: i64) -> Result<Vec<Parcel>, Error> {
    let heads: Vec<Option<i64>> = parcel::table
        .filter(parcel::due_at.le(now))
        .group_by(parcel::domain)
        .limit(most)
        .select(min(parcel::id))
        .rows(db)?;
    let heads: Vec<i64> = heads.into_iter().flatten().collect();
    parcel::table.filter(parcel::id.eq_any(heads)).order(parcel::id).select(cols::<Parcel>()).rows(db)
}

/// When something is due next.
pub(super) fn next_due(db: &mut Db) -> Result<Option<Moment>, Error> {
    parcel::table.filter(parcel::due_at.is_not_null()).select(min(parcel::due_at)).row::<Option<Moment>>(db)
}

/// Takes a parcel to settle it; says whether it was there to be taken: another process may have been first.
pub(super) fn take(tx: &mut Tx<'_>, id: i64) -> Result<bool, Error> {
    let rows = update(parcel::table.find(id).filter(parcel::due_at.is_not_null()))
        .set((parcel::due_at.eq(None::<Moment>), parcel::state.eq(State::Done)))
        .exec(tx)?;
    Ok(rows > 0)
}

/// What became of a parcel that was taken. Its body goes, unless it is needed once more.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    id: i64,
    (state, reason): (State, &str),
    keeps: bool,
) -> Result<(), Error> {
    let row = parcel::table.find(id);
    update(row)
        .set((parcel::due_at.eq(None::<Moment>), parcel::state.eq(state), parcel::reason.eq(reason)))
        .exec(tx)?;
    if keeps { Ok(()) } else { update(row).set(parcel::body.eq(Vec::<u8>::new())).exec(tx).map(drop) }
}

/// Notes how far something has got that takes several turns.
pub(super) fn note(tx: &mut Tx<'_>, (activity, domain): (&str, &str), body: &[u8]) -> Result<(), Error> {
    update(parcel::table.filter(parcel::activity.eq(activity)).filter(parcel::domain.eq(domain)))
        .set(parcel::body.eq(body.to_vec()))
        .exec(tx)
        .map(drop)
}

/// A parcel waits until then.
pub(super) fn park(tx: &mut Tx<'_>, id: i64, until: Moment, reason: &str) -> Result<(), Error> {
    update(parcel::table.find(id).filter(parcel::due_at.is_not_null()))
        .set((
            parcel::due_at.eq(Some(until)),
            parcel::tries.eq(parcel::tries + 1),
            parcel::state.eq(State::Parked),
            parcel::reason.eq(reason),
        ))
        .exec(tx)
        .map(drop)
}

/// What became of what a community sent: state, reason, how many.
pub(super) fn tallies(db: &mut Db, domain: &str) -> Result<Vec<(State, String, i64)>, Error> {
    parcel::table
        .filter(parcel::domain.eq(domain))
        .group_by((parcel::state, parcel::reason))
        .order((parcel::state, parcel::reason))
        .select((parcel::state, parcel::reason, count_star()))
        .rows(db)
}

/// Concerns that a community sent, the newest first: the day, and the activity as it came.
pub(super) fn flags(db: &mut Db, domain: &str) -> Result<Vec<(Day, Vec<u8>)>, Error> {
    parcel::table
        .filter(parcel::domain.eq(domain))
        .filter(parcel::reason.eq(super::FLAG))
        .order(parcel::id.desc())
        .limit(FLAGS_MAX)
        .select((parcel::received_on, parcel::body))
        .rows(db)
}

/// Forgets what came before a day, settled or not.
pub(super) fn forget(tx: &mut Tx<'_>, before: Day) -> Result<usize, Error> {
    delete(parcel::table.filter(parcel::received_on.lt(before))).exec(tx)
}
