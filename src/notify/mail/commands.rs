//! Giving an address, saying yes to it, ending it, and putting on its way what it is to be told. Their own affair: no permit is needed beyond
//! being a member, or holding the link.

use super::model::Kept;
use super::rules::{self, CONFIRM_DAYS, CONFIRM_S};
use super::{AddressHeld, AddressId, Held, MAILS, Own, Refusal, store};
use crate::db::{Db, Tx, Wake};
use crate::http::Signed;
use crate::kernel::{Day, Error, FaceId, Fault, Language, Mailbox, Token};
use crate::keys::{Keyring, Sealed};
use crate::notify::choices::{self, Choices, Sort};
use crate::notify::inbox::{self, Kind, Marks};
use crate::notify::letters::{JITTER_MS, Plan};
use crate::notify::{About, News, To, push};
use crate::policy::Viewer;

/// The sealed part of an address is filled up to this, so that its length says nothing of it.
const FILLED_TO: usize = 640;

/// A member gives an address, in the place of whichever they gave before. It is asked whether it is right, unless it was asked too often, and
/// told nothing until it said yes.
///
/// # Errors
/// `keys-lost`.
pub fn put(
    tx: &mut Tx<'_>,
    signed: &Signed,
    keys: &Keyring,
    (address, language): (&Mailbox, Language),
    is_asked: bool,
) -> Result<(), Error> {
    let (face, now) = (signed.person.face, tx.now());
    let chance = tx.chance().stream("mail", face.0);
    let (id, yes, off) = (AddressId(chance.id()), Token::new(&chance), Token::new(&chance));
    let held = Held {
        address: address.as_str().to_owned(),
        language: language.code().to_owned(),
        yes: yes.expose().to_owned(),
        off: off.expose().to_owned(),
        sent: (Day(0), 0),
    };
    let until = Some(now.day().plus(CONFIRM_DAYS));
    let own = Kept { id, face, until, sealed: seal(keys, id, &held)? };

    store::put(tx, &own, &off.hash()).map_err(at_once)?;
    if is_asked {
        store::put_letter(tx, id, None, Plan { due: now, late: now.plus_s(CONFIRM_S) })?;
        rings(tx);
    }
    Ok(())
}

/// Whether a link is the one by which a member's own address says yes.
///
/// # Errors
/// `mail-link`: it did its work, is over, or is somebody else's.
pub fn is_asked(
    db: &mut Db,
    signed: &Signed,
    keys: &Keyring,
    shown: &Token,
    today: Day,
) -> Result<(), Error> {
    asked(db, signed.person.face, keys, shown, today).map(drop)
}

/// An address says yes.
///
/// # Errors
/// As [`is_asked`]; `keys-lost`.
pub fn confirm(tx: &mut Tx<'_>, signed: &Signed, keys: &Keyring, shown: &Token) -> Result<(), Error> {
    let today = tx.now().day();
    let (id, held) = asked(tx, signed.person.face, keys, shown, today)?;

    store::confirm(tx, id, &seal(keys, id, &Held { yes: String::new(), ..held })?)
}

fn asked(
    db: &mut Db,
    face: FaceId,
    keys: &Keyring,
    shown: &Token,
    today: Day,
) -> Result<(AddressId, Held), Error> {
    let own = store::of(db, face)?.filter(|own| own.until.is_some_and(|until| today <= until));
    let held = own.and_then(|own| Some((own.id, open(keys, &own)?)));
    held.filter(|(_, held)| held.is_asked_by(shown)).ok_or_else(|| Refusal::Link.into())
}

/// A member takes their address back. Nothing goes there any more; twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn remove(tx: &mut Tx<'_>, signed: &Signed, keys: &Keyring) -> Result<(), Error> {
    let face = signed.person.face;
    store::forget(tx, face)?;
    choose_without(tx, face, keys)
}

/// Whoever holds the link in a mail ends it. A link that ends nothing is the same as one that did.
///
/// # Errors
/// A fault of the database.
pub fn end(tx: &mut Tx<'_>, keys: &Keyring, shown: &Token) -> Result<(), Error> {
    let Some(own) = store::by_end(tx, &shown.hash())? else { return Ok(()) };
    store::forget(tx, own.face)?;
    choose_without(tx, own.face, keys)
}

