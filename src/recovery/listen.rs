//! What is erased of somebody who is gone, and what goes by itself.

use super::{checkins, counters};
use crate::db::Tx;
use crate::events::{Event, identity};
use crate::kernel::Error;

/// Hears one piece of news. Hearing it twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Identity(identity::Event::AccountErased { face, .. }) => {
            counters::erase(tx, *face)?;
            checkins::erase(tx, *face)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}

/// A day's care: what a group was told of somebody's day is for that day and the next.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<(), Error> {
    checkins::sweep(tx)
}
