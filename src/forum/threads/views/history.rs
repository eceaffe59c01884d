//! How a thread read before it was changed.

use crate::db::Db;
use crate::forum::threads::{self, Revision};
use crate::kernel::{Error, PublicId};
use crate::policy::{self, Action, Standing, Viewer};

/// Earlier wordings, the latest first; for the writer and those who look after the group.
///
/// # Errors
/// Absent for a thread out of reach; `taken-back`, `keepers-only`.
pub fn history(db: &mut Db, viewer: &Viewer, id: &PublicId) -> Result<Vec<Revision>, Error> {
    let (thread, _) = threads::find(db, viewer, id)?;
    let standing = Standing::towards_words(db, viewer, thread.group_id, thread.author_face)?;
    let permit = policy::may(viewer, Action::SeeRevisions, &standing)?;
    threads::revisions(db, &permit, (thread.id, None))
}
