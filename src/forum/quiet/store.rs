//! Every SQL statement about whom somebody meets. What they may read because of it is `policy::scope::quiet`.

use std::collections::{BTreeSet, HashMap};

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use diesel::{delete, insert_into, select};

use super::model::MuteId;
use super::{Community, Lists, Muted, Quiet, Ties};
use crate::db::schema::{block, face, far_face, group_, mute, reply, thread};
use crate::db::{Db, Run, Tx};
use crate::forum::threads::Thread;
use crate::kernel::{Day, Error, FaceId, GroupId, ThreadId};
use crate::policy::scope::forum::Eyes;
use crate::policy::scope::{forum, quiet as scope};
use crate::policy::{Permit, Viewer};

/// What a mute is about, found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Person(FaceId),
    Group(GroupId),
    Community(Community),
}

/// Everybody with whom a face does not meet, whichever of the two does not want to.
///
/// # Errors
/// A fault of the database.
pub fn apart(db: &mut Db, face: FaceId) -> Result<BTreeSet<FaceId>, Error> {
    Ok(pairs(db, face)?.into_iter().map(|(by, of)| if by == face { of } else { by }).collect())
}

/// Blocks of a face, and of others by whom it is blocked: who does not want to meet whom.
fn pairs(db: &mut Db, face: FaceId) -> Result<Vec<(FaceId, FaceId)>, Error> {
    block::table
        .filter(block::by_face.eq(face).or(block::face_id.eq(face)))
        .select((block::by_face, block::face_id))
        .rows(db)
}

/// What a reader of a group's words would rather not hear.
///
/// # Errors
/// A fault of the database.
pub fn of(db: &mut Db, viewer: &Viewer, looks_after: bool) -> Result<Quiet, Error> {
    if !viewer.is_signed_in() {
        return Ok(Quiet::default());
    }
    let me = viewer.face();
    let mutes: Vec<(Option<FaceId>, Option<String>)> = mute::table
        .filter(mute::by_face.eq(me))
        .filter(mute::group_id.is_null())
        .select((mute::face_id, mute::domain))
        .rows(db)?;
    let mut quiet = Quiet::default();
    for (by, of) in pairs(db, me)? {
        match (looks_after, by == me) {
            (true, true) => quiet.blocked.insert(of),
            (true, false) => false,
            (false, is_own) => quiet.unmet.insert(if is_own { of } else { by }),
        };
    }
    for (face, domain) in mutes {
        quiet.muted.extend(face);
        quiet.communities.extend(domain);
    }
    Ok(quiet)
}

/// How two faces stand to each other.
///
/// # Errors
/// A fault of the database.
pub fn ties(db: &mut Db, me: FaceId, other: FaceId) -> Result<Ties, Error> {
    let rows: Vec<FaceId> = block::table
        .filter(
            block::by_face
                .eq(me)
                .and(block::face_id.eq(other))
                .or(block::by_face.eq(other).and(block::face_id.eq(me))),
        )
        .select(block::by_face)
        .rows(db)?;
    Ok(Ties { blocks: rows.contains(&me), is_blocked: rows.contains(&other) })
}

/// Whether a face does not want to hear what another did in a thread: they do not meet, or it asked to hear less.
///
/// # Errors
/// A fault of the database.
pub fn is_unwanted(db: &mut Db, (to, from): (FaceId, FaceId), of: Option<ThreadId>) -> Result<bool, Error> {
    if ties(db, to, from)? != Ties::default() {
        return Ok(true);
    }
    let mutes: Vec<(Option<FaceId>, Option<GroupId>, Option<String>)> = mute::table
        .filter(mute::by_face.eq(to))
        .select((mute::face_id, mute::group_id, mute::domain))
        .rows(db)?;
    if mutes.is_empty() {
        return Ok(false);
    }
    let domain: Option<String> =
        far_face::table.filter(far_face::face_id.eq(from)).select(far_face::domain).row_opt(db)?;
    let group: Option<GroupId> = match of {
        Some(of) => thread::table.find(of).select(thread::group_id).row_opt(db)?,
        None => None,
    };
    Ok(mutes.into_iter().any(|(face, muted, from_there)| {
        face == Some(from)
            || muted.is_some() && muted == group
            || from_there.is_some() && from_there == domain
    }))
}

