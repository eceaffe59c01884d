//! Every SQL statement of the lists. Each walks one index in order and stops when a page is full.

use std::collections::HashMap;

use diesel::dsl::not;
use diesel::prelude::*;

use super::Room;
use crate::db::schema::{face, group_, membership, milestone, thread};
use crate::db::{Db, Run, among, cols, literal, when};
use crate::forum::content_notes::{self, Said};
use crate::forum::threads::{Author, CardRow, InGroup, Thread};
use crate::http::muted::MutedWords;
use crate::kernel::{Day, Error, FaceId, GroupId, Listed, PageSize, PublicId, ThreadId};
use crate::policy::Viewer;
use crate::policy::scope::forum as scope;
use crate::policy::scope::quiet::{self, newest};
use crate::policy::scope::recovery;

/// A page of cards; the key is the last thread's public id, which tells nothing.
pub type Page = Listed<CardRow, PublicId>;

/// Groups on Today at most.
const ROOMS_MAX: i64 = 50;

/// Whether somebody in a group shows its people a milestone now, as far as the viewer reads it.
///
/// # Errors
/// A fault of the database.
pub fn shows_milestone(db: &mut Db, viewer: &Viewer, group: GroupId, today: Day) -> Result<bool, Error> {
    if !viewer.is_signed_in() {
        return Ok(false);
    }
    let found: Option<GroupId> = milestone::table
        .inner_join(face::table)
        .filter(milestone::group_id.eq(group))
        .filter(recovery::shown_milestones(viewer.face(), today))
        .filter(quiet::loud_milestones(viewer.face()))
        .select(milestone::group_id.assume_not_null())
        .limit(1)
        .row_opt(db)?;
    Ok(found.is_some())
}

/// The newest threads of a group that the viewer may read and did not ask to hear less of.
///
/// # Errors
/// A fault of the database.
pub fn newest_in_group(
    db: &mut Db,
    viewer: &Viewer,
    group: GroupId,
    before: Option<&PublicId>,
    size: PageSize,
) -> Result<Page, Error> {
    if !viewer.is_signed_in() {
        return open(db, Some(group), before, size);
    }
    let before = sequence(db, before)?;
    // Two shapes, each prepared once: the busiest statement of all is not to be written out anew for every reader.
    let first = thread::table
        .inner_join(face::table)
        .inner_join(group_::table)
        .filter(thread::group_id.eq(group))
        .filter(scope::readable_threads(viewer.into()))
        .filter(quiet::loud_writers(viewer.face()))
        .order(thread::id.desc())
        .limit(size.plus_one())
        .select((cols::<Thread>(), cols::<Author>(), cols::<InGroup>()));
    let cards = match before {
        Some(before) => first.filter(thread::id.lt(before)).rows(db)?,
        None => first.rows(db)?,
    };
    Ok(page(cards, size))
}

/// The newest threads of the open web.
///
/// # Errors
/// A fault of the database.
pub fn newest_on_open_web(db: &mut Db, before: Option<&PublicId>, size: PageSize) -> Result<Page, Error> {
    open(db, None, before, size)
}

/// The newest threads of all groups the viewer is in, without what they asked to hear less of.
///
/// # Errors
/// A fault of the database.
pub fn newest_of_mine(
    db: &mut Db,
    viewer: &Viewer,
    before: Option<&PublicId>,
    size: PageSize,
) -> Result<Page, Error> {
    let before = sequence(db, before)?;
    // A page of each group, and the newest page of those: nothing older can be on it.
    let of_each = newest
        .filter(newest.field(thread::group_id).eq(membership::group_id))
        .filter(newest.field(thread::removed_at).is_null())
        .filter(newest.field(thread::taken_back_at).is_null())
        .filter(quiet::wanted_newest(viewer.into()))
        .filter(when(before, |id| newest.field(thread::id).lt(id)))
        .order(newest.field(thread::id).desc())
        .limit(size.plus_one())
        .select(newest.field(thread::id));
    let cards = membership::table
        .inner_join(thread::table.on(among(thread::id, of_each)))
        .inner_join(face::table.on(face::id.eq(thread::author_face)))
        .inner_join(group_::table.on(group_::id.eq(thread::group_id)))
        .filter(membership::face_id.eq(viewer.face()))
        .filter(membership::state.eq("in"))
        .filter(quiet::loud_places(viewer.face()))
        .order(thread::id.desc())
        .limit(size.plus_one())
        .select((cols::<Thread>(), cols::<Author>(), cols::<InGroup>()))
        .rows(db)?;
    Ok(page(cards, size))
}

