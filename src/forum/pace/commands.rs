//! Choosing one's pace, a break, and what the host says for all.

use super::{Break, Limits, store};
use crate::db::{Db, Tx};
use crate::forum::turns::Rest;
use crate::kernel::Error;
use crate::policy::{self, Action, Permit, Standing, Viewer};

/// Says how much somebody takes on, and whether hard words are folded for them.
///
/// # Errors
/// `sign-in-first`; `keepers-only` for whoever looks after nothing here.
pub fn choose(tx: &mut Tx<'_>, viewer: &Viewer, chosen: (Limits, bool)) -> Result<(), Error> {
    let permit = may(tx, viewer)?;
    store::set(tx, &permit, chosen)
}

/// A break begins, or lasts until another day. Nobody is told.
///
/// # Errors
/// As [`choose`].
pub fn begin_break(tx: &mut Tx<'_>, viewer: &Viewer, rest: Option<Rest>) -> Result<Break, Error> {
    let permit = may(tx, viewer)?;
    let away = Break::of(rest, tx.now().day());
    store::set_break(tx, &permit, Some(away))?;
    Ok(away)
}

/// They are back. Twice is the same as once.
///
/// # Errors
/// As [`choose`].
pub fn end_break(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let permit = may(tx, viewer)?;
    store::set_break(tx, &permit, None)
}

/// Says the most that anybody takes on.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn limit_all(tx: &mut Tx<'_>, viewer: &Viewer, limits: Limits) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_ceiling(tx, &permit, limits)
}

fn may(db: &mut Db, viewer: &Viewer) -> Result<Permit, Error> {
    viewer.member()?;
    let standing = Standing::anywhere(db, viewer)?;
    policy::may(viewer, Action::CareFor, &standing)
}
