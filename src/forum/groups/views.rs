//! What pages show of groups: rows of a list, and the words of each choice.

use super::pathways::Pathway;
use super::{Group, store};
use crate::db::Db;
use crate::kernel::{Day, Error};
use crate::policy::Viewer;
use crate::ui::Shell;

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
    /// Whether it is the group called `home`.
    #[must_use]
    pub fn is_home(&self, home: &Option<String>) -> bool {
        home.as_deref() == Some(&self.group.name)
    }

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

/// The words of one choice somebody made for a group: `says(ui, "joining", "open")`.
#[must_use]
pub fn says(ui: &Shell, field: &str, code: &str) -> String {
    ui.words.with(&format!("choice-{field}-{code}"), &[("community", ui.house.name.clone())])
}