/// Counts of replies as this viewer meets them: without those by people they do not meet.
///
/// # Errors
/// A fault of the database.
pub fn recount<'a>(
    db: &mut Db,
    viewer: &Viewer,
    threads: impl IntoIterator<Item = &'a mut Thread>,
) -> Result<(), Error> {
    let me = viewer.face();
    let has_any = select(exists(block::table.filter(block::by_face.eq(me).or(block::face_id.eq(me)))));
    if !viewer.is_signed_in() || !has_any.row::<bool>(db)? {
        return Ok(());
    }
    let threads: Vec<&mut Thread> = threads.into_iter().filter(|thread| thread.reply_count > 0).collect();
    let ids: Vec<ThreadId> = threads.iter().map(|thread| thread.id).collect();
    let unmet: HashMap<ThreadId, i64> = reply::table
        .filter(reply::thread_id.eq_any(ids))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .filter(not(scope::met_replies(Eyes::from(viewer))))
        .group_by(reply::thread_id)
        .select((reply::thread_id, count_star()))
        .rows(db)?
        .into_iter()
        .collect();
    for thread in threads {
        let less = unmet.get(&thread.id).copied().unwrap_or(0);
        thread.reply_count = (thread.reply_count - less).max(0);
    }
    Ok(())
}

/// The face of a name that somebody blocked, or muted and still meets.
pub(super) fn known(db: &mut Db, me: FaceId, name_key: &str) -> Result<Option<FaceId>, Error> {
    let blocked = block::table.filter(block::by_face.eq(me)).select(block::face_id);
    let muted = mute::table
        .filter(mute::by_face.eq(me))
        .filter(mute::face_id.is_not_null())
        .filter(not(mute::face_id.assume_not_null().eq_any(scope::blockers(me))))
        .select(mute::face_id.assume_not_null());
    face::table
        .filter(face::name_key.eq(name_key))
        .filter(face::id.eq_any(blocked).or(face::id.eq_any(muted)))
        .select(face::id)
        .row_opt(db)
}

/// The group of a short name that somebody muted, whether or not they may still know of it.
pub(super) fn known_group(db: &mut Db, me: FaceId, name: &str) -> Result<Option<GroupId>, Error> {
    if name.contains('\0') {
        return Ok(None); // PostgreSQL would call it a fault of ours.
    }
    mute::table
        .inner_join(group_::table)
        .filter(mute::by_face.eq(me))
        .filter(group_::name.eq(name))
        .select(group_::id)
        .row_opt(db)
}

/// How many blocks and mutes somebody has.
pub(super) fn amount(db: &mut Db, me: FaceId) -> Result<i64, Error> {
    let blocks: i64 = block::table.filter(block::by_face.eq(me)).select(count_star()).row(db)?;
    let mutes: i64 = mute::table.filter(mute::by_face.eq(me)).select(count_star()).row(db)?;
    Ok(blocks + mutes)
}

