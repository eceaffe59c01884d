//! Every SQL statement of what leaves: words by their sequence, whoever wrote them, and who may read them where they go.

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{
    actor_key, community, face, far_post, follower, group_, holding, membership, reply, thread,
};
use crate::db::{Db, Run};
use crate::federation::far::{self, FarGroup};
use crate::federation::peers::Own;
use crate::federation::wire::Room;
use crate::federation::{actors, door};
use crate::forum::threads::Kind;
use crate::kernel::{Day, Error, FaceId, GroupId, PublicId, ReplyId, ThreadId};
use crate::policy::Reach;
use crate::policy::scope::forum::{self as scope, Eyes};
use crate::ui::urls;

/// A thread, or a reply of one, and where it stands. It may be gone: then this is what is left to say so.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub thread: ThreadId,
    pub reply: Option<ReplyId>,
    /// What addresses call both.
    pub ids: (PublicId, Option<PublicId>),
    pub group: GroupId,
    /// The group as words name it, and, where it is elsewhere, what is known of it.
    pub room: Room,
    pub far: Option<FarGroup>,
    pub reach: Reach,
    pub kind: Kind,
    /// Whose words they are: the name, and `name`, `alias` or `remote`.
    pub author: (String, String),
    /// Where the words are found.
    pub address: String,
}

impl Post {
    pub(super) fn is_remote(&self) -> bool {
        self.author.1 == "remote"
    }

    pub(super) fn is_alias(&self) -> bool {
        self.author.1 == "alias"
    }

    /// The actor whose words they are, if it is one of ours.
    pub(super) fn speaker(&self) -> actors::Path {
        actors::Path::person(&self.author.0)
    }
}

/// A post by its sequence; none if its row is gone.
pub(super) fn post(
    db: &mut Db,
    own: &Own,
    (on_thread, on_reply): (ThreadId, Option<ReplyId>),
) -> Result<Option<Post>, Error> {
    type Row = (PublicId, GroupId, String, Reach, Kind, FaceId);
    let row: Option<Row> = thread::table
        .inner_join(group_::table)
        .filter(thread::id.eq(on_thread))
        .select((
            thread::public_id,
            thread::group_id,
            group_::name,
            thread::reach,
            thread::kind,
            thread::author_face,
        ))
        .row_opt(db)?;
    let Some((id, group, name, reach, kind, opener)) = row else { return Ok(None) };
    let answer: Option<(PublicId, FaceId)> = match on_reply {
        None => None,
        Some(reply) => {
            let found =
                reply::table.find(reply).select((reply::public_id, reply::author_face)).row_opt(db)?;
            let Some(found) = found else { return Ok(None) };
            Some(found)
        }
    };
    let writer = answer.as_ref().map_or(opener, |(_, face)| *face);
    let author: (String, String) = face::table.find(writer).select((face::name, face::kind)).row(db)?;
    let answer = answer.map(|(id, _)| id);
    let far = far::far_group(db, group)?;
    let place = answer.as_ref().map_or_else(|| urls::thread(&id), |answer| urls::reply(&id, answer));
    let address =
        door::far_post(db, on_thread, on_reply)?.unwrap_or_else(|| format!("{}{place}", own.origin));
    let room = room(own, &name, far.as_ref());
    let ids = (id, answer);
    Ok(Some(Post { thread: on_thread, reply: on_reply, ids, group, room, far, reach, kind, author, address }))
}

fn room(own: &Own, name: &str, far: Option<&FarGroup>) -> Room {
    match far {
        Some(far) => Room { id: far.actor.clone(), handle: name.to_owned() },
        None => Room::ours(own, name),
    }
}

/// Replies of a thread that stand, and those that do not.
pub(super) fn replies(db: &mut Db, of: ThreadId) -> Result<Vec<ReplyId>, Error> {
    reply::table.filter(reply::thread_id.eq(of)).order(reply::id).select(reply::id).rows(db)
}

/// Whether whoever sees with these eyes may read a post, as the door would answer.
pub(super) fn may_read(
    db: &mut Db,
    eyes: Eyes,
    on_thread: ThreadId,
    on_reply: Option<ReplyId>,
) -> Result<bool, Error> {
    let seen = thread::table
        .inner_join(group_::table)
        .filter(thread::id.eq(on_thread))
        .filter(scope::readable_threads(eyes))
        .filter(scope::travelling_groups(eyes));
    if !diesel::select(exists(seen)).row::<bool>(db)? {
        return Ok(false);
    }
    let Some(id) = on_reply else { return Ok(true) };
    let stands = reply::table
        .filter(reply::id.eq(id))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null());
    diesel::select(exists(stands)).row(db)
}

/// Whether a thread is in a group.
pub(super) fn stands_in(db: &mut Db, id: ThreadId, group: GroupId) -> Result<bool, Error> {
    let there = thread::table.find(id).filter(thread::group_id.eq(group));
    diesel::select(exists(there)).row(db)
}

/// Whether posts of a group travel to whoever sees with these eyes.
pub(super) fn travels(db: &mut Db, eyes: Eyes, id: GroupId) -> Result<bool, Error> {
    let seen = group_::table.filter(group_::id.eq(id)).filter(scope::travelling_groups(eyes));
    diesel::select(exists(seen)).row(db)
}

/// Whether anybody of a community follows a group.
pub(super) fn is_followed(db: &mut Db, id: GroupId, domain: &str) -> Result<bool, Error> {
    let theirs = follower::table.filter(follower::domain.eq(domain)).filter(follower::group_id.eq(id));
    diesel::select(exists(theirs)).row(db)
}

