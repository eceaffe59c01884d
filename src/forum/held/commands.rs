//! Looking at words that wait, letting them through or not.

use super::store::{self, Of};
use super::{Decision, Waiting, Which};
use crate::db::{Db, Tx};
use crate::events::forum::Event;
use crate::forum::groups::{self, Group};
use crate::forum::{replies, threads};
use crate::identity::aliases;
use crate::kernel::{Error, GroupId};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Lets words wait, and those who look after the group know of it.
///
/// # Errors
/// A fault of the database.
pub fn wait(tx: &mut Tx<'_>, of: Of, group: GroupId) -> Result<(), Error> {
    if store::waits(tx, of.0, of.1)? {
        return Ok(());
    }
    store::insert(tx, of, group)?;
    tx.emit(Event::WordsHeld { group })
}

/// What waits in a group, the oldest first.
///
/// # Errors
/// Absent for a group the viewer may not know of; `keepers-only`.
pub fn queue(db: &mut Db, viewer: &Viewer, group: &str) -> Result<(Group, Vec<Waiting>), Error> {
    let (group, _) = kept(db, viewer, group)?;
    let waiting = store::list(db, group.id)?;
    Ok((group, waiting))
}

/// Lets words through, or not. What was decided before is as it was.
///
/// # Errors
/// As [`queue`]; absent where nothing of the sort waits.
pub fn decide(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    group: &str,
    (which, decision): (&Which, &Decision),
) -> Result<(), Error> {
    let (group, permit) = kept(tx, viewer, group)?;
    let waiting = store::find(tx, group.id, which)?;

    store::delete(tx, &permit, (waiting.thread.id, waiting.reply.as_ref().map(|reply| reply.id)))?;
    match (decision, &waiting.reply) {
        (Decision::LetThrough, None) => {
            aliases::set_known(tx, waiting.face())?;
            threads::let_through(tx, &permit, waiting.thread.id)
        }
        (Decision::LetThrough, Some(reply)) => {
            aliases::set_known(tx, waiting.face())?;
            replies::let_through(tx, &permit, reply.id)
        }
        (Decision::NotHere(why), None) => {
            aliases::set_reason(tx, &permit, waiting.face(), why.as_str())?;
            threads::drop_held(tx, &permit, waiting.thread.id)
        }
        (Decision::NotHere(why), Some(reply)) => {
            aliases::set_reason(tx, &permit, waiting.face(), why.as_str())?;
            replies::drop_held(tx, &permit, reply.id)
        }
    }
}

fn kept(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Group, Permit), Error> {
    let group = groups::find_by_name(db, viewer, name)?;
    let standing = Standing::in_group(db, viewer, group.id)?;
    let permit = policy::may(viewer, Action::KeepAliases, &standing)?;
    Ok((group, permit))
}
