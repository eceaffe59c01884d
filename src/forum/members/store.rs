//! Every SQL statement of memberships.

use std::collections::BTreeSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, select, update};

use super::{Membership, Mine, Neighbour, State};
use crate::db::schema::{face, group_, kept_away, membership};
use crate::db::{Db, Run, Tx, cols, when};
use crate::kernel::{Day, Error, FaceId, GroupId, Listed, PageSize, Week};
use crate::policy::scope::quiet::met_people;
use crate::policy::{Permit, Role, Viewer};

diesel::alias!(membership as there: There);

/// Those who wait for an answer, shown at most.
const ASKING_MAX: i64 = 100;
/// Since when somebody is in a group who is kept out of it and never was.
const NEVER: Week = Week(0);

/// The viewer's place in a group: in it, asked, or none.
///
/// # Errors
/// A fault of the database.
pub fn standing(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Option<Membership>, Error> {
    find(db, group, viewer.face())
}

/// The groups a face is in or has asked to join, by title; the home group first.
///
/// # Errors
/// A fault of the database.
pub fn mine(db: &mut Db, face: FaceId) -> Result<Vec<Mine>, Error> {
    membership::table
        .inner_join(group_::table)
        .filter(membership::face_id.eq(face))
        .order((membership::is_home.desc(), group_::title, group_::name))
        .select(cols::<Mine>())
        .rows(db)
}

/// Whether everybody in a group is in another too.
///
/// # Errors
/// A fault of the database.
pub fn are_all_in(db: &mut Db, group: GroupId, other: GroupId) -> Result<bool, Error> {
    let also = there
        .filter(there.field(membership::group_id).eq(other))
        .filter(there.field(membership::state).eq(State::In))
        .filter(there.field(membership::face_id).eq(membership::face_id));
    let strangers = membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(not(exists(also)));
    Ok(!select(exists(strangers)).row::<bool>(db)?)
}

/// Whether a face is in a group.
///
/// # Errors
/// A fault of the database.
pub fn is_in(db: &mut Db, group: GroupId, face: FaceId) -> Result<bool, Error> {
    Ok(find(db, group, face)?.is_some_and(|place| place.state == State::In))
}

/// Those who look after a group, stewards first.
///
/// # Errors
/// A fault of the database.
pub fn keepers(db: &mut Db, group: GroupId) -> Result<Vec<Neighbour>, Error> {
    let mut all = serving(db, group)?;
    all.retain(|each| Role::KEEPERS.contains(&each.membership.role));
    Ok(all)
}

/// Everybody who has a part in a group, stewards first. Listed or not, they are named.
///
/// # Errors
/// A fault of the database.
pub fn serving(db: &mut Db, group: GroupId) -> Result<Vec<Neighbour>, Error> {
    let mut all: Vec<Neighbour> = membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(membership::role.ne(Role::Member))
        .order((membership::since_week, face::name))
        .select(cols::<Neighbour>())
        .rows(db)?;
    all.sort_by_key(|each| std::cmp::Reverse(each.membership.role));
    Ok(all)
}

/// In which groups each of these has a part.
///
/// # Errors
/// A fault of the database.
pub fn parts_of(db: &mut Db, faces: &[FaceId]) -> Result<Vec<(FaceId, GroupId)>, Error> {
    membership::table
        .filter(membership::face_id.eq_any(faces.to_vec()))
        .filter(membership::state.eq(State::In))
        .filter(membership::role.ne(Role::Member))
        .select((membership::face_id, membership::group_id))
        .rows(db)
}

/// A page of the people of a group, newest first. Those who are unlisted, and those the viewer does not meet, are left out,
/// but for `eyes` that may see all and for the viewer's own row.
///
/// # Errors
/// A fault of the database.
pub fn people(
    db: &mut Db,
    viewer: &Viewer,
    group: GroupId,
    sees_unlisted: bool,
    after: Option<(Week, String)>,
) -> Result<Listed<Neighbour, (Week, String)>, Error> {
    let only_listed = (!sees_unlisted).then_some(viewer.face());
    let shown = |own: FaceId| {
        membership::is_unlisted
            .eq(false)
            .or(membership::role.ne(Role::Member))
            .or(membership::face_id.eq(own))
    };
    let further = |(week, name): (Week, String)| {
        membership::since_week.lt(week).or(membership::since_week.eq(week).and(face::name.gt(name)))
    };
    let rows = membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(when(only_listed, shown))
        .filter(when(only_listed, |_| met_people(viewer.into())))
        .filter(when(after, further))
        .order((membership::since_week.desc(), face::name))
        .limit(PageSize::FEED.plus_one())
        .select(cols::<Neighbour>())
        .rows(db)?;
    Ok(Listed::cut(rows, PageSize::FEED, |last: &Neighbour| (last.membership.since_week, last.name.clone())))
}

/// Those who ask to join a group, the longest waiting first.
///
/// # Errors
/// A fault of the database.
pub fn asking(db: &mut Db, group: GroupId) -> Result<Vec<Neighbour>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::Asked))
        .order((membership::asked_on, face::name))
        .limit(ASKING_MAX)
        .select(cols::<Neighbour>())
        .rows(db)
}

