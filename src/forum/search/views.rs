//! Finds as a reader meets them: the words around a match, with the match marked.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Find, Hit, Piece, store};
use crate::db::Db;
use crate::db::fulltext::{Terms, fold_word};
use crate::forum::content_notes::{self, Notes};
use crate::forum::folds::{self, Folds};
use crate::http::muted::MutedWords;
use crate::identity::aliases::Hand;
use crate::kernel::{Error, GroupId, Listed, PageSize, PublicId, markdown};
use crate::policy::Viewer;
use crate::ui::{Shell, urls};

/// Letters of an excerpt, and those that lead up to the first match.
const EXCERPT: usize = 240;
const LEAD: usize = 60;

/// What a reader folded in the threads of a page of finds.
///
/// # Errors
/// A fault of the database.
pub fn folds(db: &mut Db, hand: &Hand, page: &Listed<Hit, PublicId>) -> Result<Folds, Error> {
    folds::of(db, Some(hand), page.rows.iter().map(|hit| hit.thread.id))
}

/// A page of finds for whoever muted these words; the flag says whether some were left out.
///
/// # Errors
/// A fault of the database.
pub fn found(
    db: &mut Db,
    (viewer, muted): (&Viewer, &MutedWords),
    (terms, group): (&Terms, Option<GroupId>),
    before: Option<PublicId>,
) -> Result<(Listed<Hit, PublicId>, bool), Error> {
    if !muted.hides() {
        return Ok((store::find(db, viewer, terms, group, before.as_ref())?, false));
    }
    let (me, key) = (viewer.face(), |hit: &Hit| hit.key().clone());
    let keeps = |hit: &Hit| hit.is_for(me, muted);
    Listed::sifted(PageSize::FEED, before, (key, keeps), |before| {
        store::find(db, viewer, terms, group, before)
    })
}

impl Find {
    /// The find for one reader.
    #[must_use]
    pub fn of(ui: &Shell, hit: Hit, (terms, folds): (&Terms, &Folds)) -> Self {
        let (thread, reply) = (&hit.thread, &hit.reply);
        let (body, notes) = match reply {
            Some(reply) => (&reply.body, Notes::stored(&reply.notes, &reply.note_words)),
            None => (&thread.body, Notes::default()),
        };
        // Whoever folds a thread does not want its replies open either.
        let (words, own) = hit.said(|face| ui.is_me(face), folds);
        let (fold, title) = content_notes::fold_titled(ui, &[], &thread.content_notes(), words);
        let fold = fold.or_else(|| content_notes::fold(ui, &[], &notes, own));
        let url = match reply {
            Some(reply) => urls::reply(&thread.public_id, &reply.public_id),
            None => urls::thread(&thread.public_id),
        };
        let said = reply.as_ref().map_or((thread.said_on, thread.said_at), |r| (r.said_on, r.said_at));
        Self {
            url,
            folded_title: (title != thread.title).then(|| marked(&thread.title, terms)),
            title: marked(&title, terms),
            excerpt: marked(&window(&markdown::plain(body), terms), terms),
            fold,
            is_reply: reply.is_some(),
            said_on: said.0,
            said_at: said.1,
            author: hit.author,
            group: hit.group,
        }
    }
}

/// The part of a text around the first word that was looked for, on one line.
#[must_use]
pub fn window(text: &str, terms: &Terms) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = line.unicode_word_indices().find(|(_, word)| is_sought(word, terms)).map_or(0, |(at, _)| at);
    let lead = line.get(..first).unwrap_or_default().graphemes(true).rev().take(LEAD);
    let from = first - lead.map(str::len).sum::<usize>();
    // Begin with a whole word.
    let from = line.get(..from).and_then(|passed| passed.rfind(' ')).map_or(0, |space| space + 1);
    let rest = line.get(from..).unwrap_or_default();
    let end = rest.grapheme_indices(true).nth(EXCERPT).map(|(at, _)| at);
    let cut = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
    let before = if from > 0 { "… " } else { "" };
    let after = if end.is_some() { "…" } else { "" };
    format!("{before}{}{after}", cut.trim_end())
}

/// A text in pieces, the words that were looked for marked.
#[must_use]
pub fn marked(text: &str, terms: &Terms) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for part in text.split_word_bounds() {
        let is_match = is_sought(part, terms);
        match pieces.last_mut() {
            Some(last) if last.is_match == is_match => last.text.push_str(part),
            _ => pieces.push(Piece { text: part.to_owned(), is_match }),
        }
    }
    pieces
}

fn is_sought(word: &str, terms: &Terms) -> bool {
    fold_word(word).iter().any(|folded| terms.marks(folded))
}

#[test]
fn what_was_looked_for_is_marked_as_it_was_written() {
    let terms = Terms::parse("creme nig");
    let pieces = marked("One Crème, <b>Nights</b> & all", &terms);
    let shown: String = pieces
        .iter()
        .map(|piece| if piece.is_match { format!("[{}]", piece.text) } else { piece.text.clone() })
        .collect();
    assert_eq!(shown, "One [Crème], <b>[Nights]</b> & all");
}

#[test]
fn an_excerpt_begins_a_little_before_the_match() {
    let long = format!("{}needle {}", "hay ".repeat(100), "straw ".repeat(100));
    let excerpt = window(&long, &Terms::parse("needle"));
    assert!(
        excerpt.starts_with("… hay") && excerpt.contains("needle") && excerpt.ends_with('…'),
        "{excerpt}"
    );
    assert_eq!(window("short  and\nsweet", &Terms::parse("absent")), "short and sweet");
}
