//! How often people told of what, month by month: of what is kept still, and of what was counted when it was forgotten.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::{insert_into, update};

use crate::db::schema::{concern, report, told_month};
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, Moment, Month};
use crate::safety::reports::{ConcernId, Reason};

/// Beside the reasons: how many were decided by the day after.
const IN_TIME: &str = "in-time";
/// Days within which something is decided in time.
const TIME_DAYS: i64 = 1;

/// What people told of in one month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// How many things, by the gravest reason of each.
    pub reasons: BTreeMap<Reason, i64>,
    /// How many of all these were decided by the day after.
    pub in_time: i64,
}

impl Told {
    /// How many things in all.
    #[must_use]
    pub fn all(&self) -> i64 {
        self.reasons.values().sum()
    }
}

type Row = (ConcernId, Moment, Option<Day>, Reason);

/// What people told of, by month, since a month and before another. What nobody told is not counted.
///
/// # Errors
/// A fault of the database.
pub fn told_by_month(db: &mut Db, from: Month, before: Month) -> Result<BTreeMap<Month, Told>, Error> {
    let rows: Vec<Row> = report::table
        .inner_join(concern::table)
        .filter(concern::opened_at.ge(from.first().start()))
        .filter(concern::opened_at.lt(before.first().start()))
        .select((concern::id, concern::opened_at, concern::decided_on, report::reason))
        .rows(db)?;
    let mut months = by_month(rows);
    let kept: Vec<(Month, String, i64)> = told_month::table
        .filter(told_month::month.ge(from))
        .filter(told_month::month.lt(before))
        .select((told_month::month, told_month::reason, told_month::n))
        .rows(db)?;
    for (month, reason, n) in kept {
        let told = months.entry(month).or_default();
        match Reason::parse(&reason) {
            Some(reason) => *told.reasons.entry(reason).or_default() += n,
            None => told.in_time += n,
        }
    }
    Ok(months)
}

/// Counts concerns that are about to be forgotten.
pub(super) fn keep(tx: &mut Tx<'_>, gone: &[ConcernId]) -> Result<(), Error> {
    let rows: Vec<Row> = report::table
        .inner_join(concern::table)
        .filter(concern::id.eq_any(gone.to_vec()))
        .select((concern::id, concern::opened_at, concern::decided_on, report::reason))
        .rows(tx)?;
    for (month, told) in by_month(rows) {
        for (reason, n) in &told.reasons {
            add(tx, (month, reason.code()), *n)?;
        }
        add(tx, (month, IN_TIME), told.in_time)?;
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, (month, reason): (Month, &str), n: i64) -> Result<(), Error> {
    if n == 0 {
        return Ok(());
    }
    let row = told_month::table.filter(told_month::month.eq(month)).filter(told_month::reason.eq(reason));
    if update(row).set(told_month::n.eq(told_month::n + n)).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(told_month::table)
        .values((told_month::month.eq(month), told_month::reason.eq(reason), told_month::n.eq(n)))
        .exec(tx)
        .map(drop)
}

/// Each concern once, by the gravest of what was told of it.
fn by_month(rows: Vec<Row>) -> BTreeMap<Month, Told> {
    let mut each: BTreeMap<ConcernId, (Moment, Option<Day>, Reason)> = BTreeMap::new();
    for (id, opened, decided, reason) in rows {
        let one = each.entry(id).or_insert((opened, decided, reason));
        one.2 = one.2.min(reason);
    }
    let mut months: BTreeMap<Month, Told> = BTreeMap::new();
    for (opened, decided, reason) in each.into_values() {
        let told = months.entry(opened.day().month()).or_default();
        *told.reasons.entry(reason).or_default() += 1;
        if decided.is_some_and(|on| on.0 - opened.day().0 <= TIME_DAYS) {
            told.in_time += 1;
        }
    }
    months
}

#[test]
fn a_thing_counts_once_by_its_gravest_reason() {
    let at = Day::parse("2026-11-03").unwrap();
    let row = |id, decided: Option<i64>, reason| {
        (ConcernId(id), at.start(), decided.map(|days| at.plus(days)), reason)
    };
    let rows = vec![
        row(1, Some(1), Reason::Spam),
        row(1, Some(1), Reason::Outing),
        row(2, Some(2), Reason::Spam),
        row(3, None, Reason::Spam),
    ];
    let told = by_month(rows).remove(&at.month()).unwrap();
    assert_eq!((told.reasons[&Reason::Outing], told.reasons[&Reason::Spam], told.in_time), (1, 2, 1));
    assert_eq!(told.all(), 3);
}
