//! Seeing what happened. That it was seen is written hours later: the moment would say when its reader was here.

use super::{NoticeId, store, views};
use crate::db::Db;
use crate::kernel::Error;
use crate::policy::Viewer;

/// Opens one's own notice: the number it bears, and where it leads.
///
/// # Errors
/// `sign-in-first`; absent if there is no such notice of theirs.
pub fn open(db: &mut Db, viewer: &Viewer, id: NoticeId) -> Result<(i64, String), Error> {
    let notice = store::find(db, viewer.member()?.face, id)?;
    let number = notice.number;
    let place = views::place(db, viewer, notice)?;
    Ok((number, place.unwrap_or_else(|| "/news".to_owned())))
}

/// Opens all one's own notices: the number of the newest.
///
/// # Errors
/// `sign-in-first`.
pub fn open_all(db: &mut Db, viewer: &Viewer) -> Result<i64, Error> {
    store::last_number(db, viewer.member()?.face)
}
