//! Words and purposes that are looked through for pictures.

use diesel::prelude::*;
use diesel::update;

use crate::db::schema::{far_group, far_post, group_, reply, revision, thread};
use crate::db::{Db, Run, Tx};
use crate::federation::far::pictures::bare;
use crate::kernel::{Error, GroupId, ReplyId, ThreadId};

/// What lies below a name of a community.
fn below(domain: &str) -> String {
    format!("%.{domain}")
}

/// The next words of a community, and of whatever lies below its name, or in groups of theirs; 0 for no reply.
pub fn words_of(
    db: &mut Db,
    domain: &str,
    (on_thread, on_reply): (ThreadId, ReplyId),
    most: i64,
) -> Result<Vec<(ThreadId, ReplyId)>, Error> {
    let groups = far_group::table
        .filter(far_group::domain.eq(domain).or(far_group::domain.like(below(domain))))
        .select(far_group::group_id);
    let theirs = thread::table.filter(thread::group_id.eq_any(groups)).select(thread::id);
    let is_theirs = far_post::domain
        .eq(domain)
        .or(far_post::domain.like(below(domain)))
        .or(far_post::thread_id.eq_any(theirs));
    let is_next = far_post::thread_id
        .gt(on_thread)
        .or(far_post::thread_id.eq(on_thread).and(far_post::reply_id.gt(on_reply)));
    far_post::table
        .filter(is_theirs)
        .filter(is_next)
        .order((far_post::thread_id, far_post::reply_id))
        .limit(most)
        .select((far_post::thread_id, far_post::reply_id))
        .rows(db)
}

/// Takes the pictures out of words and of how they were worded before. Says whether there were any in the words.
pub fn bare_words(tx: &mut Tx<'_>, on_thread: ThreadId, on_reply: ReplyId) -> Result<bool, Error> {
    let earlier: Vec<(i64, String, String)> = revision::table
        .filter(revision::thread_id.eq(on_thread))
        .filter(revision::reply_id.eq(on_reply.0))
        .select((revision::id, revision::title, revision::body))
        .rows(tx)?;
    for (id, title, body) in earlier {
        let (bare_title, bare_body) = (bare(&title), bare(&body));
        if bare_title != title || bare_body != body {
            update(revision::table.find(id))
                .set((revision::title.eq(bare_title), revision::body.eq(bare_body)))
                .exec(tx)?;
        }
    }
    if on_reply.0 != 0 {
        let said: Option<String> = reply::table.find(on_reply).select(reply::body).row_opt(tx)?;
        let Some(said) = said else { return Ok(false) };
        let left = bare(&said);
        return Ok(
            left != said && update(reply::table.find(on_reply)).set(reply::body.eq(left)).exec(tx)? > 0
        );
    }
    let said: Option<(String, String)> =
        thread::table.find(on_thread).select((thread::title, thread::body)).row_opt(tx)?;
    let Some((title, body)) = said else { return Ok(false) };
    let (left, words) = (bare(&title), bare(&body));
    let has_any = left != title || words != body;
    Ok(has_any
        && update(thread::table.find(on_thread))
            .set((thread::title.eq(left), thread::body.eq(words)))
            .exec(tx)?
            > 0)
}

/// Takes the pictures out of what groups of a community say of themselves.
pub fn bare_groups(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    let told: Vec<(GroupId, String)> = far_group::table
        .inner_join(group_::table)
        .filter(far_group::domain.eq(domain).or(far_group::domain.like(below(domain))))
        .select((group_::id, group_::purpose))
        .rows(tx)?;
    for (id, purpose) in told {
        let left = bare(&purpose);
        if left != purpose {
            update(group_::table.find(id)).set(group_::purpose.eq(left)).exec(tx)?;
        }
    }
    Ok(())
}
