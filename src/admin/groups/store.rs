//! Every SQL statement of the hosts' list of groups.

use diesel::prelude::*;

use crate::db::schema::group_;
use crate::db::{Db, Run};
use crate::kernel::{Error, Moment};
use crate::policy::scope::forum as scope;
use crate::policy::{Permit, Reach, Viewer};

/// A group as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Listed {
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// How far its posts may travel.
    pub ceiling: Reach,
    /// How many are in it; below twenty it is told in words.
    pub member_count: i64,
    /// Set: it reads on, and nobody posts.
    pub closed_at: Option<Moment>,
}

/// The groups this host may know of, by title: one hidden from them is, here too, not there.
///
/// # Errors
/// A fault of the database.
pub fn list(db: &mut Db, _permit: &Permit, viewer: &Viewer) -> Result<Vec<Listed>, Error> {
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .order((group_::title, group_::name))
        .limit(500)
        .select((group_::name, group_::title, group_::ceiling, group_::member_count, group_::closed_at))
        .rows(db)
}

/// Titles of the groups the viewer may know of; for set-up, which begins some.
///
/// # Errors
/// A fault of the database.
pub fn titles(db: &mut Db, viewer: &Viewer) -> Result<Vec<String>, Error> {
    group_::table
        .filter(scope::visible_groups(viewer.into()))
        .order(group_::title)
        .limit(50)
        .select(group_::title)
        .rows(db)
}
