//! What a community set for those who come, and what somebody waits for.

use diesel::prelude::*;

use crate::db::schema::community;
use crate::kernel::Moment;

/// Weeks for which somebody counts as new at most, and a community as begun lately.
pub const NEW_WEEKS: i64 = 2;

/// How a community meets those who come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = community)]
pub struct Welcome {
    /// Weeks for which links and invitations wait; 0: they do not.
    #[diesel(column_name = newcomer_weeks)]
    pub weeks: i64,
    /// And until so many things of theirs stand.
    #[diesel(column_name = newcomer_posts)]
    pub posts: i64,
    /// Minutes between two things they say in a group for as long; 0: none.
    #[diesel(column_name = newcomer_minutes)]
    pub minutes: i64,
    /// Whether words that look like selling wait for a look.
    pub watches_selling: bool,
    /// When the doors were opened first; none: they are shut.
    pub opened_at: Option<Moment>,
}

/// What somebody new waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settling {
    /// So many more things of theirs are to stand; 0: it is the days alone.
    pub posts: i64,
    /// In so many days at the latest it is over; 0: today, once they stand.
    pub days: i64,
    /// Minutes between two things they say in a group meanwhile; 0: none.
    pub minutes: i64,
}

impl Settling {
    /// For the sentence that says so.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        vec![("posts", self.posts.to_string()), ("days", self.days.to_string())]
    }
}
