//! Declaring whom one works for, and taking it off; and a host's decision about it.

use super::{Declared, Label, Own, Refusal, Tie, store};
use crate::db::Tx;
use crate::kernel::{Error, FaceId, Week};
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Weeks for which a label stays after it was taken off: whoever was asked to trust words is not to find it gone overnight.
const STAYS_WEEKS: i64 = 4;
/// Weeks for which a host's label stays: what a decision was is forgotten by then, and nobody bears one for ever.
const HELD_WEEKS: i64 = 52;
/// Between the parts of a label as it was.
const APART: char = '\n';

/// Says whom one works for. Twice is the same as once; another takes the place of the one before.
///
/// # Errors
/// `sign-in-first`; `affiliation-held`.
pub fn declare(tx: &mut Tx<'_>, viewer: &Viewer, declared: &Declared) -> Result<(), Error> {
    let (own, permit) = loaded(tx, viewer)?;
    if own.is_held {
        return Err(Refusal::Held.into());
    }

    let label = Label { tie: declared.tie, with: declared.with.as_str().to_owned() };
    store::set(tx, &permit, permit.actor(), &Own { label, until: None, is_held: false })
}

/// Takes a label off: it goes some weeks from now. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`; `affiliation-held`.
pub fn take_off(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let (own, permit) = loaded(tx, viewer)?;
    if own.is_held {
        return Err(Refusal::Held.into());
    }

    if !own.label.is_there() || own.until.is_some() {
        return Ok(());
    }
    let until = Week(tx.now().week().0.saturating_add(STAYS_WEEKS));
    store::set(tx, &permit, permit.actor(), &Own { until: Some(until), ..own })
}

fn loaded(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(Own, Permit), Error> {
    let own = store::own(tx, viewer.member()?.face)?;
    let standing = Standing { is_author: true, ..Standing::in_community(viewer) };
    let permit = policy::may(viewer, Action::EditOwn, &standing)?;
    Ok((own, permit))
}

/// Puts a label beside a name for whoever holds the permit: it stays for a year, or until that is taken back. Returns what
/// was there.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, permit: &Permit, face: FaceId, label: &Label) -> Result<String, Error> {
    let was = store::own(tx, face)?;
    let until = Some(Week(tx.now().week().0.saturating_add(HELD_WEEKS)));
    store::set(tx, permit, face, &Own { label: label.clone(), until, is_held: true })?;
    let until = was.until.map(|week| week.0.to_string()).unwrap_or_default();
    let parts = [was.label.tie.code(), &was.label.with, &until, if was.is_held { "held" } else { "" }];
    Ok(parts.join(&APART.to_string()))
}

/// Puts a label back as it was before [`put`].
///
/// # Errors
/// A fault of the database.
pub fn put_back(tx: &mut Tx<'_>, permit: &Permit, face: FaceId, was: &str) -> Result<(), Error> {
    let mut parts = was.split(APART);
    let mut next = || parts.next().unwrap_or_default();
    let (tie, with, until, held) =
        (Tie::parse(next()).unwrap_or(Tie::None), next().to_owned(), next(), next());
    let until = until.parse().ok().map(Week);
    store::set(tx, permit, face, &Own { label: Label { tie, with }, until, is_held: held == "held" })
}

/// Labels go whose week has come.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let week = tx.now().week();
    store::sweep(tx, week)
}
