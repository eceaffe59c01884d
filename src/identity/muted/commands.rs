//! Muting a word and hearing it again. Nobody hears of it, and doing it twice is the same as doing it once.

use super::model::{self, MOST};
use super::{Entry, Lasts, Refusal, Word, store};
use crate::db::{Db, Tx};
use crate::http::Signed;
use crate::http::muted::Hush;
use crate::kernel::{Day, Error};
use crate::policy::{self, Action, Permit, Viewer};

/// Mutes a word. Muting it again says anew what becomes of it and when that ends; what is over goes with it.
///
/// # Errors
/// `muted-full`.
pub fn mute(tx: &mut Tx<'_>, signed: &Signed, word: Word, (hush, lasts): (Hush, Lasts)) -> Result<(), Error> {
    let today = tx.now().day();
    let mut list = list(tx, signed, today)?;

    let permit = may(signed)?;

    list.retain(|entry| !entry.is_about(&word));
    if list.len() >= MOST {
        return Err(Refusal::Full.into());
    }
    list.push(Entry { word, hush, until: lasts.until(today) });
    keep(tx, &permit, signed, &list)
}

/// Hears a word again.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, signed: &Signed, word: &Word) -> Result<(), Error> {
    let today = tx.now().day();
    let mut list = list(tx, signed, today)?;

    let permit = may(signed)?;

    let before = list.len();
    list.retain(|entry| !entry.is_about(word));
    if list.len() == before {
        return Ok(());
    }
    keep(tx, &permit, signed, &list)
}

/// The words a member muted, in the order they did, without what is over.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, signed: &Signed, today: Day) -> Result<Vec<Entry>, Error> {
    let account = signed.person.account;
    Ok(model::open(&store::sealed(db, account)?, signed.secret(), account, today))
}

fn keep(tx: &mut Tx<'_>, permit: &Permit, signed: &Signed, list: &[Entry]) -> Result<(), Error> {
    let account = signed.person.account;
    let sealed = model::seal(list, &tx.chance().stream("muted", account.0), signed.secret(), account)?;
    store::set_sealed(tx, permit, account, sealed)
}

fn may(signed: &Signed) -> Result<Permit, Error> {
    let viewer = Viewer::Person(signed.person.clone());
    policy::may_in_community(&viewer, Action::ChooseWhomToMeet)
}
