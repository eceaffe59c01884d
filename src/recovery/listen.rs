//! What is erased of somebody who is gone, what goes by itself, and what is sealed anew.

use super::{after, checkins, chips, circle, counters, plans};
use crate::db::Tx;
use crate::events::{Event, identity};
use crate::kernel::Error;
use crate::keys::Keyring;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Identity(identity::Event::AccountErased { face, .. }) => {
            chips::erase(tx, *face)?;
            counters::erase(tx, *face)?;
            plans::erase(tx, *face)?;
            after::erase(tx, *face)?;
            circle::erase(tx, *face)?;
            checkins::erase(tx, *face)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}

/// A day's care: what a group or the circle was told of somebody's day is for that day and the next, and what a buddy was told for
/// a week; a question that nobody is asked any more goes.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    after::sweep(tx)?;
    chips::sweep(tx)?;
    circle::sweep(tx)?;
    checkins::sweep(tx)
}

/// Seals with the ring's present key what a replaced one sealed, `limit` at a time. Returns how many it was.
///
/// # Errors
/// `keys-lost`, or a fault of the database.
pub fn reseal(tx: &mut Tx<'_>, ring: &Keyring, limit: i64) -> Result<usize, Error> {
    Ok(checkins::reseal(tx, ring, limit)?
        + chips::reseal(tx, ring, limit)?
        + circle::reseal(tx, ring, limit)?)
}