pub(super) fn find(db: &mut Db, group: GroupId, face: FaceId) -> Result<Option<Membership>, Error> {
    membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::face_id.eq(face))
        .select(cols::<Membership>())
        .row_opt(db)
}

/// The place of somebody called exactly so.
pub(super) fn find_named(db: &mut Db, group: GroupId, name: &str) -> Result<Option<Membership>, Error> {
    if name.contains('\0') {
        return Ok(None); // PostgreSQL would call it a fault of ours.
    }
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(face::name.eq(name))
        .select(cols::<Membership>())
        .row_opt(db)
}

pub(super) fn count_stewards(db: &mut Db, group: GroupId) -> Result<i64, Error> {
    membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(membership::role.eq(Role::Steward))
        .count()
        .row(db)
}

/// Whoever has moderated a group the longest.
pub(super) fn first_moderator(db: &mut Db, group: GroupId) -> Result<Option<FaceId>, Error> {
    membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(membership::role.eq(Role::Moderator))
        .order((membership::since_week, membership::face_id))
        .limit(1)
        .select(membership::face_id)
        .row_opt(db)
}

/// Puts somebody in, whatever their place was before; the caller knows that they were not in.
pub(super) fn put_in(tx: &mut Tx<'_>, group: GroupId, face: FaceId) -> Result<(), Error> {
    let week = tx.now().week();
    delete(place(group, face)).exec(tx)?;
    insert_into(membership::table)
        .values((
            membership::group_id.eq(group),
            membership::face_id.eq(face),
            membership::since_week.eq(week),
        ))
        .exec(tx)?;
    count(tx, group, 1)
}

pub(super) fn put_ask(
    tx: &mut Tx<'_>,
    permit: &Permit,
    group: GroupId,
    words: &str,
) -> Result<Membership, Error> {
    let (week, today) = (tx.now().week(), tx.now().day());
    delete(place(group, permit.actor())).exec(tx)?;
    insert_into(membership::table)
        .values((
            membership::group_id.eq(group),
            membership::face_id.eq(permit.actor()),
            membership::state.eq(State::Asked),
            membership::words.eq(words),
            membership::asked_on.eq(Some(today)),
            membership::since_week.eq(week),
        ))
        .returning(cols::<Membership>())
        .row(tx)
}

/// Takes somebody's place away: they left, or no longer ask.
pub(super) fn remove(tx: &mut Tx<'_>, place_of: &Membership) -> Result<(), Error> {
    delete(place(place_of.group_id, place_of.face_id)).exec(tx)?;
    if place_of.is_in() { count(tx, place_of.group_id, -1) } else { Ok(()) }
}

pub(super) fn set_not_now(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    asker: &Membership,
    answer: &str,
) -> Result<(), Error> {
    update(place(asker.group_id, asker.face_id))
        .set((
            membership::state.eq(State::NotNow),
            membership::words.eq(""),
            membership::asked_on.eq(None::<Day>),
            membership::answer.eq(answer),
        ))
        .exec(tx)
        .map(drop)
}

