//! Asking a buddy to notice, saying yes, a holiday, an end. Each by their own side of the two.

use super::{Refusal, Terms};
use crate::db::Tx;
use crate::identity::silences::{self, Kept, REST_DAYS};
use crate::kernel::{BuddyId, Day, Error};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::support::buddies;

/// Asks. It begins with the other's yes, and whoever asks something else needs another. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet; `keys-lost`.
pub fn ask(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, terms): (BuddyId, Terms),
) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    let before = silences::find(tx, pair.own.id)?.and_then(|silence| silences::open(ring, &silence));
    if before.is_some_and(|kept| Terms::of(&kept) == terms) {
        return Ok(());
    }
    silences::keep(tx, &permit, ring, (pair.own.id, &Kept::new(terms.days, terms.by)))
}

/// Does not ask any more: what was counted is forgotten. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet.
pub fn take_back(tx: &mut Tx<'_>, viewer: &Viewer, id: BuddyId) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    silences::remove(tx, &permit, pair.own.id)
}

/// Says yes to what the other asks, as it was read. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, do not meet, or nothing is asked; `silence-changed`.
pub fn agree(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, terms): (BuddyId, Terms),
) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    let asked = silences::find(tx, pair.theirs.id)?.ok_or(Error::Absent)?;
    let kept = silences::open(ring, &asked).ok_or(Error::Absent)?;
    if Terms::of(&kept) != terms {
        return Err(Refusal::Changed.into());
    }
    if asked.is_agreed {
        return Ok(());
    }
    silences::agree(tx, &permit, ring, (&asked, true))
}

/// Does not notice any more: what was counted is forgotten. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet.
pub fn disagree(tx: &mut Tx<'_>, viewer: &Viewer, ring: &Keyring, id: BuddyId) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    let asked = silences::find(tx, pair.theirs.id)?.filter(|asked| asked.is_agreed);
    match asked {
        Some(asked) if silences::open(ring, &asked).is_some() => {
            silences::agree(tx, &permit, ring, (&asked, false))
        }
        // What opens no more is no agreement any more.
        Some(asked) => silences::remove(tx, &permit, asked.id),
        None => Ok(()),
    }
}

/// Begins a holiday, on whose days nothing is counted, or ends it. The other is told nothing.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, do not meet, or nothing was asked; `silence-rest`.
pub fn rest(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, until): (BuddyId, Option<Day>),
) -> Result<(), Error> {
    let ((_, pair), today) = (buddies::promising(tx, viewer, id)?, tx.now().day());
    let asked = silences::find(tx, pair.own.id)?.ok_or(Error::Absent)?;
    let kept = silences::open(ring, &asked).ok_or(Error::Absent)?;
    if until.is_some_and(|until| until < today || until > today.plus(REST_DAYS)) {
        return Err(Refusal::Rest.into());
    }
    silences::write(tx, ring, asked.id, &Kept { rests_until: until, ..kept.heard() })
}
