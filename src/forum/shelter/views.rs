//! What somebody reads of their own small circle; nobody else reads anything of it.

use super::{Line, Shelter, store};
use crate::db::Db;
use crate::forum::members;
use crate::kernel::{Error, Moment};
use crate::policy::Viewer;

/// A group somebody may choose: short name and title.
pub type Choice = (String, String);

/// What somebody reads of their own.
#[derive(Debug, Default)]
pub struct Mine {
    /// It, if there is one.
    pub shelter: Option<Shelter>,
    /// What was said there, once it is over.
    pub said: Vec<Line>,
    /// The groups there are to choose from.
    pub groups: Vec<Choice>,
}

/// Their own, what was said in one that is over, and the groups there are to choose from.
///
/// # Errors
/// `sign-in-first`.
pub fn choices(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Mine, Error> {
    let me = viewer.member()?.face;
    let mine = members::mine(db, me)?.into_iter().filter(|mine| mine.membership.is_in());
    let groups =
        mine.map(|mine| mine.group).filter(|group| !group.is_closed() && group.elsewhere().is_none());
    let groups = groups.map(|group| (group.name, group.title)).collect();
    let shelter = store::find(db, me)?;
    let said = match shelter.as_ref().filter(|shelter| !shelter.holds(now)) {
        Some(over) => store::said(db, me, (over.group, over.began()))?,
        None => Vec::new(),
    };
    Ok(Mine { shelter, said, groups })
}

/// The one that holds now.
///
/// # Errors
/// A fault of the database.
pub fn holding(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<Option<Shelter>, Error> {
    Ok(store::find(db, viewer.face())?.filter(|shelter| shelter.holds(now)))
}

/// What Today says of it: their own, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn glance(db: &mut Db, viewer: &Viewer) -> Result<Option<Shelter>, Error> {
    store::find(db, viewer.face())
}
