//! Every SQL statement of milestones that are shown, and of chips. Reads begin from whose they are, or from what a member may read.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{ChipId, Given, Held, MilestoneId, NameHeld, Refusal, Shown, State};
use crate::db::schema::{chip, face, milestone};
use crate::db::{Db, OrRefuse, Run, Tx, cols};
use crate::forum::threads::Author;
use crate::kernel::{BuddyId, Day, Error, FaceId, GroupId};
use crate::keys::Sealed;
use crate::policy::Permit;
use crate::policy::scope::{quiet, recovery as scope};
use crate::recovery::counters::CounterId;
use crate::recovery::counters::milestones::Milestone;

/// Rows of a list.
pub(super) const ROWS_MAX: i64 = 100;
const CHIPS_MAX: i64 = 500;

/// Milestones that others show to somebody, the latest first; not of those they hear less of.
pub(super) fn shown_to(db: &mut Db, viewer: FaceId, today: Day) -> Result<Vec<(Shown, Author)>, Error> {
    milestone::table
        .inner_join(face::table)
        .filter(scope::shown_milestones(viewer, today))
        .filter(quiet::loud_milestones(viewer))
        .order((milestone::shown_on.desc(), face::name, milestone::id))
        .limit(ROWS_MAX.saturating_add(1))
        .select((cols::<Shown>(), cols::<Author>()))
        .rows(db)
}

/// One of them.
pub(super) fn find(
    db: &mut Db,
    viewer: FaceId,
    (id, today): (MilestoneId, Day),
) -> Result<(Shown, Author), Error> {
    milestone::table
        .inner_join(face::table)
        .filter(scope::shown_milestones(viewer, today))
        .filter(milestone::id.eq(id))
        .select((cols::<Shown>(), cols::<Author>()))
        .row(db)
}

/// What somebody shows now, as long as it is read, the latest first.
pub(in crate::recovery) fn shown_by(db: &mut Db, me: FaceId, today: Day) -> Result<Vec<Shown>, Error> {
    milestone::table
        .filter(milestone::face_id.eq(me))
        .filter(milestone::shown_on.ge(today.plus(-scope::MILESTONE_DAYS)))
        .order((milestone::shown_on.desc(), milestone::id))
        .select(cols::<Shown>())
        .rows(db)
}

