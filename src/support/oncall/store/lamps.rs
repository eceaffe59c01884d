//! Every SQL statement of lamps and of the numbers.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::{ask_tally, lamp, membership};
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment};
use crate::policy::Permit;
use crate::support::oncall::{Circle, Lamp, Outcome, rules};

/// What was counted of an hour, by UTC, in a month.
type Counted = (String, i64, Outcome, i64);

/// Somebody's own lamp; as it is for everybody until they say otherwise.
pub(in crate::support::oncall) fn own(db: &mut Db, face: FaceId) -> Result<Lamp, Error> {
    let found = find(db, face)?;
    Ok(found.unwrap_or_else(|| Lamp::of(face)))
}

/// Somebody's lamp, if they ever said anything of it.
pub(in crate::support::oncall) fn find(db: &mut Db, face: FaceId) -> Result<Option<Lamp>, Error> {
    lamp::table.find(face).select(cols::<Lamp>()).row_opt(db)
}

/// Lamps of all who may be asked in some way.
pub(in crate::support::oncall) fn all(db: &mut Db, now: Moment) -> Result<Vec<Lamp>, Error> {
    lamp::table
        .filter(lamp::lit_until.gt(now).or(lamp::days.ne("")).or(lamp::askable.ne(Circle::Lamps)))
        .select(cols::<Lamp>())
        .rows(db)
}

/// Writes a lamp.
pub(in crate::support::oncall) fn put(tx: &mut Tx<'_>, permit: &Permit, own: &Lamp) -> Result<(), Error> {
    let face = permit.actor();
    let written = (
        lamp::lit_until.eq(own.lit_until),
        lamp::most.eq(own.most),
        lamp::askable.eq(own.askable),
        lamp::days.eq(own.days.clone()),
        lamp::from_hour.eq(own.from_hour),
        lamp::to_hour.eq(own.to_hour),
        lamp::zone.eq(own.zone.clone()),
        lamp::rests_until.eq(own.rests_until),
        lamp::looks_back_on.eq(own.looks_back_on),
        lamp::a_day.eq(own.a_day),
    );
    if update(lamp::table.find(face)).set(written.clone()).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(lamp::table).values((lamp::face_id.eq(face), written)).exec(tx).map(drop)
}

/// When a lamp was lit until, and how long somebody rests, goes once it is over.
pub(in crate::support::oncall) fn sweep(tx: &mut Tx<'_>, now: Moment) -> Result<(), Error> {
    update(lamp::table.filter(lamp::lit_until.le(now))).set(lamp::lit_until.eq(None::<Moment>)).exec(tx)?;
    let asked = now.day().plus(-rules::LOOKS_BACK_DAYS);
    update(lamp::table.filter(lamp::looks_back_on.lt(asked)))
        .set(lamp::looks_back_on.eq(None::<Day>))
        .exec(tx)?;
    update(lamp::table.filter(lamp::rests_until.le(now)))
        .set(lamp::rests_until.eq(None::<Moment>))
        .exec(tx)
        .map(drop)
}

pub(in crate::support::oncall) fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(lamp::table.find(face)).exec(tx).map(drop)
}

/// Everybody who is in a group with somebody; none: they are in no group.
pub(in crate::support::oncall) fn neighbours(
    db: &mut Db,
    face: FaceId,
) -> Result<Option<BTreeSet<FaceId>>, Error> {
    let groups: Vec<GroupId> = membership::table
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("in"))
        .select(membership::group_id)
        .rows(db)?;
    if groups.is_empty() {
        return Ok(None);
    }
    let near: Vec<FaceId> = membership::table
        .filter(membership::group_id.eq_any(groups))
        .filter(membership::state.eq("in"))
        .select(membership::face_id)
        .distinct()
        .rows(db)?;
    Ok(Some(near.into_iter().collect()))
}

/// Of these faces, those who are in a group.
pub(in crate::support::oncall) fn grouped(db: &mut Db, faces: &[FaceId]) -> Result<BTreeSet<FaceId>, Error> {
    let grouped: Vec<FaceId> = membership::table
        .filter(membership::face_id.eq_any(faces.to_vec()))
        .filter(membership::state.eq("in"))
        .select(membership::face_id)
        .distinct()
        .rows(db)?;
    Ok(grouped.into_iter().collect())
}

/// Of these faces, those who are paused in some group.
pub(in crate::support::oncall) fn paused(db: &mut Db, faces: &[FaceId]) -> Result<BTreeSet<FaceId>, Error> {
    let paused: Vec<FaceId> = membership::table
        .filter(membership::face_id.eq_any(faces.to_vec()))
        .filter(membership::state.eq("paused"))
        .select(membership::face_id)
        .rows(db)?;
    Ok(paused.into_iter().collect())
}

/// Counts one.
pub(in crate::support::oncall) fn count(
    tx: &mut Tx<'_>,
    (month, hour): (&str, i64),
    outcome: Outcome,
) -> Result<(), Error> {
    let before = ask_tally::table.find((month.to_owned(), hour, outcome));
    if update(before).set(ask_tally::n.eq(ask_tally::n + 1_i64)).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(ask_tally::table)
        .values((
            ask_tally::month.eq(month),
            ask_tally::hour.eq(hour),
            ask_tally::outcome.eq(outcome),
            ask_tally::n.eq(1_i64),
        ))
        .exec(tx)
        .map(drop)
}

/// All that was counted: month and hour, outcome, how many.
pub(in crate::support::oncall) fn counted(db: &mut Db) -> Result<Vec<Counted>, Error> {
    ask_tally::table.select((ask_tally::month, ask_tally::hour, ask_tally::outcome, ask_tally::n)).rows(db)
}

/// Numbers of before a month go.
pub(in crate::support::oncall) fn prune(tx: &mut Tx<'_>, before: &str) -> Result<(), Error> {
    delete(ask_tally::table.filter(ask_tally::month.lt(before.to_owned()))).exec(tx).map(drop)
}
