//! Seeing what happened.

use super::{NoticeId, store, views};
use crate::db::Tx;
use crate::kernel::Error;
use crate::policy::Viewer;

/// Marks one's own notice as seen and returns where it leads.
///
/// # Errors
/// `sign-in-first`; absent if there is no such notice of theirs.
pub fn open(tx: &mut Tx<'_>, viewer: &Viewer, id: NoticeId) -> Result<String, Error> {
    let face = viewer.member()?.face;
    let notice = store::find(tx, face, id)?;
    store::set_seen(tx, face, Some(id))?;
    Ok(views::place(tx, viewer, notice)?.unwrap_or_else(|| "/news".to_owned()))
}

/// Marks all one's own notices as seen.
///
/// # Errors
/// `sign-in-first`.
pub fn see_all(tx: &mut Tx<'_>, viewer: &Viewer) -> Result<(), Error> {
    let face = viewer.member()?.face;
    store::set_seen(tx, face, None)
}