pub(super) fn insert_shown(
    tx: &mut Tx<'_>,
    (id, me, counter): (MilestoneId, FaceId, CounterId),
    (group, buddy): (Option<GroupId>, Option<BuddyId>),
    (what, name): (Milestone, Option<&Sealed<NameHeld>>),
) -> Result<(), Error> {
    let (today, (span, number)) = (tx.now().day(), what.parts());
    insert_into(milestone::table)
        .values((
            milestone::id.eq(id),
            milestone::face_id.eq(me),
            milestone::counter_id.eq(counter),
            milestone::group_id.eq(group),
            milestone::buddy_id.eq(buddy),
            milestone::span.eq(span),
            milestone::number.eq(number),
            milestone::shown_on.eq(today),
            milestone::sealed.eq(name),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn take_down(tx: &mut Tx<'_>, me: FaceId, counter: CounterId) -> Result<(), Error> {
    delete(milestone::table.filter(milestone::face_id.eq(me)).filter(milestone::counter_id.eq(counter)))
        .exec(tx)
        .map(drop)
}

pub(super) fn forget_names(tx: &mut Tx<'_>, me: FaceId, counter: CounterId) -> Result<(), Error> {
    let theirs = milestone::table.filter(milestone::face_id.eq(me)).filter(milestone::counter_id.eq(counter));
    update(theirs).set(milestone::sealed.eq(None::<Sealed<NameHeld>>)).exec(tx).map(drop)
}

pub(super) fn insert_chip(
    tx: &mut Tx<'_>,
    permit: &Permit,
    (id, shown): (ChipId, &Shown),
    sealed: &Sealed<Held>,
) -> Result<(), Error> {
    let today = tx.now().day();
    insert_into(chip::table)
        .values((
            chip::id.eq(id),
            chip::face_id.eq(shown.face_id),
            chip::by_face.eq(permit.actor()),
            chip::milestone_id.eq(Some(shown.id)),
            chip::span.eq(shown.span),
            chip::number.eq(shown.number),
            chip::sealed.eq(sealed),
            chip::state.eq(State::New),
            chip::given_on.eq(today),
        ))
        .exec(tx)
        .or_refuse(Refusal::Already)
        .map(drop)
}

/// Whether somebody gave a chip for it.
pub(super) fn is_given(db: &mut Db, me: FaceId, id: MilestoneId) -> Result<bool, Error> {
    let given = chip::table.filter(chip::milestone_id.eq(id)).filter(chip::by_face.eq(me));
    Ok(given.count().row::<i64>(db)? > 0)
}

/// What somebody was given, the latest first.
pub(super) fn chips_of(db: &mut Db, me: FaceId) -> Result<Vec<(Given, Author)>, Error> {
    chip::table
        .inner_join(face::table)
        .filter(scope::own_chips(me))
        .order((chip::given_on.desc(), chip::id.desc()))
        .limit(CHIPS_MAX)
        .select((cols::<Given>(), cols::<Author>()))
        .rows(db)
}

/// What somebody gave, as long as it stands, in order.
///
/// # Errors
/// A fault of the database.
pub fn given_by(db: &mut Db, me: FaceId) -> Result<Vec<Given>, Error> {
    chip::table
        .filter(chip::by_face.eq(me))
        .order((chip::given_on, chip::id))
        .select(cols::<Given>())
        .rows(db)
}

/// Every chip somebody has, in order; for their own copy.
pub(in crate::recovery) fn given_to(db: &mut Db, me: FaceId) -> Result<Vec<Given>, Error> {
    chip::table
        .filter(chip::face_id.eq(me))
        .order((chip::given_on, chip::id))
        .select(cols::<Given>())
        .rows(db)
}

/// Whether there is a chip that somebody has not looked at, of a person they did not ask to hear less of.
pub(super) fn has_new(db: &mut Db, me: FaceId) -> Result<bool, Error> {
    let fresh = chip::table
        .filter(scope::own_chips(me))
        .filter(quiet::loud_chips(me))
        .filter(chip::state.eq(State::New));
    Ok(fresh.count().row::<i64>(db)? > 0)
}

/// One chip that somebody was given, by somebody they meet.
pub(super) fn chip_of(db: &mut Db, me: FaceId, id: ChipId) -> Result<Given, Error> {
    chip::table.filter(scope::own_chips(me)).filter(chip::id.eq(id)).select(cols::<Given>()).row(db)
}

/// Says what became of a chip of one's own; false: there is no such chip.
pub(super) fn set_state(tx: &mut Tx<'_>, me: FaceId, (id, state): (ChipId, State)) -> Result<bool, Error> {
    let own = chip::table.filter(chip::face_id.eq(me)).filter(chip::id.eq(id));
    Ok(update(own).set(chip::state.eq(state)).exec(tx)? > 0)
}

pub(super) fn remove(tx: &mut Tx<'_>, me: FaceId, id: ChipId) -> Result<(), Error> {
    delete(chip::table.filter(chip::face_id.eq(me)).filter(chip::id.eq(id))).exec(tx).map(drop)
}

/// What was shown for long enough goes; what was given stays.
pub(super) fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = tx.now().day().plus(-scope::MILESTONE_DAYS);
    delete(milestone::table.filter(milestone::shown_on.lt(before))).exec(tx).map(drop)
}

/// Erases what somebody who is gone showed, was given, and gave.
pub(super) fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    delete(chip::table.filter(chip::face_id.eq(gone).or(chip::by_face.eq(gone)))).exec(tx)?;
    delete(milestone::table.filter(milestone::face_id.eq(gone))).exec(tx).map(drop)
}

pub(super) fn sealed_by(db: &mut Db, key: &str, limit: i64) -> Result<Vec<(ChipId, Sealed<Held>)>, Error> {
    chip::table
        .filter(chip::sealed.like(format!("{key}%")))
        .order(chip::id)
        .limit(limit)
        .select((chip::id, chip::sealed))
        .rows(db)
}

pub(super) fn set_sealed(tx: &mut Tx<'_>, id: ChipId, sealed: &Sealed<Held>) -> Result<(), Error> {
    update(chip::table.filter(chip::id.eq(id))).set(chip::sealed.eq(sealed)).exec(tx).map(drop)
}

/// Names of milestones, as long as these are shown.
pub(super) fn named_by(
    db: &mut Db,
    key: &str,
    limit: i64,
) -> Result<Vec<(MilestoneId, Sealed<NameHeld>)>, Error> {
    milestone::table
        .filter(milestone::sealed.like(format!("{key}%")))
        .order(milestone::id)
        .limit(limit)
        .select((milestone::id, milestone::sealed.assume_not_null()))
        .rows(db)
}

pub(super) fn set_name(tx: &mut Tx<'_>, id: MilestoneId, sealed: &Sealed<NameHeld>) -> Result<(), Error> {
    update(milestone::table.filter(milestone::id.eq(id)))
        .set(milestone::sealed.eq(Some(sealed)))
        .exec(tx)
        .map(drop)
}
