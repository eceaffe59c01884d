//! Every SQL statement about what one face wrote.

use diesel::dsl::{count_star, exists, select};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use diesel::{delete, update};

use crate::db::schema::{away_there, draft, far_face, group_, held, reaction, reply, revision, thread};
use crate::db::{Db, Run, Tx, cols, when};
use crate::forum::content_notes::{self, Notes};
use crate::forum::folds::Folds;
use crate::forum::{replies, threads};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, PublicId, ReplyId, ThreadId};
use crate::policy::Viewer;
use crate::policy::scope::forum as scope;
use crate::ui::Shell;

/// Words that are read, or put out of sight, at once: as many threads, and as many replies.
const AT_ONCE: i64 = 500;

/// One line of a person's page.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = thread)]
pub struct Written {
    /// Its sequence; never shown.
    pub id: ThreadId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// Its title.
    pub title: String,
    /// Its words, which its list does not show.
    pub body: String,
    /// Who wrote it.
    pub author_face: FaceId,
    /// Content notes, codes with a space between.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly, where the group shows times.
    pub said_at: Option<Moment>,
}

impl Written {
    /// Its title, or a sentence in its place where its words are folded for this reader.
    #[must_use]
    pub fn shown_title(&self, ui: &Shell, folds: &Folds) -> String {
        let notes = Notes::stored(&self.notes, &self.note_words);
        let said = content_notes::Said {
            title: &self.title,
            body: &self.body,
            is_own: ui.is_me(self.author_face),
            is_told: folds.has(self.id, None),
        };
        content_notes::shown_title(ui, &[], &notes, said)
    }
}

/// The newest threads of a face that this viewer may read.
///
/// # Errors
/// A fault of the database.
pub fn latest(db: &mut Db, viewer: &Viewer, face: FaceId, limit: i64) -> Result<Vec<Written>, Error> {
    thread::table
        .filter(scope::readable_threads(viewer.into()))
        .filter(thread::author_face.eq(face))
        .order(thread::id.desc())
        .limit(limit)
        .select(cols::<Written>())
        .rows(db)
}

/// Words of a face that stand in a group, for those who look after it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Said {
    /// The thread, or the one a reply is in.
    pub thread: ThreadId,
    /// The reply.
    pub reply: Option<ReplyId>,
    /// The thread's title.
    pub title: String,
    /// The words, as written.
    pub body: String,
    /// The day they were said.
    pub on: Day,
    /// Whose they are.
    pub face: FaceId,
}

/// Whether more stands than was read: these are the newest threads, or the newest replies.
#[must_use]
pub fn is_part(said: &[Said]) -> bool {
    let replies = said.iter().filter(|one| one.reply.is_some()).count();
    [replies, said.len() - replies].into_iter().any(|many| i64::try_from(many).unwrap_or(i64::MAX) >= AT_ONCE)
}

/// Whose words are meant.
#[derive(Debug, Clone, Copy)]
pub(super) enum By<'a> {
    /// What stands under one face.
    Face(FaceId),
    /// What stands under any face of another community.
    Community(&'a str),
}

/// Which words are meant: in one group, or wherever they stand; past the scopes of the forum, or as far as a viewer may read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Which<'a> {
    pub by: By<'a>,
    pub group: Option<GroupId>,
    pub read_by: Option<&'a Viewer>,
}

/// All of it that stands: threads, then replies, the newest first, at most five hundred of each.
pub(super) fn standing(db: &mut Db, of: Which<'_>) -> Result<Vec<Said>, Error> {
    let (face, domain) = match of.by {
        By::Face(face) => (Some(face), None),
        By::Community(domain) => (None, Some(domain)),
    };
    let there = |domain: &str| {
        far_face::table.filter(far_face::domain.eq(domain.to_owned())).select(far_face::face_id)
    };
    let mut said: Vec<Said> = thread::table
        .filter(when(face, |face| thread::author_face.eq(face)))
        .filter(when(domain, |domain| thread::author_face.eq_any(there(domain))))
        .filter(when(of.group, |group| thread::group_id.eq(group)))
        .filter(when(of.read_by, |viewer| scope::readable_threads(viewer.into())))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .order(thread::id.desc())
        .limit(AT_ONCE)
        .select((
            thread::id,
            None::<ReplyId>.into_sql::<Nullable<BigInt>>(),
            thread::title,
            thread::body,
            thread::said_on,
            thread::author_face,
        ))
        .rows(db)?;
    let replies: Vec<Said> = reply::table
        .inner_join(thread::table)
        .filter(when(face, |face| reply::author_face.eq(face)))
        .filter(when(domain, |domain| reply::author_face.eq_any(there(domain))))
        .filter(when(of.group, |group| thread::group_id.eq(group)))
        .filter(when(of.read_by, |viewer| scope::readable_threads(viewer.into())))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .order(reply::id.desc())
        .limit(AT_ONCE)
        .select((
            thread::id,
            reply::id.nullable(),
            thread::title,
            reply::body,
            reply::said_on,
            reply::author_face,
        ))
        .rows(db)?;
    said.extend(replies);
    Ok(said)
}

