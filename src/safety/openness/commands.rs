//! Saying who may read the counts.

use super::{Readers, store};
use crate::db::Tx;
use crate::kernel::Error;
use crate::policy::{self, Action, Viewer};

/// Sets who may read them. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn set(tx: &mut Tx<'_>, viewer: &Viewer, readers: Readers) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set_readers(tx, &permit, readers)
}