pub(super) fn insert_block(tx: &mut Tx<'_>, permit: &Permit, of: FaceId) -> Result<(), Error> {
    insert_into(block::table)
        .values((block::by_face.eq(permit.actor()), block::face_id.eq(of)))
        .on_conflict((block::by_face, block::face_id))
        .do_nothing()
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_block(tx: &mut Tx<'_>, permit: &Permit, of: FaceId) -> Result<usize, Error> {
    delete(block::table.filter(block::by_face.eq(permit.actor())).filter(block::face_id.eq(of))).exec(tx)
}

pub(super) fn insert_mute(
    tx: &mut Tx<'_>,
    permit: &Permit,
    found: &Found,
    until: Option<Day>,
) -> Result<(), Error> {
    let by = permit.actor();
    let id = MuteId(tx.chance().stream("quiet", by.0).id());
    let (face, group, domain) = match found {
        Found::Person(face) => (Some(*face), None, None),
        Found::Group(group) => (None, Some(*group), None),
        Found::Community(community) => (None, None, Some(community.as_str().to_owned())),
    };
    insert_into(mute::table)
        .values((
            mute::id.eq(id),
            mute::by_face.eq(by),
            mute::face_id.eq(face),
            mute::group_id.eq(group),
            mute::domain.eq(domain),
            mute::until_on.eq(until),
        ))
        .exec(tx)
        .map(drop)
}

pub(super) fn delete_mute(tx: &mut Tx<'_>, permit: &Permit, found: &Found) -> Result<usize, Error> {
    let own = mute::table.filter(mute::by_face.eq(permit.actor()));
    match found {
        Found::Person(face) => delete(own.filter(mute::face_id.eq(*face))).exec(tx),
        Found::Group(group) => delete(own.filter(mute::group_id.eq(*group))).exec(tx),
        Found::Community(community) => {
            delete(own.filter(mute::domain.eq(community.as_str().to_owned()))).exec(tx)
        }
    }
}

/// Everything somebody said about whom they meet, by name. Those who left have none any more; whoever blocked the viewer
/// since they were muted is left out likewise.
///
/// # Errors
/// A fault of the database.
pub fn lists(db: &mut Db, viewer: &Viewer) -> Result<Lists, Error> {
    let me = viewer.face();
    let blocks = block::table
        .inner_join(face::table.on(face::id.eq(block::face_id)))
        .filter(block::by_face.eq(me))
        .filter(face::is_retired.eq(false))
        .order(face::name)
        .select(face::name)
        .rows(db)?;
    let people: Vec<(String, Option<Day>)> = mute::table
        .inner_join(face::table.on(face::id.nullable().eq(mute::face_id)))
        .filter(mute::by_face.eq(me))
        .filter(face::is_retired.eq(false))
        .filter(not(face::id.eq_any(scope::blockers(me))))
        .order(face::name)
        .select((face::name, mute::until_on))
        .rows(db)?;
    // A group that they may not know of any more is not named, and stays muted.
    let groups: Vec<(String, String, Option<Day>)> = mute::table
        .inner_join(group_::table)
        .filter(mute::by_face.eq(me))
        .filter(forum::visible_groups(viewer.into()))
        .order(group_::title)
        .select((group_::name, group_::title, mute::until_on))
        .rows(db)?;
    let communities: Vec<(String, Option<Day>)> = mute::table
        .filter(mute::by_face.eq(me))
        .filter(mute::domain.is_not_null())
        .order(mute::domain)
        .select((mute::domain.assume_not_null(), mute::until_on))
        .rows(db)?;
    let named = |(name, until): (String, Option<Day>)| Muted { title: name.clone(), name, until };
    Ok(Lists {
        blocks,
        people: people.into_iter().map(named).collect(),
        groups: groups.into_iter().map(|(name, title, until)| Muted { name, title, until }).collect(),
        communities: communities.into_iter().map(named).collect(),
    })
}

/// How long something is muted: none if it is not, and none within if for good.
#[expect(clippy::option_option, reason = "the outer says whether it is muted, the inner when that ends")]
pub(super) fn muted(db: &mut Db, me: FaceId, found: &Found) -> Result<Option<Option<Day>>, Error> {
    let own = mute::table.filter(mute::by_face.eq(me)).select(mute::until_on);
    match found {
        Found::Person(face) => own.filter(mute::face_id.eq(*face)).row_opt(db),
        Found::Group(group) => own.filter(mute::group_id.eq(*group)).row_opt(db),
        Found::Community(community) => own.filter(mute::domain.eq(community.as_str().to_owned())).row_opt(db),
    }
}

/// Ends the mutes whose day has come.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    delete(mute::table.filter(mute::until_on.le(today))).exec(tx).map(drop)
}

/// Erases what somebody who is gone had said. What others said of them holds while words of theirs stand.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, me: FaceId) -> Result<(), Error> {
    delete(block::table.filter(block::by_face.eq(me))).exec(tx)?;
    delete(mute::table.filter(mute::by_face.eq(me))).exec(tx).map(drop)
}

/// Erases what others had said of a face of which no words are left; returns how much that was.
///
/// # Errors
/// A fault of the database.
pub fn bury(tx: &mut Tx<'_>, gone: FaceId) -> Result<usize, Error> {
    let blocks = delete(block::table.filter(block::face_id.eq(gone))).exec(tx)?;
    Ok(blocks + delete(mute::table.filter(mute::face_id.eq(gone))).exec(tx)?)
}
