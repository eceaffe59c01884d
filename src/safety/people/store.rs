//! Every SQL statement of who came lately and who is limited.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::{account, face, kept_away, membership};
use crate::db::{Db, Run};
use crate::forum::members::State;
use crate::identity::names;
use crate::kernel::{Day, Error, FaceId, GroupId, Week};

/// Names that one page of a list shows, and one more, which says that there are more.
const SHOWN: i64 = 101;

/// Who came into a group since a week, of those who are listed there.
pub(super) fn new_in(
    db: &mut Db,
    (group, since): (GroupId, Week),
    after: &str,
) -> Result<Vec<(String, Week)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::In))
        .filter(membership::since_week.ge(since))
        .filter(membership::is_unlisted.eq(false))
        .filter(face::kind.eq("name"))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, membership::since_week))
        .rows(db)
}

/// Who is paused in a group, or out of it.
pub(super) fn limited_in(
    db: &mut Db,
    group: GroupId,
    after: &str,
) -> Result<Vec<(String, Option<Day>)>, Error> {
    membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(membership::state.eq(State::Paused))
        .filter(face::kind.ne("alias"))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, membership::paused_until))
        .rows(db)
}

/// Who came into the community since a week, and may be in it.
pub(super) fn new_here(db: &mut Db, since: Week, after: &str) -> Result<Vec<(String, Week)>, Error> {
    account::table
        .inner_join(face::table)
        .filter(account::state.eq("open"))
        .filter(face::since_week.ge(since))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::name, face::since_week))
        .rows(db)
}

/// Somebody who is kept out of the community: their name, until when, and whether they are of another.
pub(super) type Out = (String, Option<Day>, bool);

/// Whose account is paused, and who of other communities is kept away.
pub(super) fn limited_here(db: &mut Db, after: &str) -> Result<Vec<Out>, Error> {
    let paused = account::table.filter(account::state.eq("paused")).select(account::face_id);
    let away = kept_away::table.select(kept_away::face_id);
    let faces: Vec<(FaceId, String)> = face::table
        .filter(face::id.eq_any(paused).or(face::id.eq_any(away)))
        .filter(face::name_key.gt(after))
        .order(face::name_key)
        .limit(SHOWN)
        .select((face::id, face::name))
        .rows(db)?;
    let ids: Vec<FaceId> = faces.iter().map(|(id, _)| *id).collect();
    let paused: Vec<(FaceId, Option<Day>)> = account::table
        .filter(account::face_id.eq_any(ids.clone()))
        .select((account::face_id, account::state_until))
        .rows(db)?;
    let away: Vec<(FaceId, Option<Day>)> = kept_away::table
        .filter(kept_away::face_id.eq_any(ids))
        .select((kept_away::face_id, kept_away::until_on))
        .rows(db)?;
    let (paused, away): (HashMap<_, _>, HashMap<_, _>) =
        (paused.into_iter().collect(), away.into_iter().collect());
    let out = |(id, name): (FaceId, String)| match away.get(&id) {
        Some(until) => (name, *until, true),
        None => (name, paused.get(&id).copied().flatten(), false),
    };
    Ok(faces.into_iter().map(out).collect())
}

/// The place of somebody called exactly so in a group, and whether they are out of it. Never an alias.
pub(super) fn find_place(db: &mut Db, group: GroupId, name: &str) -> Result<(FaceId, bool), Error> {
    if name.contains('\0') {
        return Err(Error::Absent); // PostgreSQL would call it a fault of ours.
    }
    let (face, state): (FaceId, State) = membership::table
        .inner_join(face::table)
        .filter(membership::group_id.eq(group))
        .filter(face::kind.ne("alias"))
        .filter(face::name.eq(name))
        .select((membership::face_id, membership::state))
        .row(db)?;
    Ok((face, state == State::Paused))
}

/// Somebody of another community, called exactly so.
pub(super) fn find_far(db: &mut Db, name: &str) -> Result<FaceId, Error> {
    if name.contains('\0') {
        return Err(Error::Absent); // PostgreSQL would call it a fault of ours.
    }
    face::table
        .filter(face::name_key.eq(names::key(name)))
        .filter(face::kind.eq("remote"))
        .select(face::id)
        .row(db)
}
