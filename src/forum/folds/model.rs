//! What one reader has folded, as one request holds it.

use std::collections::HashSet;

use crate::identity::aliases::Hand;
use crate::kernel::{ReplyId, ThreadId};

/// What a fold is for, among all that a secret makes.
const PURPOSE: &str = "folds";

/// The folds of some threads, whosesoever they are, and what finds the reader's own among them.
#[derive(Debug, Clone, Default)]
pub struct Folds {
    hand: Option<Hand>,
    marks: HashSet<String>,
}

impl Folds {
    /// Those of a reader; without what a live session holds, none is found.
    pub(super) const fn new(hand: Option<Hand>, marks: HashSet<String>) -> Self {
        Self { hand, marks }
    }

    /// Whether the reader folded this thread, or this reply in it.
    #[must_use]
    pub fn has(&self, thread: ThreadId, reply: Option<ReplyId>) -> bool {
        let Some(hand) = self.hand.as_ref().filter(|_| !self.marks.is_empty()) else { return false };
        self.marks.contains(&mark(hand, thread, reply))
    }
}

/// What somebody's fold of something is known by: the same however often they fold it.
pub(super) fn mark(hand: &Hand, thread: ThreadId, reply: Option<ReplyId>) -> String {
    let what = match reply {
        Some(reply) => format!("reply:{reply}"),
        None => format!("thread:{thread}"),
    };
    hand.mark(PURPOSE, &what)
}
