//! Every SQL statement of asks and rooms. Reads begin from what a member may read.

pub(super) mod lamps;
pub(super) mod load;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::dsl::max;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Ask, Circle, Need, Phase, rules};
use crate::db::schema::{ask, ask_seat, ask_word, face};
use crate::db::{Db, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{AskId, Day, Error, FaceId, Moment, PublicId};
use crate::policy::Permit;
use crate::policy::scope::support as scope;

/// Asks that are looked through at once: many more than a community ever has.
const LIVE_MAX: i64 = 100;
/// Lines of a room that are shown, the latest.
const WORDS_SHOWN: i64 = 200;

/// A room that somebody may enter.
pub(super) fn find(db: &mut Db, viewer: FaceId, id: &PublicId, now: Moment) -> Result<Ask, Error> {
    ask::table
        .filter(scope::rooms(viewer, now))
        .filter(ask::public_id.eq(id.clone()))
        .select(cols::<Ask>())
        .row(db)
}

/// A room in which somebody had a seat.
pub(super) fn find_left(db: &mut Db, viewer: FaceId, id: &PublicId, now: Moment) -> Result<Ask, Error> {
    ask::table
        .filter(scope::left_rooms(viewer, now))
        .filter(ask::public_id.eq(id.clone()))
        .select(cols::<Ask>())
        .row(db)
}

/// An ask that lives, for those whom it may reach: the caller asks whether it does.
pub(super) fn find_live(db: &mut Db, id: &PublicId, now: Moment) -> Result<Ask, Error> {
    ask::table
        .filter(scope::live_asks(now))
        .filter(ask::public_id.eq(id.clone()))
        .select(cols::<Ask>())
        .row(db)
}

/// All that live, those who wait longest first.
pub(super) fn live(db: &mut Db, now: Moment) -> Result<Vec<Ask>, Error> {
    ask::table
        .filter(scope::live_asks(now))
        .order((ask::rung_at, ask::id))
        .limit(LIVE_MAX)
        .select(cols::<Ask>())
        .rows(db)
}

/// By its row, whoever looks; for the house.
pub(super) fn by_id(db: &mut Db, id: AskId) -> Result<Option<Ask>, Error> {
    ask::table.find(id).select(cols::<Ask>()).row_opt(db)
}

/// What somebody asks now.
pub(super) fn own_live(db: &mut Db, face: FaceId, now: Moment) -> Result<Option<Ask>, Error> {
    ask::table.filter(scope::live_asks(now)).filter(ask::face_id.eq(face)).select(cols::<Ask>()).row_opt(db)
}

/// How often somebody asked within a day: what is older is not there any more.
pub(super) fn count_of(db: &mut Db, face: FaceId) -> Result<i64, Error> {
    ask::table.filter(ask::face_id.eq(face)).count().row(db)
}

/// Rooms of the last day that somebody asked for or came to.
pub(super) fn rooms_of(db: &mut Db, face: FaceId, now: Moment) -> Result<Vec<Ask>, Error> {
    ask::table.filter(scope::rooms(face, now)).order(ask::ends_at).select(cols::<Ask>()).rows(db)
}

/// What a new ask is made from.
pub(super) struct New<'a> {
    pub id: AskId,
    pub public_id: PublicId,
    pub need: Need,
    pub line: &'a str,
    pub month: &'a str,
    pub consent: Circle,
}

pub(super) fn insert(tx: &mut Tx<'_>, permit: &Permit, new: &New<'_>) -> Result<Ask, Error> {
    let now = tx.now();
    insert_into(ask::table)
        .values((
            ask::id.eq(new.id),
            ask::public_id.eq(new.public_id.clone()),
            ask::face_id.eq(permit.actor()),
            ask::need.eq(new.need),
            ask::line.eq(new.line),
            ask::month.eq(new.month),
            ask::consent.eq(new.consent),
            ask::circle.eq(Circle::Lamps),
            ask::phase.eq(Phase::Open),
            ask::rung_at.eq(now),
            ask::ends_at.eq(rules::ends_at(now)),
        ))
        .returning(cols::<Ask>())
        .row(tx)
}

pub(super) fn set_phase(tx: &mut Tx<'_>, _permit: &Permit, id: AskId, phase: Phase) -> Result<(), Error> {
    update(ask::table.find(id)).set(ask::phase.eq(phase)).exec(tx).map(drop)
}

