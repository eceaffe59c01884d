//! Asking for a buddy, saying yes, a caring note, an end.

use super::{Buddy, BuddyId, BuddyLinkId, Card, How, LINKS_MAX, LineHeld, Link, LinkHeld, Note, Noted};
use super::{Offer, Pair, Refusal, Sealer, store, views};
use crate::db::{Db, Tx};
use crate::events::support::Event;
use crate::forum::quiet;
use crate::identity::accounts;
use crate::kernel::{Error, FaceId, Token};
use crate::keys::Keyring;
use crate::policy::{self, Action, Permit, Viewer};

/// Makes a link. Sending the same form twice makes one.
///
/// # Errors
/// `sign-in-first`, `buddy-links`, `keys-lost`.
pub fn make(tx: &mut Tx<'_>, viewer: &Viewer, sealer: &Sealer, offer: &Offer) -> Result<Token, Error> {
    let permit = permit(viewer)?;
    let me = permit.actor();
    let token = offer.token.clone().unwrap_or_else(|| Token::new(tx.chance()));
    if store::find_own(tx, me, &token)?.is_some() {
        return Ok(token);
    }
    make_for(tx, &permit, sealer, (&Offer { token: Some(token), ..offer.clone() }, None))
}

/// Writes a link for whoever opens it, or for one person.
pub(super) fn make_for(
    tx: &mut Tx<'_>,
    permit: &Permit,
    sealer: &Sealer,
    (offer, whom): (&Offer, Option<FaceId>),
) -> Result<Token, Error> {
    let today = tx.now().day();
    let open = i64::try_from(store::links_of(tx, permit.actor(), today)?.len()).unwrap_or(LINKS_MAX);
    if open >= LINKS_MAX {
        return Err(Refusal::Links.into());
    }
    let token = offer.token.clone().unwrap_or_else(|| Token::new(tx.chance()));
    let id = BuddyLinkId(tx.chance().id());
    let hidden = sealer.seal::<LinkHeld>(id, &offer.card)?;
    store::insert_link(tx, permit, (id, &token, whom), offer.cadence, &hidden)?;
    Ok(token)
}

/// Takes a link of one's own back. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn withdraw(tx: &mut Tx<'_>, viewer: &Viewer, id: BuddyLinkId) -> Result<(), Error> {
    store::withdraw(tx, &permit(viewer)?, id)
}

/// Says yes: each gets a side of their own, and the link is used up.
///
/// # Errors
/// Absent for a link that does not work, whyever; `buddy-own`, `buddy-already`, `buddy-full`, `keys-lost`.
pub fn accept(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (token, own): (&Token, &Card),
) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, today) = (permit.actor(), tx.now().day());
    let asked = views::reach(tx, me, token, today)?;
    pair_up(tx, &permit, sealer, (&asked, own))
}

/// Two become buddies by a link, which is used up.
pub(super) fn pair_up(
    tx: &mut Tx<'_>,
    permit: &Permit,
    sealer: &Sealer,
    (asked, own): (&Link, &Card),
) -> Result<(), Error> {
    let me = permit.actor();
    if let Some(refusal) = views::why_not(tx, me, asked.face_id)? {
        return Err(refusal.into());
    }
    if !store::use_up(tx, permit, asked.id)? {
        return Err(Error::Absent);
    }

    let theirs = sealer.open(asked.id, &asked.sealed).unwrap_or_default();
    for (one, other, card) in [(me, asked.face_id, own), (asked.face_id, me, &theirs)] {
        let id = BuddyId(tx.chance().id());
        let hidden = sealer.seal::<LineHeld>(id, card)?;
        let noted = sealer.seal_note(id, None)?;
        store::insert_side(tx, permit, (id, one, other), asked.cadence, (&hidden, &noted))?;
    }
    Ok(())
}

/// Keeps another card for one buddy. They find it where they read the one before, and are told nothing.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet; `keys-lost`.
pub fn keep(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (id, card): (BuddyId, &Card),
) -> Result<(), Error> {
    let (permit, pair) = promising(tx, viewer, id)?;
    store::keep_card(tx, &permit, pair.own.id, &sealer.seal(pair.own.id, card)?)
}

