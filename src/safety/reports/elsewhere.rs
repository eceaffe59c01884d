//! What other communities tell of words here. It waits for a look below all that people here told, names the community alone,
//! and nothing comes of it by itself.

use super::commands::{quarter, words};
use super::store::New;
use super::{ConcernId, Flagged, store};
use crate::db::Tx;
use crate::forum::{replies, threads};
use crate::kernel::{Error, ReplyId, ThreadId};
use crate::keys::Keyring;

/// Where it stands in the queue: after everything that was told here.
pub(super) const LAST: i64 = 19;
/// Things that wait of one community at most.
const MOST: i64 = 50;

/// Keeps that a community told of words here, for those who look after them. Of each community once for each thing; words
/// that are gone by now need no look.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn flagged(
    tx: &mut Tx<'_>,
    ring: &Keyring,
    (thread, reply): (ThreadId, Option<ReplyId>),
    told: &Flagged,
) -> Result<(), Error> {
    if !threads::stands(tx, thread)? || store::waiting_from(tx, &told.domain)? >= MOST {
        return Ok(());
    }
    let found = threads::find_by_id(tx, thread)?;
    let face = match reply.map(|reply| replies::find_by_id(tx, reply)).transpose()? {
        Some(reply) if reply.is_taken_back() => return Ok(()),
        Some(reply) => reply.author_face,
        None => found.author_face,
    };
    let today = tx.now().day();
    let subject = words(tx, (Some(thread), reply), face, (found.group_id, today))?;
    if store::is_flagged(tx, &subject.word(), &told.domain)? {
        return Ok(());
    }

    let before = store::find_open(tx, &subject.word())?;
    let id = before.as_ref().map_or_else(|| ConcernId(tx.chance().id()), |concern| concern.id);
    if before.is_none() {
        let at = quarter(tx.now());
        store::insert(tx, &New { id, subject: &subject, urgency: LAST, at })?;
    }
    store::insert_flag(tx, ring, id, told)?;

    if before.is_some() { Ok(()) } else { tx.emit(subject.told(false)) }
}
