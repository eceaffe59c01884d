//! Words from elsewhere by their address, and what is done to them that no command of ours does.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use crate::db::schema::{far_post, grave, reply, thread};
use crate::db::{Db, Run, Tx};
use crate::federation::far::Placed;
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, PublicId, ReplyId, Said, ThreadId};

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

/// Words were taken back by `actor`: what comes late is not taken. It says nothing of words that somebody else answers for.
///
/// # Errors
/// A fault of the database.
pub fn set_tombstone(tx: &mut Tx<'_>, uri: &str, actor: &str) -> Result<(), Error> {
    let theirs = far_post::table.find(uri).filter(far_post::actor.eq(actor));
    let known = update(theirs).set(far_post::is_gone.eq(true)).exec(tx)?;
    if known > 0 {
        return Ok(());
    }
    let today = tx.now().day();
    insert_into(grave::table)
        .values((grave::uri.eq(uri), grave::actor.eq(actor), grave::taken_on.eq(today)))
        .on_conflict_do_nothing()
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
        .filter(far_post::actor.eq_any(&by))
        .select(far_post::uri)
        .row_opt(db)?;
    if found.is_some() {
        return Ok(true);
    }
    let graves = grave::table.filter(grave::uri.eq(uri)).filter(grave::actor.eq_any(&by));
    diesel::select(exists(graves)).row(db)
}

/// Forgets what was taken back before a day and never came.
///
/// # Errors
/// A fault of the database.
pub fn forget_tombstones(tx: &mut Tx<'_>, before: Day) -> Result<usize, Error> {
    delete(grave::table.filter(grave::taken_on.lt(before))).exec(tx)
}

/// The words with an address there, or here; none if they never came.
///
/// # Errors
/// A fault of the database.
pub fn placed(db: &mut Db, origin: &str, uri: &str) -> Result<Option<Placed>, Error> {
    let found = match uri.strip_prefix(origin) {
        Some(path) => own(db, path)?,
        None => given_elsewhere(db, uri)?,
    };
    let Some((thread, answer)) = found else { return Ok(None) };
    let top: Option<(GroupId, PublicId, FaceId)> = thread::table
        .find(thread)
        .select((thread::group_id, thread::public_id, thread::author_face))
        .row_opt(db)?;
    let Some((group, thread_id, opener)) = top else { return Ok(None) };
    let whole = Placed { group, thread, thread_id, reply: None, author: opener };
    let Some(id) = answer else { return Ok(Some(whole)) };
    let given: Option<(PublicId, FaceId)> =
        reply::table.find(id).select((reply::public_id, reply::author_face)).row_opt(db)?;
    Ok(given.map(|(reply_id, author)| Placed { reply: Some((id, reply_id)), author, ..whole }))
}

/// Words of others, by their address.
fn given_elsewhere(db: &mut Db, uri: &str) -> Result<Option<(ThreadId, Option<ReplyId>)>, Error> {
    let found: Option<(ThreadId, ReplyId)> = far_post::table
        .find(uri)
        .filter(far_post::thread_id.ne(0))
        .select((far_post::thread_id, far_post::reply_id))
        .row_opt(db)?;
    Ok(found.map(|(thread, reply)| (thread, Some(reply).filter(|reply| reply.0 != 0))))
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

/// The address of what opened a thread, where that came from elsewhere.
///
/// # Errors
/// A fault of the database.
pub fn opened_by(db: &mut Db, thread: ThreadId) -> Result<Option<String>, Error> {
    far_post::table
        .filter(far_post::thread_id.eq(thread))
        .filter(far_post::reply_id.eq(0))
        .select(far_post::uri)
        .limit(1)
        .row_opt(db)
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

/// Words may come again under this address, as far as `actor` answers for them. Says whether they could not before.
///
/// # Errors
/// A fault of the database.
pub fn lift_tombstone(tx: &mut Tx<'_>, uri: &str, actor: &str) -> Result<bool, Error> {
    let lifted = delete(grave::table.find((uri, actor))).exec(tx)?;
    let theirs = far_post::table.filter(far_post::uri.eq(uri)).filter(far_post::actor.eq(actor));
    Ok(update(theirs).set(far_post::is_gone.eq(false)).exec(tx)? + lifted > 0)
}

/// Words stand again that were taken back. Says whether they were gone.
///
/// # Errors
/// A fault of the database.
pub fn set_words_again(tx: &mut Tx<'_>, of: &Placed, (title, body): (&str, &str)) -> Result<bool, Error> {
    let rows = match &of.reply {
        None => update(thread::table.find(of.thread).filter(thread::taken_back_at.is_not_null()))
            .set((
                thread::taken_back_at.eq(None::<Moment>),
                thread::title.eq(if title.is_empty() {
                    body.chars().take(80).collect()
                } else {
                    title.to_owned()
                }),
                thread::body.eq(body),
            ))
            .exec(tx)?,
        Some((id, _)) => update(reply::table.find(*id).filter(reply::taken_back_at.is_not_null()))
            .set((reply::taken_back_at.eq(None::<Moment>), reply::body.eq(body)))
            .exec(tx)?,
    };
    Ok(rows > 0)
}
