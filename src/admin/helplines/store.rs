//! Every SQL statement of helplines.

use diesel::dsl::max;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Draft, Helpline};
use crate::db::schema::{community, helpline};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error};
use crate::policy::Permit;

/// The numbers of a country, in the host's order.
///
/// # Errors
/// A fault of the database.
pub fn by_country(db: &mut Db, country: &str) -> Result<Vec<Helpline>, Error> {
    helpline::table
        .filter(helpline::country.eq(country))
        .order((helpline::position, helpline::id))
        .select(cols::<Helpline>())
        .rows(db)
}

/// The countries the host keeps numbers for, in order of their codes.
///
/// # Errors
/// A fault of the database.
pub fn countries(db: &mut Db) -> Result<Vec<String>, Error> {
    helpline::table.select(helpline::country).distinct().order(helpline::country).rows(db)
}

/// Every number, country by country.
///
/// # Errors
/// A fault of the database.
pub fn every(db: &mut Db) -> Result<Vec<Helpline>, Error> {
    helpline::table
        .order((helpline::country, helpline::position, helpline::id))
        .select(cols::<Helpline>())
        .rows(db)
}

/// One number.
///
/// # Errors
/// [`Error::Absent`] if there is none.
pub fn find(db: &mut Db, id: i64) -> Result<Helpline, Error> {
    helpline::table.find(id).select(cols::<Helpline>()).row(db)
}

/// The community's own country; empty until the host has said.
pub(super) fn own_country(db: &mut Db) -> Result<String, Error> {
    community::table.select(community::country).row_opt(db).map(Option::unwrap_or_default)
}

pub(super) fn insert(tx: &mut Tx<'_>, _permit: &Permit, draft: &Draft) -> Result<Helpline, Error> {
    let id = tx.chance().id();
    let last: Option<i64> = helpline::table
        .filter(helpline::country.eq(draft.country.as_str()))
        .select(max(helpline::position))
        .row(tx)?;
    insert_into(helpline::table)
        .values((
            helpline::id.eq(id),
            helpline::country.eq(draft.country.as_str()),
            helpline::name.eq(draft.name.as_str()),
            helpline::number.eq(draft.number.as_str()),
            helpline::kind.eq(draft.kind),
            helpline::hours.eq(draft.hours.as_str()),
            helpline::note.eq(draft.note.as_str()),
            helpline::position.eq(last.map_or(0, |last| last + 1)),
        ))
        .returning(cols::<Helpline>())
        .row(tx)
}

pub(super) fn update_draft(tx: &mut Tx<'_>, _permit: &Permit, id: i64, draft: &Draft) -> Result<(), Error> {
    update(helpline::table.find(id))
        .set((
            helpline::country.eq(draft.country.as_str()),
            helpline::name.eq(draft.name.as_str()),
            helpline::number.eq(draft.number.as_str()),
            helpline::kind.eq(draft.kind),
            helpline::hours.eq(draft.hours.as_str()),
            helpline::note.eq(draft.note.as_str()),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_checked_on(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: i64,
    day: Option<Day>,
) -> Result<(), Error> {
    update(helpline::table.find(id)).set(helpline::checked_on.eq(day)).exec(tx).map(drop)
}

pub(super) fn set_position(tx: &mut Tx<'_>, _permit: &Permit, id: i64, position: i64) -> Result<(), Error> {
    update(helpline::table.find(id)).set(helpline::position.eq(position)).exec(tx).map(drop)
}

pub(super) fn delete_one(tx: &mut Tx<'_>, _permit: &Permit, id: i64) -> Result<(), Error> {
    delete(helpline::table.find(id)).exec(tx).map(drop)
}