/// Who waits for a first reply, of those the viewer may read and did not write: hard posts and newcomers first,
/// those who wait longest before others. `after` goes on after a thread of the list.
///
/// # Errors
/// A fault of the database.
pub fn waiting(
    db: &mut Db,
    viewer: &Viewer,
    group: Option<GroupId>,
    after: Option<&PublicId>,
    size: PageSize,
) -> Result<Page, Error> {
    if !viewer.is_signed_in() {
        return Ok(page(Vec::new(), size));
    }
    let after = turn(db, after)?;
    let mut cards: Vec<CardRow> = Vec::new();
    // Two walks, one a part: a single one could not start in the middle.
    for is_hard in [true, false] {
        let start = match after {
            Some((was_hard, id)) if was_hard == is_hard => id,
            Some((false, _)) => continue,
            Some((true, _)) | None => ThreadId(0),
        };
        let left = size.plus_one() - i64::try_from(cards.len()).unwrap_or(0);
        let everywhere = thread::table
            .inner_join(face::table)
            .inner_join(group_::table)
            .filter(thread::is_waiting.is_not_null())
            .filter(thread::is_hard.eq(is_hard))
            .filter(thread::id.gt(start))
            .filter(thread::author_face.ne(viewer.face()))
            .filter(thread::locked_at.is_null())
            .filter(scope::readable_threads(viewer.into()))
            .filter(quiet::loud_writers(viewer.face()))
            .order(thread::id.asc())
            .limit(left)
            .select((cols::<Thread>(), cols::<Author>(), cols::<InGroup>()));
        let part: Vec<CardRow> = match group {
            Some(group) => everywhere.filter(thread::group_id.eq(group)).rows(db)?,
            None => everywhere.filter(quiet::loud_groups(viewer.face())).rows(db)?,
        };
        cards.extend(part);
        if cards.len() > size.size() {
            break;
        }
    }
    Ok(page(cards, size))
}

/// A page of a list for somebody who would rather not meet some words: threads of others that hold one which hides are
/// left out, and more are asked for in their place. The flag says whether any was.
///
/// # Errors
/// A fault of the database.
pub fn sifted(
    db: &mut Db,
    (viewer, muted): (&Viewer, &MutedWords),
    (start, size): (Option<PublicId>, PageSize),
    list: impl Fn(&mut Db, Option<&PublicId>) -> Result<Page, Error>,
) -> Result<(Page, bool), Error> {
    if !muted.hides() {
        return Ok((list(db, start.as_ref())?, false));
    }
    let me = viewer.face();
    let key = |(thread, ..): &CardRow| thread.public_id.clone();
    Listed::sifted(size, start, (key, |(thread, ..): &CardRow| is_for(me, muted, thread)), |from| {
        list(db, from)
    })
}

/// Whether lists show a thread to whoever muted these.
#[must_use]
pub fn is_for(me: FaceId, muted: &MutedWords, thread: &Thread) -> bool {
    let is_own = thread.author_face == me;
    // What somebody folded stays in its place.
    let said = Said { title: &thread.title, body: &thread.body, is_own, is_told: false };
    !content_notes::is_hidden(muted, &thread.content_notes(), said)
}

/// The words of some threads whose lines a list shows, for whoever muted some.
///
/// # Errors
/// A fault of the database.
pub fn bodies(db: &mut Db, ids: Vec<ThreadId>) -> Result<HashMap<ThreadId, (FaceId, String)>, Error> {
    let rows: Vec<(ThreadId, FaceId, String)> = thread::table
        .filter(thread::id.eq_any(ids))
        .select((thread::id, thread::author_face, thread::body))
        .rows(db)?;
    Ok(rows.into_iter().map(|(id, face, body)| (id, (face, body))).collect())
}

