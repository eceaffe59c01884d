//! Words that are out of sight because those who look after their group, which is of another community, blocked whoever wrote them.

use diesel::prelude::*;
use diesel::{delete, insert_into};

use crate::db::schema::{away_there, reply, thread};
use crate::db::{Run, Tx};
use crate::kernel::{Error, FaceId, GroupId, ReplyId, ThreadId};

/// A thread, or a reply in it.
pub type Of = (ThreadId, Option<ReplyId>);

fn key(reply: Option<ReplyId>) -> i64 {
    reply.map_or(0, |reply| reply.0)
}

/// Keeps that these went out of sight by a block.
///
/// # Errors
/// A fault of the database.
pub fn keep_away(tx: &mut Tx<'_>, words: impl IntoIterator<Item = Of>) -> Result<(), Error> {
    for (of, reply) in words {
        insert_into(away_there::table)
            .values((away_there::thread_id.eq(of), away_there::reply_id.eq(key(reply))))
            .on_conflict_do_nothing()
            .exec(tx)?;
    }
    Ok(())
}

/// Something was decided about these words by themselves: the end of the block is nothing to them.
///
/// # Errors
/// A fault of the database.
pub fn forget_away(tx: &mut Tx<'_>, (of, reply): Of) -> Result<(), Error> {
    delete(away_there::table.find((of, key(reply)))).exec(tx).map(drop)
}

/// What went out of sight in a group when this face was blocked there, and which its writer did not take back meanwhile: threads, then
/// replies. It is known no longer.
///
/// # Errors
/// A fault of the database.
pub fn end_block(tx: &mut Tx<'_>, (face, group): (FaceId, GroupId)) -> Result<Vec<Of>, Error> {
    let threads: Vec<ThreadId> = away_there::table
        .inner_join(thread::table)
        .filter(away_there::reply_id.eq(0))
        .filter(thread::group_id.eq(group))
        .filter(thread::author_face.eq(face))
        .filter(thread::taken_back_at.is_null())
        .order(thread::id)
        .select(thread::id)
        .rows(tx)?;
    let replies: Vec<(ThreadId, ReplyId)> = away_there::table
        .inner_join(thread::table)
        .inner_join(reply::table.on(reply::id.eq(away_there::reply_id)))
        .filter(thread::group_id.eq(group))
        .filter(reply::author_face.eq(face))
        .filter(reply::taken_back_at.is_null())
        .order(reply::id)
        .select((thread::id, reply::id))
        .rows(tx)?;
    let mut words: Vec<Of> = threads.into_iter().map(|of| (of, None)).collect();
    words.extend(replies.into_iter().map(|(of, reply)| (of, Some(reply))));
    forget_all(tx, (face, group))?;
    Ok(words)
}

/// With what was taken back meanwhile.
fn forget_all(tx: &mut Tx<'_>, (face, group): (FaceId, GroupId)) -> Result<(), Error> {
    let there = || thread::table.filter(thread::group_id.eq(group));
    let opened = there().filter(thread::author_face.eq(face)).select(thread::id);
    delete(away_there::table.filter(away_there::reply_id.eq(0)).filter(away_there::thread_id.eq_any(opened)))
        .exec(tx)?;
    let answered = reply::table
        .filter(reply::author_face.eq(face))
        .filter(reply::thread_id.eq_any(there().select(thread::id)))
        .select(reply::id);
    delete(away_there::table.filter(away_there::reply_id.eq_any(answered))).exec(tx).map(drop)
}
