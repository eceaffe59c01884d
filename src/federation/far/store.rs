//! Every SQL statement about what of other communities stands here.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{About, FarGroup, Follower, State};
use crate::db::schema::{face, far_face, far_group, follower, group_};
use crate::db::{Db, Run, Tx, cols};
use crate::federation::delivery::Recipient;
use crate::federation::peers;
use crate::identity::{accounts, names};
use crate::kernel::{Error, FaceId, GroupId};
use crate::policy::Reach;
use crate::policy::scope::forum as scope;

mod away;
mod pictures;
mod words;

pub use away::{end_block, forget_away, keep_away};
pub(super) use pictures::{bare_groups, bare_words, words_of};
pub use words::{
    forget_tombstones, lift_tombstone, opened_by, place, placed, set_said, set_tombstone, set_words_again,
    was_gone,
};

/// Rows of one list at most.
const MANY: i64 = 200;

/// The face of somebody elsewhere, if words of theirs came.
///
/// # Errors
/// A fault of the database.
pub fn far_face(db: &mut Db, actor: &str) -> Result<Option<FaceId>, Error> {
    far_face::table.filter(far_face::actor.eq(actor)).select(far_face::face_id).row_opt(db)
}

pub(super) fn is_name_taken(db: &mut Db, key: &str) -> Result<bool, Error> {
    let found: Option<FaceId> = face::table.filter(face::name_key.eq(key)).select(face::id).row_opt(db)?;
    Ok(found.is_some())
}

pub(super) fn insert_face(
    tx: &mut Tx<'_>,
    (actor, domain): (&str, &str),
    name: (&str, &str),
) -> Result<FaceId, Error> {
    let since = tx.now().week();
    let id = accounts::insert_face(tx, "remote", name, since)?;
    insert_into(far_face::table)
        .values((far_face::face_id.eq(id), far_face::actor.eq(actor), far_face::domain.eq(domain)))
        .exec(tx)?;
    Ok(id)
}

/// The tie between a face and an address is gone; the face itself goes once its words have.
pub(super) fn forget_face(tx: &mut Tx<'_>, id: FaceId) -> Result<(), Error> {
    delete(far_face::table.find(id)).exec(tx)?;
    update(face::table.find(id)).set((face::is_retired.eq(true), face::about.eq(""))).exec(tx).map(drop)
}

/// One group elsewhere, by its row among groups; none if the group is ours.
///
/// # Errors
/// A fault of the database.
pub fn far_group(db: &mut Db, id: GroupId) -> Result<Option<FarGroup>, Error> {
    far_group::table.find(id).select(cols::<FarGroup>()).row_opt(db)
}

/// One group elsewhere, by its address.
///
/// # Errors
/// A fault of the database.
pub fn far_group_by_actor(db: &mut Db, actor: &str) -> Result<Option<FarGroup>, Error> {
    far_group::table.filter(far_group::actor.eq(actor)).select(cols::<FarGroup>()).row_opt(db)
}

/// Groups elsewhere, by their name here.
///
/// # Errors
/// A fault of the database.
pub fn far_groups(db: &mut Db) -> Result<Vec<(String, String, FarGroup)>, Error> {
    far_group::table
        .inner_join(group_::table)
        .order(group_::name)
        .limit(MANY)
        .select((group_::name, group_::title, cols::<FarGroup>()))
        .rows(db)
}

pub(super) fn is_group_taken(db: &mut Db, key: &str) -> Result<bool, Error> {
    let found: Option<GroupId> =
        group_::table.filter(group_::name_key.eq(key)).select(group_::id).row_opt(db)?;
    Ok(found.is_some())
}

pub(super) fn insert_group(
    tx: &mut Tx<'_>,
    about: &About,
    (name, key): (&str, &str),
    (title, purpose): &(String, String),
) -> Result<GroupId, Error> {
    let (id, now) = (GroupId(tx.chance().id()), tx.now());
    // Whoever may read its words here may know of it here.
    let listed = if about.reach == Reach::Everyone { Reach::Everyone } else { Reach::Community };
    insert_into(group_::table)
        .values((
            group_::id.eq(id),
            group_::name.eq(name),
            group_::name_key.eq(key),
            group_::title.eq(title),
            group_::title_key.eq(names::key(title)),
            group_::purpose.eq(purpose),
            group_::ceiling.eq(about.reach),
            group_::reach.eq(about.reach),
            group_::listed.eq(listed),
            group_::language.eq(&about.language),
            group_::made_week.eq(now.week()),
        ))
        .exec(tx)?;
    let moderators = serde_json::to_string(&about.moderators).map_err(Error::other)?;
    insert_into(far_group::table)
        .values((
            far_group::group_id.eq(id),
            far_group::actor.eq(&about.actor),
            far_group::domain.eq(&about.domain),
            far_group::inbox.eq(&about.inbox),
            far_group::shared.eq(&about.shared),
            far_group::outbox.eq(&about.outbox),
            far_group::moderators.eq(moderators),
            far_group::seen_on.eq(now.day()),
        ))
        .exec(tx)?;
    Ok(id)
}

pub(super) fn update_group(
    tx: &mut Tx<'_>,
    id: GroupId,
    about: &About,
    (title, purpose): &(String, String),
) -> Result<(), Error> {
    update(group_::table.find(id))
        .set((
            group_::title.eq(title),
            group_::title_key.eq(names::key(title)),
            group_::purpose.eq(purpose),
            group_::ceiling.eq(about.reach),
            group_::reach.eq(about.reach),
        ))
        .exec(tx)?;
    let moderators = serde_json::to_string(&about.moderators).map_err(Error::other)?;
    let today = tx.now().day();
    update(far_group::table.find(id))
        .set((
            far_group::inbox.eq(&about.inbox),
            far_group::shared.eq(&about.shared),
            far_group::outbox.eq(&about.outbox),
            far_group::moderators.eq(moderators),
            far_group::seen_on.eq(today),
        ))
        .exec(tx)
        .map(drop)
}

