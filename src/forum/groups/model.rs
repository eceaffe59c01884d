//! Groups.

use diesel::prelude::*;

use crate::db::schema::group_;
use crate::kernel::{GroupId, Moment};
use crate::policy::Reach;

crate::text_enum! {
    /// How somebody gets into a group.
    pub enum Joining {
        /// By pressing "Join".
        Open = "open",
        /// By asking, and a yes.
        Ask = "ask",
        /// By a link.
        Invitation = "invitation",
    }
}

/// A group, as every page of it needs it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = group_)]
pub struct Group {
    /// Its id; never shown.
    pub id: GroupId,
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Who it is for.
    pub purpose: String,
    /// The furthest its posts may travel.
    pub ceiling: Reach,
    /// Where its posts go unless their writers say otherwise.
    pub reach: Reach,
    /// Who may know of it.
    pub listed: Reach,
    /// How somebody gets in.
    pub joining: Joining,
    /// `off`, `first-look` or `allowed`.
    pub aliases: String,
    /// How many are in it.
    pub member_count: i64,
    /// Set: it reads on, and nobody posts.
    pub closed_at: Option<Moment>,
}

impl Group {
    /// Whether posts show their time; groups that allow aliases show the day alone.
    #[must_use]
    pub fn shows_times(&self) -> bool {
        self.aliases == "off"
    }
}
