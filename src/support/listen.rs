//! What is erased of somebody who is gone.

use super::{buddies, oncall};
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
            oncall::erase(tx, *face)?;
            buddies::erase(tx, *face)
        }
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}
