//! What the list of groups shows of each.

use super::pathways::Pathway;
use super::{Group, store};
use crate::db::Db;
use crate::kernel::{Day, Error};
use crate::policy::Viewer;

/// Days without a word after which a group says that it is quiet.
const QUIET_DAYS: i64 = 7;

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The group.
    pub group: Group,
    /// The day something was last said that the viewer may read.
    pub newest_on: Option<Day>,
}

impl Row {
    /// Whether nothing was said for a week.
    #[must_use]
    pub fn is_quiet(&self, today: Day) -> bool {
        self.newest_on.is_none_or(|on| today.0 - on.0 >= QUIET_DAYS)
    }
}

/// The groups a viewer may know of, with their newest day.
///
/// # Errors
/// A fault of the database.
pub fn rows(db: &mut Db, viewer: &Viewer, pathway: Option<Pathway>) -> Result<Vec<Row>, Error> {
    let groups = store::listed(db, viewer, pathway)?;
    let row = |group: Group| store::newest_on(db, viewer, group.id).map(|newest_on| Row { group, newest_on });
    groups.into_iter().map(row).collect()
}
