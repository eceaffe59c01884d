//! What one face wrote: read on its own page, taken back when its account goes.

mod store;

use crate::db::{Db, Tx};
use crate::identity::accounts::{self, Profile};
use crate::identity::names;
use crate::kernel::{Error, FaceId};
use crate::policy::Viewer;

pub use store::{Written, amount, latest};

/// Threads on a person's page.
const LATEST: i64 = 20;

/// A person and what of theirs this viewer may read. To visitors somebody exists only through what they wrote for
/// the open web; otherwise names could be tried one by one.
///
/// # Errors
/// [`Error::Absent`] alike for nobody, somebody who is gone, and somebody who is not for this viewer.
pub fn find(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Profile, Vec<Written>), Error> {
    let profile = accounts::find_by_name(db, &names::key(name))?;
    let written = store::latest(db, viewer, profile.id, LATEST)?;
    if written.is_empty() && !viewer.is_signed_in() { Err(Error::Absent) } else { Ok((profile, written)) }
}

/// Forgets a member who is gone: drafts and kind words always; what they wrote if they said so.
///
/// # Errors
/// A fault of the database.
pub fn forget(tx: &mut Tx<'_>, face: FaceId, takes_words_back: bool) -> Result<(), Error> {
    store::drop_drafts(tx, face)?;
    store::take_back_reactions(tx, face)?;
    if takes_words_back { store::take_back_words(tx, face) } else { Ok(()) }
}
