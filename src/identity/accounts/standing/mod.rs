//! Where an account stands: letting somebody in, pausing, closing, appointing. For hosts.

mod model;
mod store;

use crate::db::Tx;
use crate::events::identity::Event;
use crate::identity::names;
use crate::kernel::{Bounded, Day, Error, FaceId};
use crate::policy::{self, Action, Permit, Rank, Viewer};

pub use model::{Asked, Refusal, Resident, State};
pub use store::{list, waiting};

/// Why a host did something: one line, which the member reads on their status page.
pub type Reason = Bounded<3, 280, false>;

/// Says yes to somebody who asked to come in. Letting in whoever is in changes nothing.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; absent for a name nobody has.
pub fn let_in(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    if resident.state != State::Waiting {
        return Ok(());
    }
    settle(tx, &permit, &resident, State::Open, ("", None))
}

/// Says "not now" to somebody who asked to come in.
///
/// # Errors
/// As [`let_in`].
pub fn turn_away(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    if resident.state != State::Waiting {
        return Ok(());
    }
    settle(tx, &permit, &resident, State::Closed, ("", None))
}

/// Pauses somebody until a day, or until a host ends it.
///
/// # Errors
/// As [`let_in`]; `not-yourself`, `last-host`, `pause-in-the-past`.
pub fn pause(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    reason: &Reason,
    until: Option<Day>,
) -> Result<(), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    refuse_self(viewer, &resident)?;
    refuse_last_host(tx, &resident)?;
    if until.is_some_and(|day| day <= tx.now().day()) {
        return Err(Refusal::Past.into());
    }
    settle(tx, &permit, &resident, State::Paused, (reason.as_str(), until))
}

/// Closes an account. Its words stay; whoever holds it reads why on their status page.
///
/// # Errors
/// As [`pause`].
pub fn close(tx: &mut Tx<'_>, viewer: &Viewer, name: &str, reason: &Reason) -> Result<(), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    refuse_self(viewer, &resident)?;
    refuse_last_host(tx, &resident)?;
    settle(tx, &permit, &resident, State::Closed, (reason.as_str(), None))
}

/// Says no to a host who would pause or close somebody alone while somebody is worried about them: that is decided by two,
/// from a case.
///
/// # Errors
/// As [`let_in`]; `not-yourself`, `takes-two`.
pub fn refuse_alone(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let (_, resident) = load(tx, viewer, name)?;
    // What is told of oneself is not for oneself to hear of.
    refuse_self(viewer, &resident)?;
    if policy::in_distress(tx, vec![resident.face])?.is_empty() {
        Ok(())
    } else {
        Err(Refusal::TakesTwo.into())
    }
}

/// Ends a pause, or opens a closed account. Opening an open one changes nothing.
///
/// # Errors
/// As [`let_in`].
pub fn reopen(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    if resident.state == State::Open {
        return Ok(());
    }
    settle(tx, &permit, &resident, State::Open, ("", None))
}

/// Says what somebody may do for the community. The last host stays one. Returns them as they were, and the proof.
///
/// # Errors
/// As [`let_in`]; `last-host`.
pub fn appoint(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    name: &str,
    rank: Rank,
) -> Result<(Permit, Resident), Error> {
    let (permit, resident) = load(tx, viewer, name)?;
    if resident.rank != rank {
        refuse_last_host(tx, &resident)?;
        store::set_rank(tx, &permit, resident.account, rank)?;
        tx.emit(Event::StandingChanged { face: resident.face })?;
    }
    Ok((permit, resident))
}

/// A keeper's time is over: they are a member again. For the clockwork; returns whether they were one. Hosts stay.
///
/// # Errors
/// A fault of the database.
pub fn step_down(tx: &mut Tx<'_>, face: FaceId) -> Result<bool, Error> {
    let permit = policy::may_in_community(&Viewer::House, Action::ManagePeople)?;
    match store::find_rank(tx, face)? {
        Some((account, Rank::Keeper)) => store::set_rank(tx, &permit, account, Rank::Member).map(|()| true),
        _ => Ok(false),
    }
}

/// Ends every pause whose day has come. For the clockwork; returns how many.
///
/// # Errors
/// A fault of the database.
pub fn end_pauses(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let permit = policy::may_in_community(&Viewer::House, Action::ManagePeople)?;
    let today = tx.now().day();
    let over = store::paused_until(tx, today)?;
    for resident in &over {
        settle(tx, &permit, resident, State::Open, ("", None))?;
    }
    Ok(over.len())
}

fn load(tx: &mut Tx<'_>, viewer: &Viewer, name: &str) -> Result<(Permit, Resident), Error> {
    let permit = policy::may_in_community(viewer, Action::ManagePeople)?;
    Ok((permit, store::find(tx, &names::key(name))?))
}

fn settle(
    tx: &mut Tx<'_>,
    permit: &Permit,
    resident: &Resident,
    state: State,
    why: (&str, Option<Day>),
) -> Result<(), Error> {
    store::set_state(tx, permit, resident.account, state, why)?;
    tx.emit(Event::StandingChanged { face: resident.face })
}

fn refuse_self(viewer: &Viewer, resident: &Resident) -> Result<(), Refusal> {
    let is_self = viewer.person().is_some_and(|person| person.account == resident.account);
    if is_self { Err(Refusal::Yourself) } else { Ok(()) }
}

fn refuse_last_host(tx: &mut Tx<'_>, resident: &Resident) -> Result<(), Error> {
    if resident.rank == Rank::Host && resident.state == State::Open && store::count_hosts(tx)? < 2 {
        return Err(super::Refusal::LastHost.into());
    }
    Ok(())
}
