//! Asking a buddy for a nudge, saying yes, an end. Each by their own side of the two.

use super::{Kept, Nudge, Refusal, Said, Terms, Word, run, sealed, store};
use crate::db::Tx;
use crate::kernel::{BuddyId, Error};
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
    let before = store::find(tx, pair.own.id)?.and_then(|nudge| sealed::open(ring, &nudge));
    if before.is_some_and(|kept| kept.terms == terms) {
        return Ok(());
    }
    let hidden = sealed::seal(ring, pair.own.id, &Kept { terms, last: None, said: None })?;
    store::put(tx, &permit, pair.own.id, &hidden)
}

/// Does not ask any more. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet.
pub fn take_back(tx: &mut Tx<'_>, viewer: &Viewer, id: BuddyId) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    store::remove(tx, &permit, pair.own.id)
}

/// Says yes to what the other asks, as it was read. If it is that hour now, the line goes out with the yes. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, do not meet, or nothing is asked; `nudge-changed`.
pub fn agree(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, terms): (BuddyId, &Terms),
) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    let asked = store::find(tx, pair.theirs.id)?.ok_or(Error::Absent)?;
    let kept = sealed::open(ring, &asked).ok_or(Error::Absent)?;
    if kept.terms != *terms {
        return Err(Refusal::Changed.into());
    }
    store::set_agreed(tx, &permit, asked.id, true)?;

    run::send_one(tx, ring, &Nudge { is_agreed: true, ..asked })
}

/// Takes the yes back. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet.
pub fn disagree(tx: &mut Tx<'_>, viewer: &Viewer, id: BuddyId) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    store::set_agreed(tx, &permit, pair.theirs.id, false)
}

/// Answers the latest nudge, or what the buddy asked in their own name, for a day: the buddy reads it as a note, and that counts to none
/// of those somebody sends. Twice is the same as once; another answer takes its place.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, do not meet, or there was no nudge within a day; `keys-lost`.
pub fn answer(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    ring: &Keyring,
    (id, said): (BuddyId, Said),
) -> Result<(), Error> {
    let (permit, pair) = buddies::promising(tx, viewer, id)?;
    let (now, sealer) = (tx.now(), buddies::Sealer::new(ring.clone()));
    let how = buddies::how(&sealer, &pair.theirs, now);
    let nudge = store::find(tx, pair.own.id)?.filter(|nudge| nudge.is_agreed);
    let kept = nudge.and_then(|nudge| sealed::open(ring, &nudge)).filter(|kept| kept.word(now) != Word::None);
    if how.is_none() && kept.is_none() {
        return Err(Error::Absent);
    }
    let was = sealer.said(&pair.own, now.day());
    let is_told = how.is_none_or(|how| how.is_answered && was == Some(said.note()));
    if is_told && kept.as_ref().is_none_or(|kept| kept.word(now) == said.word()) {
        return Ok(());
    }

    if let Some(kept) = kept {
        let told = Kept { said: Some(said), ..kept };
        store::set_sealed(tx, pair.own.id, &sealed::seal(ring, pair.own.id, &told)?)?;
    }
    if how.is_some() {
        buddies::settle(tx, &permit, &sealer, &pair.theirs)?;
    }
    buddies::answer(tx, &permit, &sealer, (&pair.own, said.note()))
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, store::set_sealed)
}