/// How many threads and replies of a face stand.
///
/// # Errors
/// A fault of the database.
pub fn amount(db: &mut Db, face: FaceId) -> Result<i64, Error> {
    let threads: i64 = thread::table
        .filter(thread::author_face.eq(face))
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null())
        .select(count_star())
        .row(db)?;
    let replies: i64 = reply::table
        .filter(reply::author_face.eq(face))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .select(count_star())
        .row(db)?;
    Ok(threads + replies)
}

/// Whether a face ever said something in a group that is kept there, whatever became of it.
///
/// # Errors
/// A fault of the database.
pub fn has_said_in(db: &mut Db, face: FaceId, group: GroupId) -> Result<bool, Error> {
    let opened = thread::table.filter(thread::author_face.eq(face)).filter(thread::group_id.eq(group));
    let answered = reply::table
        .inner_join(thread::table)
        .filter(reply::author_face.eq(face))
        .filter(thread::group_id.eq(group));
    Ok(select(exists(opened)).row(db)? || select(exists(answered)).row(db)?)
}

pub(super) fn drop_drafts(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    delete(draft::table.filter(draft::face_id.eq(face))).exec(tx).map(drop)
}

pub(super) fn take_back_reactions(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let put: Vec<(ThreadId, ReplyId, String)> = reaction::table
        .filter(reaction::face_id.eq(face))
        .select((reaction::thread_id, reaction::reply_id, reaction::word))
        .rows(tx)?;
    for (on_thread, on_reply, word) in put {
        if on_reply.0 == 0 {
            count_down_thread(tx, on_thread, &word)?;
        } else {
            count_down_reply(tx, on_reply, &word)?;
        }
    }
    delete(reaction::table.filter(reaction::face_id.eq(face))).exec(tx).map(drop)
}

fn count_down_thread(tx: &mut Tx<'_>, id: ThreadId, word: &str) -> Result<(), Error> {
    let row = thread::table.find(id);
    match word {
        "with" => update(row).set(thread::with_count.eq(thread::with_count - 1)).exec(tx),
        "same" => update(row).set(thread::same_count.eq(thread::same_count - 1)).exec(tx),
        "proud" => update(row).set(thread::proud_count.eq(thread::proud_count - 1)).exec(tx),
        _ => update(row).set(thread::thanks_count.eq(thread::thanks_count - 1)).exec(tx),
    }
    .map(drop)
}

fn count_down_reply(tx: &mut Tx<'_>, id: ReplyId, word: &str) -> Result<(), Error> {
    let row = reply::table.find(id);
    match word {
        "with" => update(row).set(reply::with_count.eq(reply::with_count - 1)).exec(tx),
        "same" => update(row).set(reply::same_count.eq(reply::same_count - 1)).exec(tx),
        "proud" => update(row).set(reply::proud_count.eq(reply::proud_count - 1)).exec(tx),
        _ => update(row).set(reply::thanks_count.eq(reply::thanks_count - 1)).exec(tx),
    }
    .map(drop)
}

/// How what they wrote was worded before is gone.
pub(super) fn drop_revisions(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let threads = thread::table.filter(thread::author_face.eq(face)).select(thread::id);
    delete(revision::table.filter(revision::thread_id.eq_any(threads)).filter(revision::reply_id.eq(0)))
        .exec(tx)?;
    let replies: Vec<ReplyId> =
        reply::table.filter(reply::author_face.eq(face)).select(reply::id).rows(tx)?;
    for id in replies {
        delete(revision::table.filter(revision::reply_id.eq(id))).exec(tx)?;
    }
    Ok(())
}

