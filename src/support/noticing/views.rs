//! What two buddies read of what they agreed.

use super::Promise;
use crate::db::Db;
use crate::identity::silences;
use crate::kernel::{BuddyId, Error};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::support::buddies;

/// What each of two asks, from where one of them stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    /// What whoever looks asks.
    pub mine: Option<Promise>,
    /// What the other asks, without their holidays.
    pub theirs: Option<Promise>,
}

/// Reads it.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn of(db: &mut Db, viewer: &Viewer, ring: &Keyring, id: BuddyId) -> Result<Agreed, Error> {
    let pair = buddies::pair(db, viewer, id)?;
    let mine = promise(db, ring, pair.own.id)?;
    let theirs = promise(db, ring, pair.theirs.id)?;
    Ok(Agreed { mine, theirs: theirs.map(|theirs| Promise { rests_until: None, ..theirs }) })
}

/// What somebody's own copy holds: what they asked of one buddy.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, ring: &Keyring, id: BuddyId) -> Result<Option<Promise>, Error> {
    promise(db, ring, id)
}

fn promise(db: &mut Db, ring: &Keyring, id: BuddyId) -> Result<Option<Promise>, Error> {
    let asked = silences::find(db, id)?;
    Ok(asked.and_then(|asked| {
        let kept = silences::open(ring, &asked)?;
        Some(Promise::of(&kept, asked.is_agreed))
    }))
}