/// The month whose key seals what is said.
pub(super) fn set_month(tx: &mut Tx<'_>, _permit: &Permit, id: AskId, month: &str) -> Result<(), Error> {
    let other = ask::table.find(id).filter(ask::month.ne(month.to_owned()));
    update(other).set(ask::month.eq(month.to_owned())).exec(tx).map(drop)
}

/// Somebody came: when it was asked is nobody's business any more.
pub(super) fn set_claimed(tx: &mut Tx<'_>, _permit: &Permit, id: AskId) -> Result<(), Error> {
    let day = tx.now().day().start();
    update(ask::table.find(id)).set((ask::phase.eq(Phase::Claimed), ask::rung_at.eq(day))).exec(tx).map(drop)
}

/// It is asked once more, from the beginning.
pub(super) fn set_asked_again(tx: &mut Tx<'_>, _permit: &Permit, ask: &Ask) -> Result<(), Error> {
    let now = tx.now();
    update(ask::table.find(ask.id))
        .set((ask::phase.eq(Phase::Open), ask::rung_at.eq(now), ask::round.eq(ask.round + 1)))
        .exec(tx)
        .map(drop)
}

pub(super) fn set_circle(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: AskId,
    (consent, circle): (Circle, Circle),
) -> Result<(), Error> {
    update(ask::table.find(id)).set((ask::consent.eq(consent), ask::circle.eq(circle))).exec(tx).map(drop)
}

/// It is over: every word of it goes now, the rest within the day.
pub(super) fn end(tx: &mut Tx<'_>, _permit: &Permit, id: AskId, phase: Phase) -> Result<(), Error> {
    let today = tx.now().day();
    delete(ask_word::table.filter(ask_word::ask_id.eq(id))).exec(tx)?;
    update(ask::table.find(id))
        .set((
            ask::phase.eq(phase),
            ask::line.eq(""),
            ask::rung_at.eq(today.start()),
            ask::over_on.eq(Some::<Day>(today)),
        ))
        .exec(tx)
        .map(drop)
}

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
pub(super) fn seats(db: &mut Db, id: AskId) -> Result<Vec<Seat>, Error> {
    ask_seat::table
        .filter(ask_seat::ask_id.eq(id))
        .order((ask_seat::seat, ask_seat::face_id))
        .select((ask_seat::face_id, ask_seat::seat, ask_seat::is_let_go, ask_seat::hands_over))
        .rows(db)
}

