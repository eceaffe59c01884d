//! Giving a term, making it longer, handing over; and what the clockwork ends.

use super::model::{HandoverHeld, USUAL};
use super::store;
use crate::db::{Db, Tx};
use crate::events::safety::Event;
use crate::forum::turns::{Length, TOLD_DAYS, Words};
use crate::identity::accounts::standing;
use crate::kernel::{Day, Error, FaceId};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Rank, Viewer};

/// Days for which it is kept who carried what, after it was over.
const KEPT_DAYS: i64 = 2 * 365;

/// Says what somebody may do for the community, and how long. Whoever is a keeper already is one for that long from today; without
/// a length, theirs stays as it is. Members have no term, and hosts have one without an end.
///
/// # Errors
/// As [`standing::appoint`].
pub fn appoint(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    (rank, length): (Rank, Option<Length>),
) -> Result<(), Error> {
    let (permit, before) = standing::appoint(tx, viewer, name, rank)?;
    let today = tx.now().day();

    let ends_on =
        |length: Length| length.days().filter(|_| rank == Rank::Keeper).map(|days| today.plus(days));
    if before.rank != rank {
        store::end(tx, before.face)?;
        if rank != Rank::Member {
            store::begin(tx, &permit, (before.face, rank), ends_on(length.unwrap_or(USUAL)))?;
        }
        return Ok(());
    }
    let Some(length) = length.filter(|_| rank == Rank::Keeper) else { return Ok(()) };
    match store::open(tx, before.face)? {
        Some(term) => store::set_end(tx, &permit, term.id, ends_on(length)),
        None => store::begin(tx, &permit, (before.face, rank), ends_on(length)),
    }
}

/// Leaves words for whoever comes next; no words: what was left is taken away.
///
/// # Errors
/// `sign-in-first`, `keepers-only`, `keys-lost`.
pub fn hand_over(tx: &mut Tx<'_>, viewer: &Viewer, keys: &Keyring, words: &Words) -> Result<(), Error> {
    let permit = served(viewer)?;
    if words.as_str().is_empty() {
        return store::put_handover(tx, &permit, None);
    }
    let sealed = keys.seal::<HandoverHeld>(store::ROW, words.as_str().as_bytes())?;
    store::put_handover(tx, &permit, Some(&sealed))
}

/// Whoever looks after the whole community.
pub(super) fn served(viewer: &Viewer) -> Result<Permit, Error> {
    policy::may_in_community(viewer, Action::SeeService)
}

/// What was left, opened; none: nothing was, or its key is lost.
pub(super) fn opened(db: &mut Db, keys: &Keyring) -> Result<Option<(String, Option<FaceId>, Day)>, Error> {
    let Some(left) = store::handover(db)? else { return Ok(None) };
    let plain = keys.unseal(store::ROW, &left.sealed).ok();
    let words = plain.and_then(|plain| String::from_utf8(plain.to_vec()).ok());
    Ok(words.map(|words| (words, left.by, left.on)))
}

/// Tells of terms that end, and ends those whose day has come; for the clockwork. What was over long ago is forgotten.
///
/// # Errors
/// A fault of the database.
pub fn tend(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let today: Day = tx.now().day();
    let mut seen = 0;
    for face in store::over(tx, today)? {
        store::end(tx, face)?;
        if standing::step_down(tx, face)? {
            tx.emit(Event::TermEnded { face })?;
        }
        seen += 1;
    }
    for (id, face) in store::ending(tx, today.plus(TOLD_DAYS))? {
        store::note_told(tx, id)?;
        face.map_or(Ok(()), |face| tx.emit(Event::TermEnding { face }))?;
        seen += 1;
    }
    Ok(seen + store::sweep(tx, today.plus(-KEPT_DAYS))?)
}

/// Seals with the ring's present key what a replaced one sealed. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring) -> Result<usize, Error> {
    ring.reseal(tx, 1, store::sealed_by, |tx, _, sealed| store::set_sealed(tx, sealed))
}