/// Sends a caring note, or one that asks for them. That it is hard now is told to whoever said on their card that they may be.
///
/// # Errors
/// Absent if they are no buddies, or do not meet; `buddy-away`, `buddy-untold`, `buddy-noted`, `buddy-called`, `buddy-waits`,
/// `keys-lost`.
pub fn send(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    sealer: &Sealer,
    (id, note): (BuddyId, Note),
) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let (me, now) = (permit.actor(), tx.now());
    let side = store::find(tx, me, id)?.ok_or(Error::Absent)?;
    if quiet::apart(tx, me)?.contains(&side.with_face) {
        return Err(Error::Absent);
    }
    if accounts::open_among(tx, &[side.with_face])?.is_empty() {
        return Err(Refusal::Away.into());
    }
    if note == Note::Ask {
        let theirs = store::other_side(tx, &side)?.ok_or(Error::Absent)?;
        if sealer.open(theirs.id, &theirs.sealed).is_none_or(|card| !card.may_be_told()) {
            return Err(Refusal::Untold.into());
        }
    }

    let noted = Noted::after(sealer.note(side.id, &side.noted, now.day()).as_ref(), note, now)?;
    store::set_note(tx, &permit, side.id, &sealer.seal_note(side.id, Some(noted))?)?;

    tell(tx, &side, note)
}

/// Whether it asks for them is told; what it says is not.
fn tell(tx: &mut Tx<'_>, side: &Buddy, note: Note) -> Result<(), Error> {
    let (by, to) = (side.face_id, side.with_face);
    tx.emit(if note.asks() { Event::BuddyAsks { by, to } } else { Event::BuddyNoted { by, to } })
}

/// Answers what came in a buddy's name: a note that counts to none of today's.
///
/// # Errors
/// A fault of the database.
pub fn answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    sealer: &Sealer,
    (own, note): (&Buddy, Note),
) -> Result<(), Error> {
    let now = tx.now();
    let noted = Noted::beside(sealer.note(own.id, &own.noted, now.day()).as_ref(), note, now);
    store::set_note(tx, permit, own.id, &sealer.seal_note(own.id, Some(noted))?)?;

    tell(tx, own, note)
}

/// What the other asked in their own name is answered: it waits no more.
///
/// # Errors
/// `keys-lost`.
pub fn settle(tx: &mut Tx<'_>, permit: &Permit, sealer: &Sealer, theirs: &Buddy) -> Result<(), Error> {
    let now = tx.now();
    let Some(noted) = sealer.note(theirs.id, &theirs.noted, now.day()) else { return Ok(()) };
    let how = noted.how.map(|how| How { is_answered: true, ..how });
    store::set_note(tx, permit, theirs.id, &sealer.seal_note(theirs.id, Some(Noted { how, ..noted }))?)
}

/// Ends it, for both, at once. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn end(tx: &mut Tx<'_>, viewer: &Viewer, id: BuddyId) -> Result<(), Error> {
    let permit = permit(viewer)?;
    let me = permit.actor();
    let Some(side) = store::find(tx, me, id)? else { return Ok(()) };
    store::remove(tx, &permit, (me, side.with_face))
}

/// Ends it for two who do not meet any more: one of them blocked the other.
///
/// # Errors
/// A fault of the database.
pub fn part(tx: &mut Tx<'_>, by: FaceId, from: FaceId) -> Result<(), Error> {
    store::part(tx, (by, from))
}

/// Links and notes whose time is over go. A note that nothing opens any more goes, too; without a ring, none is looked at.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, ring: &Keyring) -> Result<(), Error> {
    let (today, sealer) = (tx.now().day(), Sealer::new(ring.clone()));
    store::sweep(tx, today)?;
    if !sealer.is_here() {
        return Ok(());
    }
    for (id, noted) in store::notes(tx)? {
        if sealer.is_over(id, &noted, today) {
            store::put_note(tx, id, &sealer.seal_note(id, None)?)?;
        }
    }
    Ok(())
}

/// Erases everything of somebody who is gone; whoever was their buddy finds them no longer there.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, gone: FaceId) -> Result<(), Error> {
    store::erase(tx, gone)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    let links = ring.reseal(tx, limit, store::links_sealed_by, store::set_link)?;
    let sides = ring.reseal(tx, limit, store::sides_sealed_by, store::set_side)?;
    Ok(links + sides + ring.reseal(tx, limit, store::notes_sealed_by, store::put_note)?)
}

/// Both sides, for whoever is to ask something of the other, to say yes to it, or to end either.
///
/// # Errors
/// `sign-in-first`; absent if they are no buddies, or do not meet.
pub fn promising(db: &mut Db, viewer: &Viewer, id: BuddyId) -> Result<(Permit, Pair), Error> {
    Ok((permit(viewer)?, views::pair(db, viewer, id)?))
}

/// Whoever may ask for company may have buddies.
pub(super) fn permit(viewer: &Viewer) -> Result<Permit, Error> {
    viewer.member()?;
    policy::may_in_community(viewer, Action::AskForCompany)
}
