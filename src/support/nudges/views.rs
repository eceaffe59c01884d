//! What two buddies read of the nudges they agreed on.

use super::{Asked, sealed, store};
use crate::db::Db;
use crate::kernel::{BuddyId, Error, FaceId, Zone};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::support::buddies;

/// What each of two asks, from where one of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// What whoever looks asks.
    pub mine: Option<Asked>,
    /// What the other asks.
    pub theirs: Option<Asked>,
}

/// Reads it.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn of(db: &mut Db, viewer: &Viewer, ring: &Keyring, id: BuddyId) -> Result<Agreed, Error> {
    let pair = buddies::pair(db, viewer, id)?;
    Ok(Agreed { mine: asked(db, ring, pair.own.id)?, theirs: asked(db, ring, pair.theirs.id)? })
}

/// What somebody's own copy holds: what they asked of one buddy.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, ring: &Keyring, id: BuddyId) -> Result<Option<Asked>, Error> {
    asked(db, ring, id)
}

/// Where the clock stands by which somebody asks to be thought of; none: they ask nobody.
///
/// # Errors
/// A fault of the database.
pub fn zone(db: &mut Db, ring: &Keyring, face: FaceId) -> Result<Option<Zone>, Error> {
    let asked = store::asked_by(db, face)?;
    let mut kept = asked.iter().filter_map(|nudge| sealed::open(ring, nudge));
    Ok(kept.find_map(|kept| Zone::parse(&kept.terms.zone)))
}

fn asked(db: &mut Db, ring: &Keyring, id: BuddyId) -> Result<Option<Asked>, Error> {
    let nudge = store::find(db, id)?;
    Ok(nudge.and_then(|nudge| {
        let kept = sealed::open(ring, &nudge)?;
        Some(Asked { terms: kept.terms, is_agreed: nudge.is_agreed })
    }))
}
