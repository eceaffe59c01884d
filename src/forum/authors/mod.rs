//! What one face wrote: read on its own page, taken back when its account goes.

mod store;

use crate::db::Tx;
use crate::kernel::{Error, FaceId};

pub use store::{Written, latest};

/// Forgets a member who is gone: drafts and kind words always; what they wrote if they said so.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId, takes_words_back: bool) -> Result<(), Error> {
    store::drop_drafts(tx, face)?;
    store::take_back_reactions(tx, face)?;
    if takes_words_back { store::take_back_words(tx, face) } else { Ok(()) }
}
