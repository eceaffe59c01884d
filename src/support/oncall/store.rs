//! Every SQL statement of asks and rooms. Reads begin from what a member may read.

pub(super) mod lamps;
pub(super) mod load;
mod seated;
pub(super) mod usual;

use std::collections::HashMap;

use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

pub(super) use seated::{
    Seat, busy, came, not_again, put_seat, sat_in, sat_together, seats, set_hands_over, shared, stood_by,
    unseat,
};

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

/// All to which one more may come: first those where nobody is, and of these the ones that wait longest; then those where whoever came says
/// nothing, and those where another one was asked for.
pub(super) fn with_a_seat(db: &mut Db, now: Moment) -> Result<Vec<Ask>, Error> {
    let taken = ask_seat::table
        .filter(ask_seat::ask_id.eq(ask::id))
        .filter(ask_seat::seat.is_not_null())
        .select(count_star())
        .single_value();
    ask::table
        .filter(scope::live_asks(now))
        .filter(ask::phase.ne(Phase::Easing))
        .filter(taken.lt(rules::SEATS))
        .order((
            ask::phase.ne(Phase::Open),
            ask::is_silent.desc(),
            ask::is_calling.desc(),
            ask::rung_at,
            ask::id,
        ))
        .limit(LIVE_MAX)
        .select(cols::<Ask>())
        .rows(db)
}

/// All in which somebody is waited for, those that wait longest first.
pub(super) fn waiting(db: &mut Db, now: Moment) -> Result<Vec<Ask>, Error> {
    ask::table
        .filter(scope::live_asks(now))
        .filter(ask::phase.eq(Phase::Open).or(ask::is_calling.eq(true)))
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

/// The same, without those that ended while nobody was there.
pub(super) fn count_met(db: &mut Db, face: FaceId) -> Result<i64, Error> {
    let own = ask::table.filter(ask::face_id.eq(face));
    own.filter(ask::phase.ne_all([Phase::Unanswered, Phase::Left])).count().row(db)
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
    pub circle: Circle,
    pub is_quiet: bool,
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
            ask::circle.eq(new.circle),
            ask::phase.eq(Phase::Open),
            ask::rung_at.eq(now),
            ask::ends_at.eq(rules::ends_at(now)),
            ask::is_quiet.eq(new.is_quiet),
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

/// Another listener is asked for, and when is known for minutes; or one came.
pub(super) fn set_calling(tx: &mut Tx<'_>, _permit: &Permit, id: AskId, calls: bool) -> Result<(), Error> {
    let now = tx.now();
    let at = if calls { now } else { now.day().start() };
    update(ask::table.find(id)).set((ask::is_calling.eq(calls), ask::rung_at.eq(at))).exec(tx).map(drop)
}

/// Rooms in which another one was asked for before a moment, and is waited for still.
pub(super) fn called_before(db: &mut Db, before: Moment) -> Result<Vec<AskId>, Error> {
    let calls = ask::table.filter(ask::is_calling.eq(true)).filter(ask::rung_at.le(before));
    calls.select(ask::id).rows(db)
}

/// Whether those who came say nothing.
pub(super) fn set_silent(tx: &mut Tx<'_>, _permit: &Permit, id: AskId, is_silent: bool) -> Result<(), Error> {
    update(ask::table.find(id)).set(ask::is_silent.eq(is_silent)).exec(tx).map(drop)
}

/// It is asked once more, from the beginning.
pub(super) fn set_asked_again(tx: &mut Tx<'_>, _permit: &Permit, ask: &Ask) -> Result<(), Error> {
    let now = tx.now();
    update(ask::table.find(ask.id))
        .set((
            ask::phase.eq(Phase::Open),
            ask::rung_at.eq(now),
            ask::round.eq(ask.round + 1),
            ask::is_calling.eq(false),
            ask::is_silent.eq(false),
        ))
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
            ask::is_calling.eq(false),
            ask::is_silent.eq(false),
            ask::over_on.eq(Some::<Day>(today)),
        ))
        .exec(tx)
        .map(drop)
}

/// Whoever listens points to the helplines.
pub(super) fn set_pointed(tx: &mut Tx<'_>, _permit: &Permit, id: AskId) -> Result<(), Error> {
    update(ask::table.find(id)).set(ask::is_pointed.eq(true)).exec(tx).map(drop)
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

/// Whether one of these said something in a room after a line.
pub(super) fn has_spoken(db: &mut Db, id: AskId, faces: &[FaceId], since: i64) -> Result<bool, Error> {
    let words = ask_word::table
        .filter(ask_word::ask_id.eq(id))
        .filter(ask_word::face_id.eq_any(faces.to_vec()))
        .filter(ask_word::number.gt(since));
    Ok(words.count().row::<i64>(db)? > 0)
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
    let sat = sat_in(tx, face)?;
    delete(ask_word::table.filter(ask_word::face_id.eq(face))).exec(tx)?;
    delete(ask_seat::table.filter(ask_seat::face_id.eq(face))).exec(tx)?;
    Ok(sat)
}