/// Puts somebody out of a group for a while. Whoever was not in it has no place to come back to, but is kept out too.
pub(super) fn put_paused(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    (group, face): (GroupId, FaceId),
    was: Option<&Membership>,
    until: Option<Day>,
) -> Result<(), Error> {
    let paused = (membership::state.eq(State::Paused), membership::paused_until.eq(until));
    match was {
        Some(was) if was.is_in() => {
            update(place(group, face)).set(paused).exec(tx)?;
            count(tx, group, -1)
        }
        Some(was) if was.is_paused() => update(place(group, face)).set(paused).exec(tx).map(drop),
        Some(_) => {
            update(place(group, face)).set((paused, membership::since_week.eq(NEVER))).exec(tx).map(drop)
        }
        None => insert_into(membership::table)
            .values((
                membership::group_id.eq(group),
                membership::face_id.eq(face),
                membership::since_week.eq(NEVER),
                paused,
            ))
            .exec(tx)
            .map(drop),
    }
}

/// Somebody is back where they were before a pause.
pub(super) fn set_back(tx: &mut Tx<'_>, paused: &Membership) -> Result<(), Error> {
    if paused.since_week == NEVER {
        return delete(place(paused.group_id, paused.face_id)).exec(tx).map(drop);
    }
    update(place(paused.group_id, paused.face_id))
        .set((membership::state.eq(State::In), membership::paused_until.eq(None::<Day>)))
        .exec(tx)?;
    count(tx, paused.group_id, 1)
}

pub(super) fn paused_until(db: &mut Db, today: Day) -> Result<Vec<Membership>, Error> {
    membership::table
        .filter(membership::state.eq(State::Paused))
        .filter(membership::paused_until.le(today))
        .select(cols::<Membership>())
        .rows(db)
}

pub(super) fn put_away(
    tx: &mut Tx<'_>,
    permit: &Permit,
    face: FaceId,
    until: Option<Day>,
) -> Result<(), Error> {
    drop_away(tx, permit, face)?;
    insert_into(kept_away::table)
        .values((kept_away::face_id.eq(face), kept_away::until_on.eq(until)))
        .exec(tx)
        .map(drop)
}

pub(super) fn drop_away(tx: &mut Tx<'_>, _permit: &Permit, face: FaceId) -> Result<(), Error> {
    delete(kept_away::table.find(face)).exec(tx).map(drop)
}

pub(super) fn drop_away_until(tx: &mut Tx<'_>, today: Day) -> Result<usize, Error> {
    delete(kept_away::table.filter(kept_away::until_on.le(today))).exec(tx)
}

pub(super) fn set_role(tx: &mut Tx<'_>, group: GroupId, face: FaceId, role: Role) -> Result<(), Error> {
    update(place(group, face)).set(membership::role.eq(role)).exec(tx).map(drop)
}

/// Makes a group somebody's home group, or none: there is one at most.
pub(super) fn set_home(tx: &mut Tx<'_>, face: FaceId, home: Option<GroupId>) -> Result<(), Error> {
    update(membership::table.filter(membership::face_id.eq(face)).filter(membership::is_home.eq(true)))
        .set(membership::is_home.eq(false))
        .exec(tx)?;
    match home {
        Some(group) => update(place(group, face)).set(membership::is_home.eq(true)).exec(tx).map(drop),
        None => Ok(()),
    }
}

pub(super) fn set_unlisted(
    tx: &mut Tx<'_>,
    group: GroupId,
    face: FaceId,
    is_unlisted: bool,
) -> Result<(), Error> {
    update(place(group, face)).set(membership::is_unlisted.eq(is_unlisted)).exec(tx).map(drop)
}

/// Of these faces, those who are paused in some group.
///
/// # Errors
/// A fault of the database.
pub fn paused_among(db: &mut Db, faces: &[FaceId]) -> Result<BTreeSet<FaceId>, Error> {
    let paused: Vec<FaceId> = membership::table
        .filter(membership::face_id.eq_any(faces.to_vec()))
        .filter(membership::state.eq("paused"))
        .select(membership::face_id)
        .rows(db)?;
    Ok(paused.into_iter().collect())
}

/// Every place of a face, whatever its state.
pub(super) fn places_of(db: &mut Db, face: FaceId) -> Result<Vec<Membership>, Error> {
    membership::table.filter(membership::face_id.eq(face)).select(cols::<Membership>()).rows(db)
}

fn count(tx: &mut Tx<'_>, group: GroupId, change: i64) -> Result<(), Error> {
    update(group_::table.find(group))
        .set(group_::member_count.eq(group_::member_count + change))
        .exec(tx)
        .map(drop)
}

#[diesel::dsl::auto_type]
fn place(group: GroupId, face: FaceId) -> _ {
    membership::table.filter(membership::group_id.eq(group)).filter(membership::face_id.eq(face))
}
