//! Every SQL statement about what of other communities stands here.

use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{About, FarGroup, Follower, Placed, State};
use crate::db::schema::{face, far_face, far_group, far_post, follower, group_, reply, thread};
use crate::db::{Db, Run, Tx, cols};
use crate::federation::delivery::Recipient;
use crate::identity::names;
use crate::kernel::{Error, FaceId, GroupId, PublicId, ReplyId, Said, ThreadId};
use crate::policy::Reach;

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
    (name, key): (&str, &str),
) -> Result<FaceId, Error> {
    let (id, seed, week) = (FaceId(tx.chance().id()), tx.chance().id(), tx.now().week());
    insert_into(face::table)
        .values((
            face::id.eq(id),
            face::name.eq(name),
            face::name_key.eq(key),
            face::kind.eq("remote"),
            face::seed.eq(seed),
            face::since_week.eq(week),
        ))
        .exec(tx)?;
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

/// Somebody elsewhere follows a group of ours; asking again is the same as asking once.
///
/// # Errors
/// A fault of the database.
pub fn follow(tx: &mut Tx<'_>, new: &Follower) -> Result<(), Error> {
    delete(follower::table.find((new.group_id, &new.actor))).exec(tx)?;
    insert_into(follower::table).values(new.clone()).exec(tx).map(drop)
}

/// One follower.
///
/// # Errors
/// A fault of the database.
pub fn follower(db: &mut Db, group: GroupId, actor: &str) -> Result<Option<Follower>, Error> {
    follower::table.find((group, actor)).select(cols::<Follower>()).row_opt(db)
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
        .filter(follower::state.eq("in"))
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

/// Notes under which address words of another community are known there.
///
/// # Errors
/// A fault of the database.
pub fn place(
    tx: &mut Tx<'_>,
    uri: &str,
    (on_thread, on_reply): (ThreadId, Option<ReplyId>),
    (actor, domain): (&str, &str),
) -> Result<(), Error> {
    delete(far_post::table.find(uri)).exec(tx)?;
    insert_into(far_post::table)
        .values((
            far_post::uri.eq(uri),
            far_post::thread_id.eq(on_thread),
            far_post::reply_id.eq(on_reply.map_or(0, |reply| reply.0)),
            far_post::actor.eq(actor),
            far_post::domain.eq(domain),
        ))
        .exec(tx)
        .map(drop)
}

/// Words were taken back by `actor`: what comes late is not taken.
///
/// # Errors
/// A fault of the database.
pub fn set_tombstone(tx: &mut Tx<'_>, uri: &str, actor: &str, domain: &str) -> Result<(), Error> {
    let known = update(far_post::table.find(uri)).set(far_post::is_gone.eq(true)).exec(tx)?;
    if known > 0 {
        return Ok(());
    }
    insert_into(far_post::table)
        .values((
            far_post::uri.eq(uri),
            far_post::actor.eq(actor),
            far_post::domain.eq(domain),
            far_post::is_gone.eq(true),
        ))
        .exec(tx)
        .map(drop)
}

/// Whether words with this address were taken back by one of these.
///
/// # Errors
/// A fault of the database.
pub fn was_gone(db: &mut Db, uri: &str, by: &[&str]) -> Result<bool, Error> {
    let by: Vec<String> = by.iter().map(|actor| (*actor).to_owned()).collect();
    let found: Option<String> = far_post::table
        .find(uri)
        .filter(far_post::is_gone.eq(true))
        .filter(far_post::actor.eq_any(by))
        .select(far_post::uri)
        .row_opt(db)?;
    Ok(found.is_some())
}

/// The words with an address there, or here; none if they never came.
///
/// # Errors
/// A fault of the database.
pub fn placed(db: &mut Db, origin: &str, uri: &str) -> Result<Option<Placed>, Error> {
    let (on_thread, on_reply) = match uri.strip_prefix(origin) {
        Some(path) => match own(db, path)? {
            Some(found) => found,
            None => return Ok(None),
        },
        None => {
            let found: Option<(ThreadId, ReplyId)> = far_post::table
                .find(uri)
                .filter(far_post::thread_id.ne(0))
                .select((far_post::thread_id, far_post::reply_id))
                .row_opt(db)?;
            let Some((on_thread, on_reply)) = found else { return Ok(None) };
            (on_thread, Some(on_reply).filter(|reply| reply.0 != 0))
        }
    };
    let of_thread: Option<(GroupId, PublicId, FaceId)> = thread::table
        .find(on_thread)
        .select((thread::group_id, thread::public_id, thread::author_face))
        .row_opt(db)?;
    let Some((group, thread_id, opener)) = of_thread else { return Ok(None) };
    let whole = Placed { group, thread: on_thread, thread_id, reply: None, author: opener };
    let Some(id) = on_reply else { return Ok(Some(whole)) };
    let of_reply: Option<(PublicId, FaceId)> =
        reply::table.find(id).select((reply::public_id, reply::author_face)).row_opt(db)?;
    Ok(of_reply.map(|(reply_id, author)| Placed { reply: Some((id, reply_id)), author, ..whole }))
}

/// Words of ours, by the path of their address.
fn own(db: &mut Db, path: &str) -> Result<Option<(ThreadId, Option<ReplyId>)>, Error> {
    let Some(rest) = path.strip_prefix("/p/") else { return Ok(None) };
    let (id, answer) = rest.split_once("/r/").map_or((rest, None), |(id, answer)| (id, Some(answer)));
    let Some(id) = PublicId::parse(id) else { return Ok(None) };
    let found: Option<ThreadId> =
        thread::table.filter(thread::public_id.eq(id)).select(thread::id).row_opt(db)?;
    let Some(found) = found else { return Ok(None) };
    let Some(answer) = answer else { return Ok(Some((found, None))) };
    let Some(answer) = PublicId::parse(answer) else { return Ok(None) };
    let reply: Option<ReplyId> = reply::table
        .filter(reply::public_id.eq(answer))
        .filter(reply::thread_id.eq(found))
        .select(reply::id)
        .row_opt(db)?;
    Ok(reply.map(|reply| (found, Some(reply))))
}

/// When words from elsewhere were said: as their community has it.
///
/// # Errors
/// A fault of the database.
pub fn set_said(
    tx: &mut Tx<'_>,
    (on_thread, on_reply): (ThreadId, Option<ReplyId>),
    said: Said,
) -> Result<(), Error> {
    match on_reply {
        None => update(thread::table.find(on_thread))
            .set((thread::said_on.eq(said.on), thread::said_at.eq(said.at)))
            .exec(tx),
        Some(reply) => update(reply::table.find(reply))
            .set((reply::said_on.eq(said.on), reply::said_at.eq(said.at)))
            .exec(tx),
    }
    .map(drop)
}