/// Who looks after a group elsewhere.
///
/// # Errors
/// A fault of the database.
pub fn set_moderators(tx: &mut Tx<'_>, id: GroupId, moderators: &[String]) -> Result<(), Error> {
    let moderators = serde_json::to_string(moderators).map_err(Error::other)?;
    update(far_group::table.find(id)).set(far_group::moderators.eq(moderators)).exec(tx).map(drop)
}

/// A group has gone to another: members are told on its page, and stay.
///
/// # Errors
/// A fault of the database.
pub fn set_moved_to(tx: &mut Tx<'_>, id: GroupId, to: GroupId) -> Result<(), Error> {
    update(group_::table.find(id)).set(group_::moved_to.eq(Some(to))).exec(tx).map(drop)
}

/// The address of the group that a group has gone to; none if it has not.
///
/// # Errors
/// A fault of the database.
pub fn moved_to(db: &mut Db, id: GroupId) -> Result<Option<String>, Error> {
    let to = group_::table.filter(group_::id.eq(id)).select(group_::moved_to);
    far_group::table.filter(far_group::group_id.nullable().eq_any(to)).select(far_group::actor).row_opt(db)
}

/// How this community stands to a group elsewhere, and the address of the request that brought it there.
///
/// # Errors
/// A fault of the database.
pub fn set_state(tx: &mut Tx<'_>, id: GroupId, state: State, request: &str) -> Result<(), Error> {
    update(far_group::table.find(id))
        .set((far_group::state.eq(state), far_group::follow.eq(request)))
        .exec(tx)
        .map(drop)
}

/// What a group elsewhere answered to our request. Says whether there was one that waits.
///
/// # Errors
/// A fault of the database.
pub fn set_outcome(tx: &mut Tx<'_>, actor: &str, request: &str, state: State) -> Result<bool, Error> {
    let open = [State::Asked, State::In, State::Refused];
    let rows = update(
        far_group::table
            .filter(far_group::actor.eq(actor))
            .filter(far_group::follow.eq(request))
            .filter(far_group::follow.ne(""))
            .filter(far_group::state.eq_any(open)),
    )
    .set(far_group::state.eq(state))
    .exec(tx)?;
    Ok(rows > 0)
}

/// A group of ours by its address, if that community may know of it and its posts may travel there; with its short name.
///
/// # Errors
/// A fault of the database.
pub fn own_group(
    db: &mut Db,
    origin: &str,
    host: &str,
    address: &str,
) -> Result<Option<(GroupId, String)>, Error> {
    let (Some(name), Some(view)) = (name_in(origin, address), peers::view(db, host)?) else {
        return Ok(None);
    };
    let found: Option<(GroupId, String)> = group_::table
        .filter(scope::travelling_groups(view.eyes))
        .filter(group_::name.eq(name))
        .select((group_::id, group_::name))
        .row_opt(db)?;
    Ok(found.filter(|(id, _)| view.may_follow(*id)))
}

/// A group of ours by its address, whoever asks: for those who hold something of it already.
///
/// # Errors
/// A fault of the database.
pub fn group_at(db: &mut Db, origin: &str, address: &str) -> Result<Option<GroupId>, Error> {
    let Some(name) = name_in(origin, address) else { return Ok(None) };
    group_::table.filter(group_::name.eq(name)).select(group_::id).row_opt(db)
}

/// The short name in the address of a group of ours; a group elsewhere has a name with an @, and none here.
fn name_in<'a>(origin: &str, address: &'a str) -> Option<&'a str> {
    let name = address.strip_prefix(origin)?.strip_prefix("/g/")?;
    name.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        .then_some(name)
}

/// Somebody elsewhere follows a group of ours; asking again is the same as asking once.
///
/// # Errors
/// A fault of the database.
pub fn follow(tx: &mut Tx<'_>, new: &Follower) -> Result<(), Error> {
    delete(follower::table.find((new.group_id, &new.actor))).exec(tx)?;
    insert_into(follower::table).values(new.clone()).exec(tx).map(drop)
}

/// Somebody elsewhere follows a group no longer. Says whether they did.
///
/// # Errors
/// A fault of the database.
pub fn unfollow(tx: &mut Tx<'_>, group: GroupId, actor: &str) -> Result<bool, Error> {
    Ok(delete(follower::table.find((group, actor))).exec(tx)? > 0)
}

/// Somebody elsewhere follows nothing any more.
///
/// # Errors
/// A fault of the database.
pub fn forget_followers(tx: &mut Tx<'_>, actor: &str) -> Result<(), Error> {
    delete(follower::table.filter(follower::actor.eq(actor))).exec(tx).map(drop)
}

/// Where copies of a group's letters go: one a place.
///
/// # Errors
/// A fault of the database.
pub fn recipients(db: &mut Db, group: GroupId) -> Result<Vec<Recipient>, Error> {
    let rows: Vec<(String, String, String)> = follower::table
        .filter(follower::group_id.eq(group))
        .select((follower::domain, follower::inbox, follower::shared))
        .rows(db)?;
    let mut all: Vec<Recipient> = rows
        .into_iter()
        .map(|(domain, inbox, shared)| Recipient {
            domain,
            inbox: if shared.is_empty() { inbox } else { shared },
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Where a letter to a group elsewhere goes.
#[must_use]
pub fn letters_to(group: &FarGroup) -> Recipient {
    Recipient { domain: group.domain.clone(), inbox: group.inbox.clone() }
}
