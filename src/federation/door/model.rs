//! Who looks, and what is read for them.

use diesel::prelude::*;

use crate::db::schema::{face, group_, reply, thread};
use crate::federation::peers::View;
use crate::forum::groups::Followers;
use crate::identity::affiliations::Label;
use crate::kernel::{Day, FaceId, GroupId, Moment, PublicId, ReplyId, ThreadId};
use crate::policy::Reach;

/// Who looks.
#[derive(Debug, Clone)]
pub struct Asker {
    /// What they may see.
    pub view: View,
    /// Their community; none: a visitor.
    pub host: Option<String>,
}

impl Asker {
    /// Somebody who did not sign.
    pub const fn visitor() -> Self {
        Self { view: View::of_anybody(), host: None }
    }
}

/// A group, as others see it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = group_)]
pub struct GroupRow {
    /// Its id; never shown.
    pub id: GroupId,
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Who it is for.
    pub purpose: String,
    /// Its language.
    pub language: String,
    /// How far its posts may travel.
    pub ceiling: Reach,
    /// Set: nobody posts.
    pub closed_at: Option<Moment>,
    /// Whether others learn about how many follow it.
    pub followers: Followers,
}

/// A name or an alias.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct FaceRow {
    /// Its id; never shown.
    pub id: FaceId,
    /// The name.
    pub name: String,
    /// `name`, `alias` or `remote`.
    pub kind: String,
    /// Markdown.
    pub about: String,
    /// Whom they work for, if they are paid in this field.
    #[diesel(embed)]
    pub label: Label,
}

/// A thread.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = thread)]
pub struct ThreadRow {
    /// Its sequence; never shown.
    pub id: ThreadId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// Its title.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Content notes.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// How far it travels.
    pub reach: Reach,
    /// The day.
    pub said_on: Day,
    /// When exactly.
    pub said_at: Option<Moment>,
    /// Set: no new replies.
    pub locked_at: Option<Moment>,
    /// Set: it stays at the top.
    pub pinned_at: Option<Moment>,
}

/// A reply.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = reply)]
pub struct ReplyRow {
    /// Its sequence; never shown.
    pub id: ReplyId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// What it answers.
    pub parent_id: Option<ReplyId>,
    /// Markdown.
    pub body: String,
    /// Content notes.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// The day.
    pub said_on: Day,
    /// When exactly.
    pub said_at: Option<Moment>,
}

/// A thread with its writer and its group.
pub type Whole = (ThreadRow, FaceRow, GroupRow);
