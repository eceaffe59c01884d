//! Pictures of a community whose pictures this host does not take: left out of what comes, and taken out of what stands here
//! already, some words at a time. They do not come back by themselves.

use super::{About, store};
use crate::db::Tx;
use crate::federation::peers;
use crate::forum::search;
use crate::jobs::{self, Job, Task};
use crate::kernel::{Error, ReplyId, ThreadId, markdown};

/// The job that takes pictures out of what stands here.
pub const LEAVE_OUT: &str = "leave-pictures-out";
/// Words that are looked through in one turn.
const AT_ONCE: i64 = 100;

/// What is left of words whose pictures are not taken; never nothing.
#[must_use]
pub fn bare(words: &str) -> String {
    let left = markdown::without_pictures(words).unwrap_or_else(|| words.to_owned());
    if left.is_empty() && !words.is_empty() { "…".to_owned() } else { left }
}

/// From now on no pictures of a community are shown: those that stand here go as well.
///
/// # Errors
/// A fault of the database.
pub fn leave_out_later(tx: &mut Tx<'_>, domain: &str) -> Result<(), Error> {
    let begin = (domain.to_owned(), ThreadId(0), ReplyId(0));
    jobs::add(
        tx,
        &Task { payload: serde_json::to_string(&begin).map_err(Error::other)?, ..Task::new(LEAVE_OUT) },
    )
}

/// One turn of it; the next is queued. It ends where the host takes pictures again.
///
/// # Errors
/// A fault of the database.
pub fn leave_out(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let (domain, thread, reply): (String, ThreadId, ReplyId) =
        serde_json::from_str(&job.payload).map_err(Error::other)?;
    if peers::takes_media(tx, &domain)? {
        return Ok(());
    }
    if thread.0 == 0 {
        store::bare_groups(tx, &domain)?;
    }
    let words = store::words_of(tx, &domain, (thread, reply), AT_ONCE)?;
    for (thread, reply) in &words {
        if store::bare_words(tx, *thread, *reply)? {
            search::again(tx, *thread, Some(*reply).filter(|reply| reply.0 != 0))?;
        }
    }
    let Some((thread, reply)) = words.last() else { return Ok(()) };
    let next = serde_json::to_string(&(domain, thread, reply)).map_err(Error::other)?;
    jobs::add(tx, &Task { payload: next, ..Task::new(LEAVE_OUT) })
}

/// What a group says of itself, as far as this host takes it.
pub(super) fn taken(tx: &mut Tx<'_>, about: &About) -> Result<About, Error> {
    if peers::takes_media(tx, &about.domain)? {
        return Ok(about.clone());
    }
    Ok(About { purpose: bare(&about.purpose), ..about.clone() })
}
