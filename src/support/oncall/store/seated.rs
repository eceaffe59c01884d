//! Every SQL statement of who came to a room, and stays.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::{insert_into, update};

use crate::db::schema::{ask, ask_seat};
use crate::db::{Db, Run, Tx};
use crate::kernel::{AskId, Error, FaceId, Moment};
use crate::policy::Permit;
use crate::policy::scope::support as scope;

/// Somebody who came to a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
#[expect(clippy::struct_field_names, reason = "a seat is a number in a room")]
pub struct Seat {
    /// Who.
    pub face: FaceId,
    /// Their seat; none: they left.
    pub seat: Option<i64>,
    /// Whether they are not asked again.
    pub is_let_go: bool,
    /// Whether they stay only until somebody else comes.
    pub hands_over: bool,
}

/// Everybody who came, by seat.
pub(in crate::support::oncall) fn seats(db: &mut Db, id: AskId) -> Result<Vec<Seat>, Error> {
    ask_seat::table
        .filter(ask_seat::ask_id.eq(id))
        .order((ask_seat::seat, ask_seat::face_id))
        .select((ask_seat::face_id, ask_seat::seat, ask_seat::is_let_go, ask_seat::hands_over))
        .rows(db)
}

/// Rooms to which somebody does not come anew: they are there, or were let go.
pub(in crate::support::oncall) fn not_again(db: &mut Db, face: FaceId) -> Result<BTreeSet<AskId>, Error> {
    let own = ask_seat::table.filter(ask_seat::face_id.eq(face));
    let kept = own.filter(ask_seat::seat.is_not_null().or(ask_seat::is_let_go.eq(true)));
    let rooms: Vec<AskId> = kept.select(ask_seat::ask_id).rows(db)?;
    Ok(rooms.into_iter().collect())
}

/// Takes a seat; one that was taken in the same moment is a value that exists already.
pub(in crate::support::oncall) fn put_seat(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: AskId,
    seat: i64,
) -> Result<(), Error> {
    let face = permit.actor();
    let before = ask_seat::table.filter(ask_seat::ask_id.eq(id)).filter(ask_seat::face_id.eq(face));
    if update(before).set(ask_seat::seat.eq(Some(seat))).exec(tx)? > 0 {
        return Ok(());
    }
    insert_into(ask_seat::table)
        .values((ask_seat::ask_id.eq(id), ask_seat::face_id.eq(face), ask_seat::seat.eq(Some(seat))))
        .exec(tx)
        .map(drop)
}

pub(in crate::support::oncall) fn unseat(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: AskId,
    (face, is_let_go): (FaceId, bool),
) -> Result<(), Error> {
    update(ask_seat::table.filter(ask_seat::ask_id.eq(id)).filter(ask_seat::face_id.eq(face)))
        .set((
            ask_seat::seat.eq(None::<i64>),
            ask_seat::is_let_go.eq(is_let_go),
            ask_seat::hands_over.eq(false),
        ))
        .exec(tx)
        .map(drop)
}

/// Whether somebody stays only until another one comes.
pub(in crate::support::oncall) fn set_hands_over(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: AskId,
    hands_over: bool,
) -> Result<(), Error> {
    let own = ask_seat::table.filter(ask_seat::ask_id.eq(id)).filter(ask_seat::face_id.eq(permit.actor()));
    update(own).set(ask_seat::hands_over.eq(hands_over)).exec(tx).map(drop)
}

/// Whether two were in one room within a day, whoever of them asked, and whether or not they left.
pub(in crate::support::oncall) fn sat_together(
    db: &mut Db,
    one: FaceId,
    other: FaceId,
    now: Moment,
) -> Result<bool, Error> {
    let mut of = |face: FaceId| -> Result<BTreeSet<AskId>, Error> {
        let came: Vec<AskId> = ask_seat::table
            .inner_join(ask::table)
            .filter(ask_seat::face_id.eq(face))
            .filter(ask_seat::is_let_go.eq(false))
            .filter(ask::ends_at.gt(now))
            .select(ask_seat::ask_id)
            .rows(db)?;
        let asked: Vec<AskId> =
            ask::table.filter(ask::face_id.eq(face)).filter(ask::ends_at.gt(now)).select(ask::id).rows(db)?;
        Ok(came.into_iter().chain(asked).collect())
    };
    Ok(!of(one)?.is_disjoint(&of(other)?))
}

/// To how many somebody came within a day: what is older is not there any more.
pub(in crate::support::oncall) fn stood_by(db: &mut Db, face: FaceId, now: Moment) -> Result<i64, Error> {
    ask_seat::table
        .inner_join(ask::table)
        .filter(ask_seat::face_id.eq(face))
        .filter(ask::ends_at.gt(now))
        .count()
        .row(db)
}

/// To how many each listener came within a day.
pub(in crate::support::oncall) fn came(db: &mut Db, now: Moment) -> Result<BTreeMap<FaceId, i64>, Error> {
    let came: Vec<FaceId> = ask_seat::table
        .inner_join(ask::table)
        .filter(ask::ends_at.gt(now))
        .select(ask_seat::face_id)
        .rows(db)?;
    let mut all = BTreeMap::new();
    for face in came {
        *all.entry(face).or_default() += 1;
    }
    Ok(all)
}

/// Live rooms in which somebody has a seat.
pub(in crate::support::oncall) fn sat_in(tx: &mut Tx<'_>, face: FaceId) -> Result<Vec<AskId>, Error> {
    ask_seat::table
        .inner_join(ask::table)
        .filter(ask_seat::face_id.eq(face))
        .filter(ask_seat::seat.is_not_null())
        .filter(ask::over_on.is_null())
        .select(ask_seat::ask_id)
        .rows(tx)
}

/// Live rooms in which two are, whoever of them asked.
pub(in crate::support::oncall) fn shared(
    tx: &mut Tx<'_>,
    one: FaceId,
    other: FaceId,
) -> Result<Vec<AskId>, Error> {
    let mut of = |face: FaceId| -> Result<BTreeSet<AskId>, Error> {
        let sat = sat_in(tx, face)?;
        let own = ask::table.filter(ask::face_id.eq(face)).filter(ask::over_on.is_null());
        let asked: Vec<AskId> = own.select(ask::id).rows(tx)?;
        Ok(sat.into_iter().chain(asked).collect())
    };
    Ok(of(one)?.intersection(&of(other)?).copied().collect())
}

/// With how many each listener is now.
pub(in crate::support::oncall) fn busy(db: &mut Db, now: Moment) -> Result<BTreeMap<FaceId, i64>, Error> {
    let seated: Vec<FaceId> = ask_seat::table
        .inner_join(ask::table)
        .filter(scope::live_asks(now))
        .filter(ask_seat::seat.is_not_null())
        .select(ask_seat::face_id)
        .rows(db)?;
    let mut busy = BTreeMap::new();
    for face in seated {
        *busy.entry(face).or_default() += 1;
    }
    Ok(busy)
}
