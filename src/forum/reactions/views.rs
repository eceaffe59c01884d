//! The kind words under one post, as one reader meets them.

use super::{Amount, Counts, Post, Reaction, order};
use crate::forum::threads::Kind;
use crate::ui::urls;

/// The words under a post.
#[derive(Debug, Clone)]
pub struct Acts {
    /// Where pressing one leads.
    pub url: String,
    /// The element's id: what is swapped in place.
    pub part: String,
    /// Where the reader is, to come back to.
    pub back: String,
    /// The words, most fitting first.
    pub chips: Vec<Chip>,
    /// Whether they can be pressed: somebody else's post, and a reader who is signed in.
    pub can_press: bool,
    /// Where the writer sees who; none for others, and where there is nobody.
    pub who_url: Option<String>,
}

/// One word.
#[derive(Debug, Clone)]
pub struct Chip {
    /// Which.
    pub word: Reaction,
    /// How many, in words.
    pub amount: Amount,
    /// Whether it is the reader's own.
    pub is_mine: bool,
}

impl Chip {
    /// Whether anybody put it.
    #[must_use]
    pub fn has_any(&self) -> bool {
        self.amount != Amount::Nobody
    }
}

/// What is known of the reader.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// Whether somebody is signed in.
    pub is_signed_in: bool,
    /// Whether they wrote the post.
    pub is_author: bool,
    /// Their own word.
    pub mine: Option<Reaction>,
}

impl Acts {
    /// The words under `post`; `kind` is none for a reply.
    #[must_use]
    pub fn of(post: &Post, kind: Option<Kind>, counts: &Counts, reader: Reader, back: &str) -> Self {
        let can_press = reader.is_signed_in && !reader.is_author;
        let chips: Vec<Chip> = order(kind)
            .into_iter()
            .map(|word| Chip { word, amount: counts.amount(word), is_mine: reader.mine == Some(word) })
            .filter(|chip| can_press || chip.has_any())
            .collect();
        let (place, name) = match &post.reply {
            Some(reply) => (urls::reply(&post.thread, reply), reply.to_string()),
            None => (urls::thread(&post.thread), "post".to_owned()),
        };
        let who_url = (reader.is_author && !chips.is_empty()).then(|| format!("{place}/reactions"));
        let (url, part) = (format!("{place}/react"), format!("acts-{name}"));
        Self { url, part, back: back.to_owned(), chips, can_press, who_url }
    }
}
