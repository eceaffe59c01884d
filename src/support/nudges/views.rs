//! What two buddies read of the nudges they agreed on.

use super::{Asked, Terms, Word, sealed, store};
use crate::db::Db;
use crate::kernel::{BuddyId, Error, FaceId, Moment, Zone};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::support::buddies::{self, Note, Sealer};

/// What each of two asks, from where one of them stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// What whoever looks asks.
    pub mine: Option<Asked>,
    /// What the other asks.
    pub theirs: Option<Asked>,
    /// Whether the other asked in their own name how whoever looks is: for a day.
    pub is_asked: bool,
    /// What became of the same, where whoever looks asked it.
    pub asks: Word,
}

/// A nudge that waits for a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The side of whoever was nudged.
    pub id: BuddyId,
    /// In whose name it came.
    pub name: String,
    /// Whether the two agreed on it; else that one asks.
    pub is_agreed: bool,
}

/// Reads it.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn of(
    db: &mut Db,
    viewer: &Viewer,
    (ring, now): (&Keyring, Moment),
    id: BuddyId,
) -> Result<Agreed, Error> {
    let pair = buddies::pair(db, viewer, id)?;
    let sealer = Sealer::new(ring.clone());
    let said = sealer.said(&pair.theirs, now.day());
    let asks = match buddies::how(&sealer, &pair.own, now) {
        Some(how) if !how.is_answered => Word::Waits,
        Some(_) if said == Some(Note::Okay) => Word::Okay,
        Some(_) if said == Some(Note::Chat) => Word::Chat,
        _ => Word::None,
    };
    Ok(Agreed {
        mine: asked(db, (ring, now), pair.own.id)?,
        theirs: asked(db, (ring, now), pair.theirs.id)?,
        is_asked: buddies::how(&sealer, &pair.theirs, now).is_some(),
        asks,
    })
}

/// Nudges of the last day that somebody has not answered: those of buddies who ask themselves first.
///
/// # Errors
/// A fault of the database.
pub fn waiting(db: &mut Db, viewer: &Viewer, (ring, now): (&Keyring, Moment)) -> Result<Vec<Waiting>, Error> {
    let asking = buddies::who_ask(db, viewer, &Sealer::new(ring.clone()), now)?;
    let mut waiting: Vec<Waiting> =
        asking.into_iter().map(|(id, name)| Waiting { id, name, is_agreed: false }).collect();
    for nudge in store::of(db, viewer.face())? {
        if waiting.iter().any(|asked| asked.id == nudge.id) {
            continue;
        }
        if sealed::open(ring, &nudge).is_none_or(|kept| kept.word(now) != Word::Waits) {
            continue;
        }
        match buddies::one(db, viewer, &Sealer::new(ring.clone()), (nudge.id, now.day())) {
            Ok(buddy) => waiting.push(Waiting { id: nudge.id, name: buddy.who.name, is_agreed: true }),
            // They do not meet.
            Err(Error::Absent) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(waiting)
}

/// What somebody's own copy holds: what they asked of one buddy.
///
/// # Errors
/// A fault of the database.
pub fn copied(db: &mut Db, ring: &Keyring, id: BuddyId) -> Result<Option<Terms>, Error> {
    Ok(store::find(db, id)?.and_then(|nudge| sealed::open(ring, &nudge)).map(|kept| kept.terms))
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

fn asked(db: &mut Db, (ring, now): (&Keyring, Moment), id: BuddyId) -> Result<Option<Asked>, Error> {
    let nudge = store::find(db, id)?;
    Ok(nudge.and_then(|nudge| {
        let kept = sealed::open(ring, &nudge)?;
        let word = if nudge.is_agreed { kept.word(now) } else { Word::None };
        Some(Asked { terms: kept.terms, is_agreed: nudge.is_agreed, word })
    }))
}
