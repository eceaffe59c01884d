//! What was found.

use diesel::prelude::*;

use crate::forum::content_notes::{self, Notes, Said};
use crate::forum::folds::Folds;
use crate::forum::threads::{Author, InGroup, Thread};
use crate::http::muted::MutedWords;
use crate::kernel::{Day, FaceId, Moment, PublicId, ReplyId};

/// A thread or a reply that holds the words.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Hit {
    /// The thread, or the thread of the reply.
    pub thread: Thread,
    /// Who wrote the words that were found.
    pub author: Author,
    /// Where.
    pub group: InGroup,
    /// The reply, if the words are in one.
    pub reply: Option<Answer>,
}

impl Hit {
    /// What addresses call it; the key to go on from.
    #[must_use]
    pub fn key(&self) -> &PublicId {
        self.reply.as_ref().map_or(&self.thread.public_id, |reply| &reply.public_id)
    }
}

impl Hit {
    /// Whose words were found.
    #[must_use]
    pub fn author_face(&self) -> FaceId {
        self.reply.as_ref().map_or(self.thread.author_face, |reply| reply.author_face)
    }

    /// What its thread's title and words are for this reader, and then the words that were found.
    #[must_use]
    pub fn said(&self, is_mine: impl Fn(FaceId) -> bool, folds: &Folds) -> (Said<'_>, Said<'_>) {
        let thread = &self.thread;
        let opening = Said {
            title: &thread.title,
            body: &thread.body,
            is_own: is_mine(thread.author_face),
            is_told: folds.has(thread.id, None),
        };
        let found = match &self.reply {
            Some(reply) => Said {
                title: "",
                body: &reply.body,
                is_own: is_mine(reply.author_face),
                is_told: folds.has(thread.id, Some(reply.id)),
            },
            None => Said { title: "", ..opening },
        };
        (opening, found)
    }

    /// Whether whoever muted these is to find it: neither the thread nor the reply holds one that hides.
    #[must_use]
    pub fn is_for(&self, me: FaceId, muted: &MutedWords) -> bool {
        // What somebody folded is found all the same.
        let (opening, given) = self.said(|face| face == me, &Folds::default());
        let hides = self.reply.as_ref().is_some_and(|answer| {
            content_notes::is_hidden(muted, &Notes::stored(&answer.notes, &answer.note_words), given)
        });
        !hides && !content_notes::is_hidden(muted, &self.thread.content_notes(), opening)
    }
}

/// A reply, as far as search shows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Answer {
    /// Its sequence; never shown.
    pub id: ReplyId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// Who gave it.
    pub author_face: FaceId,
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
}

/// A piece of an excerpt; those that were looked for are marked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Piece {
    /// Plain text.
    pub text: String,
    /// Whether it was looked for.
    pub is_match: bool,
}

/// A find as one reader sees it.
#[derive(Debug, Clone)]
pub struct Find {
    /// Where it is.
    pub url: String,
    /// The thread's title, or a sentence in its place where the thread is folded.
    pub title: Vec<Piece>,
    /// The title behind the fold.
    pub folded_title: Option<Vec<Piece>>,
    /// The words around the first match, without Markdown.
    pub excerpt: Vec<Piece>,
    /// What stands on the fold; none: the words are open.
    pub fold: Option<String>,
    /// Whether it is a reply.
    pub is_reply: bool,
    /// Who wrote it.
    pub author: Author,
    /// Where.
    pub group: InGroup,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly, if the group shows times.
    pub said_at: Option<Moment>,
}
