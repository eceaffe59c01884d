//! What other communities tell of words, people and groups here. It waits for a look below all that people here told, names the community alone,
//! and nothing comes of it by itself.

use super::commands::quarter;
use super::store::New;
use super::up::words;
use super::{ConcernId, Flagged, Subject, Thing, store};
use crate::db::{Db, Tx};
use crate::forum::{replies, threads};
use crate::identity::accounts;
use crate::kernel::{Day, Error};
use crate::keys::Keyring;

/// Where it stands in the queue: after everything that was told here.
pub(super) const LAST: i64 = 19;
/// Things that wait of one community at most.
const MOST: i64 = 50;

/// Keeps that a community told of something here, for those who look after it. Of each community once for each thing; what
/// is gone by now needs no look.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn flagged(tx: &mut Tx<'_>, ring: &Keyring, of: Thing, told: &Flagged) -> Result<(), Error> {
    if store::waiting_from(tx, &told.domain)? >= MOST {
        return Ok(());
    }
    let today = tx.now().day();
    let Some(subject) = subject(tx, of, today)? else { return Ok(()) };
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

fn subject(db: &mut Db, of: Thing, today: Day) -> Result<Option<Subject>, Error> {
    let (thread, reply) = match of {
        Thing::Words(thread, reply) => (thread, reply),
        // An alias is looked at by its words alone. A case of whoever goes by it would stand beside those of the other names in
        // one letter, and say what that community takes to be one person.
        Thing::Person(face) => {
            let is_name = accounts::profile(db, face)?.kind == "name";
            return Ok(is_name.then(|| Subject::person(face)));
        }
        Thing::Group(group) => return Ok(Some(Subject::group(group))),
    };
    let is_there =
        reply.map_or(Ok(true), |reply| replies::stands(db, reply))? && threads::stands(db, thread)?;
    if !is_there {
        return Ok(None);
    }
    let found = threads::find_by_id(db, thread)?;
    let answer = reply.map(|reply| replies::find_by_id(db, reply)).transpose()?;
    let face = answer.map_or(found.author_face, |reply| reply.author_face);
    words(db, (Some(thread), reply), face, (found.group_id, today)).map(Some)
}
