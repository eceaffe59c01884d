//! What lists show besides cards.

use diesel::prelude::*;

use crate::forum::content_notes::Notes;
use crate::forum::threads::InGroup;
use crate::kernel::{Day, GroupId, Moment, ThreadId};

/// A group of one's own, with its newest line.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Room {
    /// Its id; never shown.
    pub id: GroupId,
    /// The group.
    pub group: InGroup,
    /// Whether it is somebody's home group.
    pub is_home: bool,
    /// Its newest thread, if it has one.
    pub newest: Option<Newest>,
}

/// The newest thread of a group, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Newest {
    /// Its sequence; never shown.
    pub id: ThreadId,
    /// Its title.
    pub title: String,
    /// Content notes, codes with a space between.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly, if the group shows times.
    pub said_at: Option<Moment>,
}

impl Newest {
    /// What it may touch on.
    #[must_use]
    pub fn content_notes(&self) -> Notes {
        Notes::stored(&self.notes, &self.note_words)
    }
}
