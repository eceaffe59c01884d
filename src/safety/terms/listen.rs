//! Whose term it was, and who wrote what is handed over, when they leave for good.

use super::store;
use crate::db::Tx;
use crate::events::{Event, identity};
use crate::kernel::Error;

/// Hears of members who leave; anything else is passed over.
///
/// # Errors
/// A fault of the database.
pub fn hear(tx: &mut Tx<'_>, news: &Event) -> Result<(), Error> {
    match news {
        Event::Identity(identity::Event::AccountErased { face, .. }) => store::forget(tx, *face),
        Event::Identity(_) | Event::Forum(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            Ok(())
        }
    }
}