/// What is pinned in a group, as far as the viewer may read it, newest first.
///
/// # Errors
/// A fault of the database.
pub fn pinned(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Vec<CardRow>, Error> {
    thread::table
        .inner_join(face::table)
        .inner_join(group_::table)
        .filter(thread::group_id.eq(group))
        .filter(thread::pinned_at.is_not_null())
        .filter(scope::readable_threads(viewer.into()))
        .order(thread::pinned_at.desc())
        .limit(3)
        .select((cols::<Thread>(), cols::<Author>(), cols::<InGroup>()))
        .rows(db)
}

/// The groups somebody is in and did not mute, each with its newest line: the home group first, then those with the newest
/// words.
///
/// # Errors
/// A fault of the database.
pub fn rooms(db: &mut Db, viewer: &Viewer) -> Result<Vec<Room>, Error> {
    let of_each = newest
        .filter(newest.field(thread::group_id).eq(group_::id))
        .filter(newest.field(thread::removed_at).is_null())
        .filter(newest.field(thread::taken_back_at).is_null())
        .filter(quiet::wanted_newest(viewer.into()))
        .order(newest.field(thread::id).desc())
        .limit(1)
        .select(newest.field(thread::id))
        .single_value();
    let mut rooms: Vec<Room> = membership::table
        .inner_join(group_::table)
        .left_join(thread::table.on(thread::id.nullable().eq(of_each)))
        .filter(membership::face_id.eq(viewer.face()))
        .filter(membership::state.eq("in"))
        .filter(quiet::loud_places(viewer.face()))
        .limit(ROOMS_MAX)
        .select((
            group_::id,
            cols::<InGroup>(),
            membership::is_home,
            (thread::id, thread::title, thread::notes, thread::note_words, thread::said_on, thread::said_at)
                .nullable(),
        ))
        .rows(db)?;
    rooms.sort_by_key(|room| std::cmp::Reverse((room.is_home, room.newest.as_ref().map(|line| line.id))));
    Ok(rooms)
}

/// A few groups that somebody could join at once and is not in yet, the liveliest first.
///
/// # Errors
/// A fault of the database.
pub fn suggested(db: &mut Db, viewer: &Viewer, most: i64) -> Result<Vec<(InGroup, String)>, Error> {
    let theirs = membership::table
        .filter(membership::group_id.eq(group_::id))
        .filter(membership::face_id.eq(viewer.face()));
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .filter(group_::joining.eq("open"))
        .filter(group_::closed_at.is_null())
        .filter(not(diesel::dsl::exists(theirs)))
        .order((group_::member_count.desc(), group_::id))
        .limit(most)
        .select((cols::<InGroup>(), group_::purpose))
        .rows(db)
}

fn open(
    db: &mut Db,
    group: Option<GroupId>,
    before: Option<&PublicId>,
    size: PageSize,
) -> Result<Page, Error> {
    let before = sequence(db, before)?;
    let cards = thread::table
        .inner_join(face::table)
        .inner_join(group_::table)
        .filter(literal("thread.reach = 'everyone'"))
        .filter(when(group, |group| thread::group_id.eq(group)))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .filter(when(before, |id| thread::id.lt(id)))
        .order(thread::id.desc())
        .limit(size.plus_one())
        .select((cols::<Thread>(), cols::<Author>(), cols::<InGroup>()))
        .rows(db)?;
    Ok(page(cards, size))
}

fn page(cards: Vec<CardRow>, size: PageSize) -> Page {
    Listed::cut(cards, size, |(thread, _, _)| thread.public_id.clone())
}

/// The sequence behind a page key; none for a key nobody was given.
///
/// # Errors
/// A fault of the database.
pub fn sequence(db: &mut Db, key: Option<&PublicId>) -> Result<Option<ThreadId>, Error> {
    Ok(turn(db, key)?.map(|(_, id)| id))
}

fn turn(db: &mut Db, key: Option<&PublicId>) -> Result<Option<(bool, ThreadId)>, Error> {
    let Some(key) = key else { return Ok(None) };
    thread::table.filter(thread::public_id.eq(key)).select((thread::is_hard, thread::id)).row_opt(db)
}
