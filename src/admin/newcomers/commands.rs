//! Reading and setting how those are met who come.

use super::{Draft, store};
use crate::db::{Db, Tx};
use crate::identity::newcomers::{self, Welcome};
use crate::kernel::Error;
use crate::policy::{self, Action, Viewer};

/// How the community meets those who come.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; absent before the community is set up.
pub fn get(db: &mut Db, viewer: &Viewer) -> Result<Welcome, Error> {
    policy::may_in_community(viewer, Action::ManageCommunity)?;
    newcomers::welcome(db)?.ok_or(Error::Absent)
}

/// Sets it. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn set(tx: &mut Tx<'_>, viewer: &Viewer, draft: Draft) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::set(tx, &permit, draft)
}
