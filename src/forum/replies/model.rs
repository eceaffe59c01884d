//! Replies, what they are made from, and why they may say no.

use diesel::prelude::*;

use crate::db::schema::reply;
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::lasting::Lasting;
use crate::forum::reactions::Counts;
use crate::forum::threads::{Body, NoteWords};
use crate::kernel::{self, Day, FaceId, Moment, PublicId, ReplyId, ThreadId};

/// A reply as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = reply)]
pub struct Reply {
    /// Its sequence; never shown.
    pub id: ReplyId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// The thread it is in.
    pub thread_id: ThreadId,
    /// The reply it answers; none: the thread itself.
    pub parent_id: Option<ReplyId>,
    /// The name or alias that gave it.
    pub author_face: FaceId,
    /// Its place in the order of arrival within the thread, from 1.
    pub number: i64,
    /// How deep it lies, from 1.
    pub depth: i64,
    /// Its line of parents; sorts as the tree reads.
    pub path: String,
    /// Markdown as written.
    pub body: String,
    /// Content notes, codes with a space between.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly; none where the group allows aliases.
    pub said_at: Option<Moment>,
    /// The day its words go by themselves; none: they stay.
    pub goes_on: Option<Day>,
    /// Whether its words were changed.
    pub is_edited: bool,
    /// Kind words, by word.
    #[diesel(
        select_expression = (reply::with_count, reply::same_count, reply::proud_count, reply::thanks_count),
        select_expression_type = (reply::with_count, reply::same_count, reply::proud_count, reply::thanks_count)
    )]
    pub counts: Counts,
    /// Set: its writer took it back.
    pub taken_back_at: Option<Moment>,
}

impl Reply {
    /// What it may touch on.
    #[must_use]
    pub fn content_notes(&self) -> Notes {
        Notes::stored(&self.notes, &self.note_words)
    }

    /// The same as it would be had it been taken back: what is left for whoever does not meet its writer.
    #[must_use]
    pub fn into_gone(self) -> Self {
        let gone_on = self.taken_back_at.unwrap_or(self.said_on.start());
        Self {
            body: String::new(),
            notes: String::new(),
            note_words: String::new(),
            goes_on: None,
            taken_back_at: Some(gone_on),
            ..self
        }
    }

    /// Whether its writer took it back.
    #[must_use]
    pub const fn is_taken_back(&self) -> bool {
        self.taken_back_at.is_some()
    }
}

/// What somebody wants to answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The thread.
    pub thread: PublicId,
    /// The reply it answers; none: the thread itself.
    pub to: Option<PublicId>,
    /// The words, and what they touch on.
    pub words: Change,
    /// Whether the writer saw what the group offers for such words, and goes on.
    pub goes_on: bool,
    /// Whether the writer asks those who look after things to look out for them.
    pub asks_care: bool,
    /// The form's own mark: a second press is not a second reply.
    pub once: Option<String>,
    /// Whether the same was said in several places lately.
    pub is_repeated: bool,
}

/// The words of a reply, new or changed.
#[derive(Debug, Clone)]
pub struct Change {
    /// The words.
    pub body: Body,
    /// Content notes.
    pub notes: Vec<ContentNote>,
    /// A content note in the writer's own words.
    pub note_words: NoteWords,
    /// How long they stay; none: as before, and for new words as long as the group keeps the thread.
    pub lasting: Option<Lasting>,
}

/// Why a reply may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What it was to answer is gone.
    #[error("the reply this was to answer has been taken back")]
    AnsweredGone,
    /// People share here, and do not answer each other.
    #[error("people share here and do not answer each other: a reply goes to whoever opened the thread")]
    Crosstalk,
    /// More replies than a thread has numbers for.
    #[error("this thread is full: open a new one")]
    Full,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AnsweredGone => "answered-gone",
            Self::Crosstalk => "reply-crosstalk",
            Self::Full => "thread-full",
        }
    }

    fn kind(&self) -> kernel::Kind {
        kernel::Kind::Conflict
    }
}
