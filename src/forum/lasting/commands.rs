//! What the clockwork does, some at a time: words whose day has come, threads that fell quiet, and what is left of both.

use super::model::REMAINS_DAYS;
use super::store;
use crate::db::Tx;
use crate::events::forum::Event;
use crate::forum::threads;
use crate::kernel::{Day, Error};

/// Takes back, in their writers' place, words whose day has come. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn end_words(tx: &mut Tx<'_>, today: Day, most: i64) -> Result<usize, Error> {
    let opened = store::threads_due(tx, today, most)?;
    for (thread, by) in &opened {
        store::empty_thread(tx, *thread)?;
        tx.emit(Event::ThreadTakenBack { thread: *thread, by: *by })?;
    }
    let given = store::replies_due(tx, today, most)?;
    for (reply, thread, by, removed_at) in &given {
        store::empty_reply(tx, (*thread, *reply))?;
        if removed_at.is_none() {
            threads::count_reply(tx, *thread, -1, false)?;
        }
        tx.emit(Event::ReplyTakenBack { reply: *reply, thread: *thread, by: *by })?;
    }
    Ok(opened.len().max(given.len()))
}

/// Lets go of threads in which nobody has written for as long as their group keeps them, with all that was answered.
/// Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep_quiet(tx: &mut Tx<'_>, today: Day, most: i64) -> Result<usize, Error> {
    let mut gone = 0;
    for (group, keeps) in store::groups_that_end(tx)? {
        let Some(days) = keeps.days() else { continue };
        for (thread, by) in store::quiet(tx, group, today.plus(-days), most)? {
            store::empty_thread(tx, thread)?;
            store::empty_below(tx, thread)?;
            tx.emit(Event::ThreadTakenBack { thread, by })?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Deletes the places of words that have been gone for [`REMAINS_DAYS`]. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn sweep_remains(tx: &mut Tx<'_>, today: Day, most: i64) -> Result<usize, Error> {
    let before = today.plus(-REMAINS_DAYS).start();
    let threads = store::threads_gone(tx, before, most)?;
    for thread in &threads {
        store::delete_thread(tx, *thread)?;
    }
    let replies = store::replies_gone(tx, before, most)?;
    for reply in &replies {
        store::delete_reply(tx, *reply)?;
    }
    Ok(threads.len().max(replies.len()))
}