/// Nobody has an address: it is let go, and its member hears of that where they find all news.
pub(super) fn give_up(tx: &mut Tx<'_>, keys: &Keyring, own: &Kept, marks: &Marks) -> Result<(), Error> {
    if store::by_id(tx, own.id)?.is_none() {
        return Ok(());
    }
    store::forget(tx, own.face)?;
    choose_without(tx, own.face, keys)?;
    let (to, about) = (To::Face(own.face), About::Community);
    inbox::put(
        tx,
        own.face,
        &News { to, kind: Kind::MailOver, about, from: None, spares: None, past: None },
        marks,
    )
}

/// What was told by mail is told where it was told beside that.
fn choose_without(tx: &mut Tx<'_>, face: FaceId, keys: &Keyring) -> Result<(), Error> {
    let chosen = choices::of(tx, keys, face)?;
    let without = chosen.clone().without_mail();
    if without == chosen { Ok(()) } else { choices::put(tx, face, keys, &without) }
}

/// A member's own address, if they gave one.
///
/// # Errors
/// A fault of the database.
pub fn own(db: &mut Db, viewer: &Viewer, keys: &Keyring, today: Day) -> Result<Option<Own>, Error> {
    let own = store::of(db, viewer.face())?.filter(|own| own.until.is_none_or(|until| today <= until));
    Ok(own.map(|own| {
        let address = open(keys, &own).and_then(|held| held.mailbox());
        Own {
            masked: address.as_ref().map(Mailbox::masked).unwrap_or_default(),
            address: address.map(|address| address.as_str().to_owned()).unwrap_or_default(),
            is_confirmed: own.until.is_none(),
        }
    }))
}

/// Puts a sort of news on its way to the address of a face that is to be told of it there. An alias has none.
///
/// # Errors
/// A fault of the database.
pub fn tell(tx: &mut Tx<'_>, face: FaceId, sort: Sort, chosen: &Choices) -> Result<(), Error> {
    let now = tx.now();
    let jitter = i64::try_from(tx.chance().stream("mail", face.0).below(JITTER_MS)).unwrap_or(0);
    let Some(plan) = rules::plan(chosen, sort, now, jitter) else { return Ok(()) };
    let Some(own) = store::of(tx, face)?.filter(|own| own.until.is_none()) else { return Ok(()) };
    if !push::is_open(tx, face, now.day())? {
        return Ok(());
    }
    store::put_letter(tx, own.id, Some(sort), plan)?;
    rings(tx);
    Ok(())
}

/// Counts a mail that went out, for the day of its member's own clock.
pub(super) fn count(tx: &mut Tx<'_>, keys: &Keyring, id: AddressId, today: Day) -> Result<(), Error> {
    let Some(own) = store::by_id(tx, id)? else { return Ok(()) };
    let Some(held) = open(keys, &own) else { return Ok(()) };
    let sent = (today, held.sent_on(today).saturating_add(1));
    store::set_sealed(tx, id, &seal(keys, id, &Held { sent, ..held })?)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    ring.reseal(tx, limit, store::sealed_by, store::set_sealed)
}

fn seal(keys: &Keyring, id: AddressId, held: &Held) -> Result<Sealed<AddressHeld>, Error> {
    keys.seal_filled(id, held, FILLED_TO)
}

/// What is sealed of an address; none where its key is lost.
pub(super) fn open(keys: &Keyring, own: &Kept) -> Option<Held> {
    keys.open_filled(own.id, &own.sealed)
}

fn rings(tx: &mut Tx<'_>) {
    tx.wake(Wake { subject: (MAILS, 0), by: FaceId(0) });
}

/// Two at once: the second tries again, and takes the place of the first.
fn at_once(error: Error) -> Error {
    match error {
        Error::Fault(Fault::Taken(_)) => Fault::Race.into(),
        other => other,
    }
}