/// Takes a seat; one that was taken in the same moment is a value that exists already.
pub(super) fn put_seat(tx: &mut Tx<'_>, permit: &Permit, id: AskId, seat: i64) -> Result<(), Error> {
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

pub(super) fn unseat(
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
pub(super) fn set_hands_over(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: AskId,
    hands_over: bool,
) -> Result<(), Error> {
    let own = ask_seat::table.filter(ask_seat::ask_id.eq(id)).filter(ask_seat::face_id.eq(permit.actor()));
    update(own).set(ask_seat::hands_over.eq(hands_over)).exec(tx).map(drop)
}

/// Whoever listens points to the helplines.
pub(super) fn set_pointed(tx: &mut Tx<'_>, _permit: &Permit, id: AskId) -> Result<(), Error> {
    update(ask::table.find(id)).set(ask::is_pointed.eq(true)).exec(tx).map(drop)
}

/// Whether two were in one room within a day, whoever of them asked, and whether or not they left.
pub(super) fn sat_together(db: &mut Db, one: FaceId, other: FaceId, now: Moment) -> Result<bool, Error> {
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
pub(super) fn stood_by(db: &mut Db, face: FaceId, now: Moment) -> Result<i64, Error> {
    ask_seat::table
        .inner_join(ask::table)
        .filter(ask_seat::face_id.eq(face))
        .filter(ask::ends_at.gt(now))
        .count()
        .row(db)
}

/// To how many each listener came within a day.
pub(super) fn came(db: &mut Db, now: Moment) -> Result<BTreeMap<FaceId, i64>, Error> {
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

/// Live rooms in which two are, whoever of them asked.
pub(super) fn shared(tx: &mut Tx<'_>, one: FaceId, other: FaceId) -> Result<Vec<AskId>, Error> {
    let mut of = |face: FaceId| -> Result<BTreeSet<AskId>, Error> {
        let sat: Vec<AskId> = ask_seat::table
            .inner_join(ask::table)
            .filter(ask_seat::face_id.eq(face))
            .filter(ask_seat::seat.is_not_null())
            .filter(ask::over_on.is_null())
            .select(ask_seat::ask_id)
            .rows(tx)?;
        let own = ask::table.filter(ask::face_id.eq(face)).filter(ask::over_on.is_null());
        let asked: Vec<AskId> = own.select(ask::id).rows(tx)?;
        Ok(sat.into_iter().chain(asked).collect())
    };
    Ok(of(one)?.intersection(&of(other)?).copied().collect())
}

/// With how many each listener is now.
pub(super) fn busy(db: &mut Db, now: Moment) -> Result<BTreeMap<FaceId, i64>, Error> {
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

/// The latest lines of a room in order: number, who, sealed words.
pub(super) fn words(db: &mut Db, id: AskId) -> Result<Vec<(i64, FaceId, String)>, Error> {
    let mut words: Vec<(i64, FaceId, String)> = ask_word::table
        .filter(ask_word::ask_id.eq(id))
        .order(ask_word::number.desc())
        .limit(WORDS_SHOWN)
        .select((ask_word::number, ask_word::face_id, ask_word::words))
        .rows(db)?;
    words.reverse();
    Ok(words)
}

pub(super) fn last_number(db: &mut Db, id: AskId) -> Result<i64, Error> {
    let last: Option<i64> =
        ask_word::table.filter(ask_word::ask_id.eq(id)).select(max(ask_word::number)).row(db)?;
    Ok(last.unwrap_or(0))
}

pub(super) fn is_said(db: &mut Db, id: AskId, once: Option<&str>) -> Result<bool, Error> {
    let Some(once) = once else { return Ok(false) };
    let before = ask_word::table.filter(ask_word::ask_id.eq(id)).filter(ask_word::once.eq(once.to_owned()));
    Ok(before.count().row::<i64>(db)? > 0)
}

pub(super) fn insert_word(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: AskId,
    number: i64,
    (sealed, once): (&str, Option<&str>),
) -> Result<(), Error> {
    insert_into(ask_word::table)
        .values((
            ask_word::ask_id.eq(id),
            ask_word::number.eq(number),
            ask_word::face_id.eq(permit.actor()),
            ask_word::words.eq(sealed),
            ask_word::once.eq(once),
        ))
        .exec(tx)
        .map(drop)
}

/// Names and faces of these.
pub(super) fn people(db: &mut Db, faces: &[FaceId]) -> Result<HashMap<FaceId, Author>, Error> {
    let rows: Vec<(FaceId, Author)> =
        face::table.filter(face::id.eq_any(faces.to_vec())).select((face::id, cols::<Author>())).rows(db)?;
    Ok(rows.into_iter().collect())
}

/// Asks to which nobody came since a moment.
pub(super) fn unanswered(db: &mut Db, since: Moment) -> Result<Vec<Ask>, Error> {
    ask::table
        .filter(ask::over_on.is_null())
        .filter(ask::phase.eq(Phase::Open))
        .filter(ask::rung_at.le(since))
        .select(cols::<Ask>())
        .rows(db)
}

/// Everything of rooms whose time is over goes.
pub(super) fn sweep(tx: &mut Tx<'_>, now: Moment) -> Result<(), Error> {
    let over: Vec<AskId> = ask::table.filter(ask::ends_at.le(now)).select(ask::id).rows(tx)?;
    remove(tx, over)
}

fn remove(tx: &mut Tx<'_>, asks: Vec<AskId>) -> Result<(), Error> {
    delete(ask_word::table.filter(ask_word::ask_id.eq_any(asks.clone()))).exec(tx)?;
    delete(ask_seat::table.filter(ask_seat::ask_id.eq_any(asks.clone()))).exec(tx)?;
    delete(ask::table.filter(ask::id.eq_any(asks))).exec(tx).map(drop)
}

/// Erases what a member asked, said and sat in; returns the live rooms they were in.
pub(super) fn erase(tx: &mut Tx<'_>, face: FaceId) -> Result<Vec<AskId>, Error> {
    let own: Vec<AskId> = ask::table.filter(ask::face_id.eq(face)).select(ask::id).rows(tx)?;
    remove(tx, own)?;
    let sat: Vec<AskId> = ask_seat::table
        .inner_join(ask::table)
        .filter(ask_seat::face_id.eq(face))
        .filter(ask_seat::seat.is_not_null())
        .filter(ask::over_on.is_null())
        .select(ask_seat::ask_id)
        .rows(tx)?;
    delete(ask_word::table.filter(ask_word::face_id.eq(face))).exec(tx)?;
    delete(ask_seat::table.filter(ask_seat::face_id.eq(face))).exec(tx)?;
    Ok(sat)
}
