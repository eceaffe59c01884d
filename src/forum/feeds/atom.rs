//! The open web's threads for readers of feeds: plain excerpts, and nothing but the note of a post that bears one.

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

use crate::forum::content_notes::{self, HouseRule};
use crate::forum::threads::{Author, CardRow};
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
    /// A group's own rules for content notes; none: all are folded.
    pub rules: Vec<HouseRule>,
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
        entries: rows.iter().map(|row| entry(ui, origin, &head.rules, row)).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(ui: &Shell, origin: &str, rules: &[HouseRule], row: &CardRow) -> Entry {
    let (thread, author, group) = row;
    let url = format!("{origin}{}", urls::thread(&thread.public_id));
    let notes = thread.content_notes();
    let (title, summary) = if content_notes::is_folded(rules, &notes) {
        let why = ui.t1("fold-note", "notes", content_notes::listed(ui, &notes));
        (ui.t("thread-folded-title").into_owned(), why)
    } else {
        (thread.title.clone(), text::excerpt(&markdown::plain(&thread.body), EXCERPT))
    };
    Entry {
        title: Text::plain(title),
        id: url.clone(),
        updated: date(said(row)),
        published: Some(date(said(row))),
        authors: vec![Person { name: byline(ui, author), ..Person::default() }],
        categories: vec![Category {
            term: group.name.clone(),
            scheme: None,
            label: Some(group.title.clone()),
        }],
        links: vec![link(&url, "alternate")],
        summary: Some(Text::plain(summary)),
        ..Entry::default()
    }
}

/// Who wrote it; and whom they work for, if they are paid in this field.
fn byline(ui: &Shell, author: &Author) -> String {
    let label = author.label.said(ui);
    if label.is_empty() { author.name.clone() } else { format!("{} ({label})", author.name) }
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
