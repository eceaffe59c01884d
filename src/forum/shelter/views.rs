//! What somebody reads of their own small circle; nobody else reads anything of it.

use super::{Shelter, store};
use crate::db::Db;
use crate::forum::members;
use crate::kernel::Error;
use crate::policy::Viewer;

/// A group somebody may choose: short name and title.
pub type Choice = (String, String);

/// Their own, and the groups there are to choose from.
///
/// # Errors
/// `sign-in-first`.
pub fn choices(db: &mut Db, viewer: &Viewer) -> Result<(Option<Shelter>, Vec<Choice>), Error> {
    let me = viewer.member()?.face;
    let mine = members::mine(db, me)?.into_iter().filter(|mine| mine.membership.is_in());
    let groups =
        mine.map(|mine| mine.group).filter(|group| !group.is_closed() && group.elsewhere().is_none());
    let groups = groups.map(|group| (group.name, group.title)).collect();
    Ok((store::find(db, me)?, groups))
}

/// What Today says of it: their own, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn glance(db: &mut Db, viewer: &Viewer) -> Result<Option<Shelter>, Error> {
    store::find(db, viewer.face())
}