/// Gives the places of words that are gone to another face.
pub(super) fn hand_over(tx: &mut Tx<'_>, from: FaceId, to: FaceId) -> Result<(), Error> {
    update(thread::table.filter(thread::author_face.eq(from)))
        .set((thread::author_face.eq(to), thread::once.eq(None::<String>)))
        .exec(tx)?;
    update(reply::table.filter(reply::author_face.eq(from)))
        .set((reply::author_face.eq(to), reply::once.eq(None::<String>)))
        .exec(tx)
        .map(drop)
}

/// What of a face is out of sight in a group by the word of those who keep it elsewhere; in no one: in every one that this viewer
/// may know of. Threads, then replies.
///
/// # Errors
/// A fault of the database.
pub fn away_elsewhere(
    db: &mut Db,
    viewer: &Viewer,
    (face, group): (FaceId, Option<GroupId>),
) -> Result<Vec<(ThreadId, Option<ReplyId>)>, Error> {
    let anywhere = group.is_none().then_some(viewer);
    let threads: Vec<ThreadId> = away_there::table
        .inner_join(thread::table.inner_join(group_::table))
        .filter(away_there::reply_id.eq(0))
        .filter(thread::author_face.eq(face))
        .filter(when(group, |group| thread::group_id.eq(group)))
        .filter(when(anywhere, |viewer| scope::visible_groups(viewer.into())))
        .order(thread::id)
        .select(thread::id)
        .rows(db)?;
    let replies: Vec<(ThreadId, ReplyId)> = away_there::table
        .inner_join(thread::table.inner_join(group_::table))
        .inner_join(reply::table.on(reply::id.eq(away_there::reply_id)))
        .filter(reply::author_face.eq(face))
        .filter(when(group, |group| thread::group_id.eq(group)))
        .filter(when(anywhere, |viewer| scope::visible_groups(viewer.into())))
        .order(reply::id)
        .select((thread::id, reply::id))
        .rows(db)?;
    let threads = threads.into_iter().map(|thread| (thread, None));
    Ok(threads.chain(replies.into_iter().map(|(thread, reply)| (thread, Some(reply)))).collect())
}

/// Whether these words are out of sight so.
///
/// # Errors
/// A fault of the database.
pub fn is_away_elsewhere(db: &mut Db, (thread, reply): (ThreadId, Option<ReplyId>)) -> Result<bool, Error> {
    let row = away_there::table.find((thread, reply.map_or(0, |reply| reply.0)));
    let found: Option<ThreadId> = row.select(away_there::thread_id).row_opt(db)?;
    Ok(found.is_some())
}

/// What of theirs waits for a look waits no more.
fn drop_held(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let threads = thread::table.filter(thread::author_face.eq(face)).select(thread::id);
    delete(held::table.filter(held::reply_id.eq(0)).filter(held::thread_id.eq_any(threads))).exec(tx)?;
    let replies = reply::table.filter(reply::author_face.eq(face)).select(reply::id);
    delete(held::table.filter(held::reply_id.eq_any(replies))).exec(tx).map(drop)
}

/// Titles and words are gone; what others answered stays.
pub(super) fn take_back_words(tx: &mut Tx<'_>, face: FaceId) -> Result<(), Error> {
    let today = tx.now().day();
    drop_held(tx, face)?;
    update(thread::table.filter(thread::author_face.eq(face)).filter(thread::taken_back_at.is_null()))
        .set(threads::Emptied::on(today))
        .exec(tx)?;
    let answered: Vec<ThreadId> = reply::table
        .filter(reply::author_face.eq(face))
        .filter(reply::removed_at.is_null())
        .filter(reply::taken_back_at.is_null())
        .select(reply::thread_id)
        .rows(tx)?;
    for id in answered {
        threads::count_reply(tx, id, -1, false)?;
    }
    update(reply::table.filter(reply::author_face.eq(face)).filter(reply::taken_back_at.is_null()))
        .set(replies::Emptied::on(today))
        .exec(tx)
        .map(drop)
}
