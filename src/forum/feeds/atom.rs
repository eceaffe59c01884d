//! The open web's threads for readers of feeds: plain excerpts, and nothing but the note of a post that bears one.

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

use crate::forum::content_notes;
use crate::forum::threads::CardRow;
use crate::kernel::{Moment, markdown, text};
use crate::ui::{Shell, urls};

/// Letters of an excerpt.
const EXCERPT: usize = 280;

/// What a feed is of.
pub struct Head {
    /// Its title.
    pub title: String,
    /// The page it belongs to.
    pub path: String,
}

/// RFC 4287. `origin` is the address people type.
#[must_use]
pub fn feed(ui: &Shell, origin: &str, head: &Head, rows: &[CardRow]) -> String {
    let page = format!("{origin}{}", head.path);
    let own = format!("{}/feed.atom", page.trim_end_matches('/'));
    let updated = rows.first().map_or(Moment(0), said);
    let feed = Feed {
        title: Text::plain(head.title.clone()),
        id: own.clone(),
        updated: date(updated),
        lang: Some(ui.house.language.code().to_owned()),
        links: vec![link(&own, "self"), link(&page, "alternate")],
        generator: Some(Generator { value: "Hearthside".to_owned(), uri: None, version: None }),
        entries: rows.iter().map(|row| entry(ui, origin, row)).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(ui: &Shell, origin: &str, row: &CardRow) -> Entry {
    let (thread, author, group) = row;
    let url = format!("{origin}{}", urls::thread(&thread.public_id));
    let notes = thread.content_notes();
    let (title, summary) = if notes.is_empty() {
        let words = text::excerpt(&markdown::plain(&thread.body), EXCERPT);
        (thread.title.clone(), Some(Text::plain(words)))
    } else {
        // A title may be the first line of what is folded.
        (ui.t1("feed-noted", "notes", content_notes::listed(ui, &notes)), None)
    };
    Entry {
        title: Text::plain(title),
        id: url.clone(),
        updated: date(said(row)),
        published: Some(date(said(row))),
        authors: vec![Person { name: author.name.clone(), ..Person::default() }],
        categories: vec![Category {
            term: group.name.clone(),
            scheme: None,
            label: Some(group.title.clone()),
        }],
        links: vec![link(&url, "alternate")],
        summary,
        ..Entry::default()
    }
}

/// Where a group hides times, the day's first moment.
fn said((thread, _, _): &CardRow) -> Moment {
    thread.said_at.unwrap_or_else(|| thread.said_on.start())
}

fn date(at: Moment) -> FixedDateTime {
    at.rfc3339().parse().unwrap_or_default()
}

fn link(url: &str, rel: &str) -> Link {
    Link { href: url.to_owned(), rel: rel.to_owned(), ..Link::default() }
}
