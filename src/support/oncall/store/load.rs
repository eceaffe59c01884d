//! Every SQL statement of how much listening falls on one person.

use diesel::prelude::*;
use diesel::{delete, insert_into};

use crate::db::schema::{listening_tally, listening_week};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Error, Week};
use crate::keys::Sealed;
use crate::support::oncall::load::{Load, WeekHeld};

pub(in crate::support::oncall) fn week(db: &mut Db, week: Week) -> Result<Option<Sealed<WeekHeld>>, Error> {
    listening_week::table.find(week).select(listening_week::sealed).row_opt(db)
}

pub(in crate::support::oncall) fn put_week(
    tx: &mut Tx<'_>,
    week: Week,
    sealed: &Sealed<WeekHeld>,
) -> Result<(), Error> {
    insert_into(listening_week::table)
        .values((listening_week::week.eq(week), listening_week::sealed.eq(sealed)))
        .on_conflict(listening_week::week)
        .do_update()
        .set(listening_week::sealed.eq(sealed))
        .exec(tx)
        .map(drop)
}

/// Weeks of before one, with what was counted in them.
pub(in crate::support::oncall) fn before(
    db: &mut Db,
    week: Week,
) -> Result<Vec<(Week, Sealed<WeekHeld>)>, Error> {
    listening_week::table
        .filter(listening_week::week.lt(week))
        .select((listening_week::week, listening_week::sealed))
        .rows(db)
}

pub(in crate::support::oncall) fn drop_week(tx: &mut Tx<'_>, week: Week) -> Result<(), Error> {
    delete(listening_week::table.find(week)).exec(tx).map(drop)
}

pub(in crate::support::oncall) fn put_tally(tx: &mut Tx<'_>, week: Week, load: Load) -> Result<(), Error> {
    insert_into(listening_tally::table)
        .values((
            listening_tally::week.eq(week),
            listening_tally::listeners.eq(load.listeners),
            listening_tally::median.eq(load.median),
            listening_tally::most.eq(load.most),
        ))
        .on_conflict_do_nothing()
        .exec(tx)
        .map(drop)
}

pub(in crate::support::oncall) fn latest(db: &mut Db) -> Result<Option<Load>, Error> {
    let found: Option<(i64, i64, i64)> = listening_tally::table
        .order(listening_tally::week.desc())
        .select((listening_tally::listeners, listening_tally::median, listening_tally::most))
        .limit(1)
        .row_opt(db)?;
    Ok(found.map(|(listeners, median, most)| Load { listeners, median, most }))
}

pub(in crate::support::oncall) fn prune(tx: &mut Tx<'_>, before: Week) -> Result<(), Error> {
    delete(listening_tally::table.filter(listening_tally::week.lt(before))).exec(tx).map(drop)
}

pub(in crate::support::oncall) fn sealed_by(
    db: &mut Db,
    mark: &str,
    limit: i64,
) -> Result<Vec<(i64, Sealed<WeekHeld>)>, Error> {
    let rows: Vec<(Week, Sealed<WeekHeld>)> = listening_week::table
        .filter(listening_week::sealed.like(format!("{mark}%")))
        .order(listening_week::week)
        .limit(limit)
        .select((listening_week::week, listening_week::sealed))
        .rows(db)?;
    Ok(rows.into_iter().map(|(week, sealed)| (week.0, sealed)).collect())
}
