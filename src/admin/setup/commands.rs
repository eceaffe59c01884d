//! Claiming a community, answering its questions, opening its doors.

use subtle::ConstantTimeEq as _;

use super::{Code, Refusal, Step, store};
use crate::admin::{helplines, settings};
use crate::db::{Db, Tx};
use crate::identity::accounts::{self, Arrival};
use crate::identity::names::Name;
use crate::kernel::Error;
use crate::policy::{self, Action, Rank, Viewer};

/// Makes `code` the one that begins set-up; the one before no longer does. `false`: somebody has begun already.
///
/// # Errors
/// A fault of the database.
pub fn offer(tx: &mut Tx<'_>, code: &Code) -> Result<bool, Error> {
    if !store::is_unclaimed(tx)? {
        return Ok(false);
    }
    store::set_code_hash(tx, &code.hash())?;
    Ok(true)
}

/// Whether this is the code printed last. Asked before the slow part of a claim, and again within it.
///
/// # Errors
/// `setup-claimed`, `setup-code-wrong`.
pub fn fits(db: &mut Db, code: &Code) -> Result<(), Error> {
    let expected = store::code_hash(db)?.ok_or(Refusal::Claimed)?;
    let is_right = expected.as_bytes().ct_eq(code.hash().as_bytes());
    if is_right.into() { Ok(()) } else { Err(Refusal::CodeWrong.into()) }
}

/// The holder of the code becomes the host. Of two who claim at once, one is first.
///
/// # Errors
/// `setup-claimed`, `setup-code-wrong`; `name-taken`.
pub fn claim(tx: &mut Tx<'_>, code: &Code, name: &Name) -> Result<Arrival, Error> {
    fits(tx, code)?;

    store::set_claimed(tx)?;
    accounts::arrive(tx, name, Rank::Host)
}

/// Says that a question is answered. Answering an earlier one again takes nothing back.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn advance(tx: &mut Tx<'_>, viewer: &Viewer, answered: Step) -> Result<Step, Error> {
    let reached = store::step(tx)?;

    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;

    if answered < reached {
        return Ok(reached);
    }
    store::set_step(tx, &permit, answered.next())?;
    Ok(answered.next())
}

/// Opens the doors. Opening open doors changes nothing.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; `setup-unfinished`, `helpline-missing`.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let community = settings::community(tx)?.ok_or(Refusal::Unfinished)?;

    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;

    if community.opened_at.is_some() {
        return Ok(());
    }
    if community.name.is_empty() || store::step(tx)? < Step::Check {
        return Err(Refusal::Unfinished.into());
    }
    if helplines::by_country(tx, &community.country)?.is_empty() {
        return Err(Refusal::HelplineMissing.into());
    }
    store::set_opened(tx, &permit)
}