/// A thread by its sequence, what addresses call it, and how far it travels.
pub(super) type Line = (ThreadId, PublicId, Reach);

/// Standing threads of a group that do not face the open web, after one of them.
pub(super) fn threads(db: &mut Db, of: GroupId, after: ThreadId, most: i64) -> Result<Vec<Line>, Error> {
    thread::table
        .filter(thread::group_id.eq(of))
        .filter(thread::id.gt(after))
        .filter(thread::reach.ne(Reach::Everyone))
        .filter(thread::taken_back_at.is_null())
        .order(thread::id)
        .limit(most)
        .select((thread::id, thread::public_id, thread::reach))
        .rows(db)
}

/// An address, and the thread it is in with its reach.
pub(super) type Addressed = (String, (ThreadId, Reach));

/// Every address of these threads and of what was answered in them, ours and others'.
pub(super) fn addresses(db: &mut Db, own: &Own, threads: &[Line]) -> Result<Vec<Addressed>, Error> {
    let by_id: BTreeMap<ThreadId, &Line> = threads.iter().map(|line| (line.0, line)).collect();
    let ids: Vec<ThreadId> = by_id.keys().copied().collect();
    let answers: Vec<(ThreadId, PublicId)> = reply::table
        .filter(reply::thread_id.eq_any(&ids))
        .select((reply::thread_id, reply::public_id))
        .rows(db)?;
    let far: Vec<(ThreadId, String)> = far_post::table
        .filter(far_post::thread_id.eq_any(&ids))
        .select((far_post::thread_id, far_post::uri))
        .rows(db)?;
    let place = |id: &ThreadId| by_id.get(id).map(|line| (line.0, line.2));
    let opened =
        threads.iter().map(|line| (format!("{}{}", own.origin, urls::thread(&line.1)), (line.0, line.2)));
    let given = answers.iter().filter_map(|(id, answer)| {
        let line = by_id.get(id)?;
        Some((format!("{}{}", own.origin, urls::reply(&line.1, answer)), (line.0, line.2)))
    });
    let far = far.into_iter().filter_map(|(id, uri)| Some((uri, place(&id)?)));
    Ok(opened.chain(given).chain(far).collect())
}

/// Whether anybody was given words from this address on: what begins with it and is held.
pub(super) fn held_under(db: &mut Db, beginning: &str) -> Result<Vec<(String, String)>, Error> {
    let pattern = format!("{}%", beginning.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    holding::table
        .filter(holding::object.like(pattern).escape('\\'))
        .order(holding::object)
        .select((holding::domain, holding::object))
        .rows(db)
}

/// Every post of a face, by its sequence.
pub(super) fn posts_of(db: &mut Db, author: FaceId) -> Result<Vec<(ThreadId, Option<ReplyId>)>, Error> {
    let opened: Vec<ThreadId> =
        thread::table.filter(thread::author_face.eq(author)).order(thread::id).select(thread::id).rows(db)?;
    let given: Vec<(ThreadId, ReplyId)> = reply::table
        .filter(reply::author_face.eq(author))
        .order(reply::id)
        .select((reply::thread_id, reply::id))
        .rows(db)?;
    let opened = opened.into_iter().map(|thread| (thread, None));
    Ok(opened.chain(given.into_iter().map(|(thread, reply)| (thread, Some(reply)))).collect())
}

/// Whether somebody is paused in a group, and until when; none: without an end.
pub(super) fn paused(db: &mut Db, group: GroupId, face: FaceId) -> Result<(bool, Option<Day>), Error> {
    let until: Vec<Option<Day>> = membership::table
        .filter(membership::group_id.eq(group))
        .filter(membership::face_id.eq(face))
        .filter(membership::state.eq("paused"))
        .select(membership::paused_until)
        .rows(db)?;
    Ok((!until.is_empty(), until.into_iter().next().flatten()))
}

/// What somebody is called here, and whether they are `name`, `alias` or `remote`.
pub(super) fn called(db: &mut Db, id: FaceId) -> Result<Option<(String, String)>, Error> {
    face::table.find(id).filter(face::is_retired.eq(false)).select((face::name, face::kind)).row_opt(db)
}

/// Whether anybody here is in a group.
pub(super) fn has_members(db: &mut Db, id: GroupId) -> Result<bool, Error> {
    let theirs = membership::table.filter(membership::group_id.eq(id)).filter(membership::state.eq("in"));
    diesel::select(exists(theirs)).row(db)
}

/// The public half of a group's key; none before anybody asked for it.
pub(super) fn pem(db: &mut Db, path: &actors::Path) -> Result<Option<String>, Error> {
    actor_key::table.filter(actor_key::path.eq(path.as_str())).select(actor_key::pem).row_opt(db)
}

/// Whether search engines may read what faces the open web.
pub(super) fn is_indexed(db: &mut Db) -> Result<bool, Error> {
    community::table.select(community::is_indexed).row(db)
}

/// A group of ours, as its actor says it.
pub(super) type Said = (String, String, String, String, Reach, bool);

pub(super) fn group(db: &mut Db, id: GroupId) -> Result<Option<Said>, Error> {
    group_::table
        .filter(group_::id.eq(id))
        .select((
            group_::name,
            group_::title,
            group_::purpose,
            group_::language,
            group_::ceiling,
            group_::closed_at.is_not_null(),
        ))
        .row_opt(db)
}
