//! Writing a plan, putting it away, marking a wave, and keeping what helped. Only their member ever meets them, and nobody is told.

use std::collections::BTreeMap;

use super::{Block, Edge, Helped, Kept, Plan, model, store};
use crate::db::Tx;
use crate::kernel::Error;
use crate::recovery::{Own, checkins};

/// Keeps a plan in place of the one before. One that does not open goes only if its member said so.
///
/// # Errors
/// `plan-shut`.
pub fn keep(tx: &mut Tx<'_>, own: &Own, (plan, goes_over): (&Plan, bool)) -> Result<(), Error> {
    let kept = store::find(tx, own)?;
    let kept = if goes_over && kept.is_shut { Kept::default() } else { kept.opened()? };
    store::put(tx, own, &Kept { plan: plan.clone(), ..kept })
}

/// Puts the plan away for good; waves stay, unless all of it does not open. Doing so twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn put_away(tx: &mut Tx<'_>, own: &Own) -> Result<(), Error> {
    keep(tx, own, (&Plan::default(), true))
}

/// Marks how strong the urge is before or after a half-hour, on this day of the member's own clock.
///
/// # Errors
/// `wave-urge`, `plan-shut`.
pub fn mark(tx: &mut Tx<'_>, own: &Own, (edge, urge): (Edge, i64)) -> Result<(), Error> {
    let urge = model::urge(urge)?;
    let now = tx.now();
    let today = checkins::load(tx, own, now)?.zone.day(now);
    let mut kept = store::find(tx, own)?.opened()?;

    kept.mark(edge, urge, today);
    store::put(tx, own, &kept)
}

/// Every wave goes; the plan stays. Doing so twice is the same as once.
///
/// # Errors
/// `plan-shut`.
pub fn forget_waves(tx: &mut Tx<'_>, own: &Own) -> Result<(), Error> {
    let kept = store::find(tx, own)?.opened()?;
    store::put(tx, own, &Kept { waves: Vec::new(), ..kept })
}

/// Keeps what helped in one part of the half-hour, in place of what did before; none: nothing is kept of that part.
///
/// # Errors
/// `plan-shut`.
pub fn keep_helped(
    tx: &mut Tx<'_>,
    own: &Own,
    (block, helped): (Block, Option<&Helped>),
) -> Result<(), Error> {
    let mut kept = store::find(tx, own)?.opened()?;
    match helped {
        Some(helped) => kept.helped.insert(block, helped.clone()),
        None => kept.helped.remove(&block),
    };
    store::put(tx, own, &kept)
}

/// Nothing that helped is kept any more; plan and waves stay. Doing so twice is the same as once.
///
/// # Errors
/// `plan-shut`.
pub fn forget_helped(tx: &mut Tx<'_>, own: &Own) -> Result<(), Error> {
    let kept = store::find(tx, own)?.opened()?;
    store::put(tx, own, &Kept { helped: BTreeMap::new(), ..kept })
}
