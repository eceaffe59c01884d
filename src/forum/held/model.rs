//! What waits, and what may be decided of it.

use crate::forum::replies::Reply;
use crate::forum::threads::{Author, Thread};
use crate::kernel::{Bounded, FaceId, Html, PublicId, markdown};

/// A sentence for an alias: one line.
pub type Sentence = Bounded<3, 280, false>;

/// Words that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The thread, or the one to be answered.
    pub thread: Thread,
    /// The reply; none: the thread itself waits.
    pub reply: Option<Reply>,
    /// The alias.
    pub author: Author,
}

impl Waiting {
    /// The words.
    #[must_use]
    pub fn html(&self) -> Html {
        markdown::render(self.reply.as_ref().map_or(&self.thread.body, |reply| &reply.body))
    }

    /// Whose they are.
    #[must_use]
    pub fn face(&self) -> FaceId {
        self.reply.as_ref().map_or(self.thread.author_face, |reply| reply.author_face)
    }

    /// The reply's id in a form; empty for a thread.
    #[must_use]
    pub fn reply_id(&self) -> String {
        self.reply.as_ref().map(|reply| reply.public_id.to_string()).unwrap_or_default()
    }
}

/// A thread, or a reply in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// The thread.
    pub thread: PublicId,
    /// The reply; none: the thread itself.
    pub reply: Option<PublicId>,
}

/// What becomes of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They stand.
    LetThrough,
    /// They do not, and why.
    NotHere(Sentence),
}
