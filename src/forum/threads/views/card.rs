//! Threads as lists show them: one item of a feed.

use crate::forum::content_notes::{self, HouseRule, Said};
use crate::forum::folds::Folds;
use crate::forum::reactions::{self, Amount, Reaction};
use crate::forum::threads::{Author, InGroup, Thread};
use crate::kernel::{markdown, text};
use crate::ui::Shell;

/// How many letters of a post a feed shows.
const EXCERPT_LETTERS: usize = 220;

/// What a feed selects: `(cols::<Thread>(), cols::<Author>(), cols::<InGroup>())`.
pub type CardRow = (Thread, Author, InGroup);

/// One item of a feed.
#[derive(Debug, Clone)]
pub struct Card {
    /// The thread.
    pub thread: Thread,
    /// Who wrote it.
    pub author: Author,
    /// Where.
    pub group: InGroup,
    /// Its title, or a sentence in its place where its words are folded.
    pub title: String,
    /// The beginning of its words; empty where they are folded.
    pub excerpt: String,
    /// What stands on the fold; none: the words are open.
    pub fold: Option<String>,
    /// The kind words it has, most fitting first; those nobody put are left out.
    pub amounts: Vec<(Reaction, Amount)>,
    /// Whether it waits for a first answer.
    pub is_waiting: bool,
}

impl Card {
    /// The item for one reader, who folded this. `rules` are the group's own for content notes; none: all are folded.
    #[must_use]
    pub fn of(ui: &Shell, (thread, author, group): CardRow, (rules, folds): (&[HouseRule], &Folds)) -> Self {
        let said = said(ui, &thread, folds);
        let (fold, title) = content_notes::fold_titled(ui, rules, &thread.content_notes(), said);
        let words = if fold.is_none() { markdown::plain(&thread.body) } else { String::new() };
        // A title made of the first line is not said twice.
        let rest = words.strip_prefix(thread.title.as_str()).unwrap_or(&words);
        let amounts = reactions::order(Some(thread.kind))
            .into_iter()
            .map(|word| (word, thread.counts.amount(word)))
            .filter(|(_, amount)| *amount != Amount::Nobody)
            .collect();
        Self {
            title,
            excerpt: text::excerpt(rest, EXCERPT_LETTERS),
            fold,
            amounts,
            is_waiting: thread.is_waiting.is_some(),
            thread,
            author,
            group,
        }
    }

    /// The key of the words for how many answered.
    #[must_use]
    pub const fn has_replies(&self) -> bool {
        self.thread.reply_count > 0
    }
}

/// A thread's title, or a sentence in its place where its words are folded for this reader.
#[must_use]
pub fn shown_title(ui: &Shell, thread: &Thread, (rules, folds): (&[HouseRule], &Folds)) -> String {
    content_notes::shown_title(ui, rules, &thread.content_notes(), said(ui, thread, folds))
}

fn said<'a>(ui: &Shell, thread: &'a Thread, folds: &Folds) -> Said<'a> {
    Said {
        title: &thread.title,
        body: &thread.body,
        is_own: ui.is_me(thread.author_face),
        is_told: folds.has(thread.id, None),
    }
}
