//! What a list shows of a thread.

use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use crate::db::schema::{group_, thread};
use crate::forum::threads::{Author, Kind};
use crate::kernel::{Day, GroupId, Moment, PublicId, ThreadId, Week, markdown, text};
use crate::policy::Reach;
use crate::ui::Shell;

/// Letters of a post that a list shows.
const EXCERPT: usize = 240;
/// Letters of a post that a list reads: some of them are Markdown.
const OPENING: i32 = 600;

diesel::define_sql_function! {
    /// A piece of a text; the first letter is 1.
    fn substr(text: Text, from: Integer, letters: Integer) -> Text;
}

/// The opening post of a thread, as far as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = thread)]
pub struct Post {
    /// Its sequence; never shown.
    pub id: ThreadId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// What kind of post it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// How it begins, in Markdown; may break off anywhere.
    #[diesel(select_expression = substr(thread::body, 1, OPENING))]
    #[diesel(select_expression_type = substr<thread::body, i32, i32>)]
    pub opening: String,
    /// Content notes, codes with a space between.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// How far it travels.
    pub reach: Reach,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly; none where the group allows aliases.
    pub said_at: Option<Moment>,
    /// Whether it asks for an answer before others.
    pub is_hard: bool,
    /// Whether it still waits for a first answer.
    pub is_waiting: Option<bool>,
    /// Set: no new replies.
    pub locked_at: Option<Moment>,
}

impl Post {
    /// How it begins, without Markdown, on one line; empty if the title says it all.
    #[must_use]
    pub fn excerpt(&self) -> String {
        let words = text::excerpt(&markdown::plain(&self.opening), EXCERPT);
        let title = self.title.trim_end_matches('…');
        if words.trim_end_matches('…') == title { String::new() } else { words }
    }

    /// Whether its writer put a content note on it.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        !self.notes.is_empty() || !self.note_words.is_empty()
    }
}

/// Where something was said.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = group_)]
pub struct Place {
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
}

/// A row of a list: a post, its writer, its group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Card {
    /// The opening post.
    pub post: Post,
    /// Who wrote it.
    pub author: Author,
    /// Since when their face is here.
    pub since: Week,
    /// Where.
    pub place: Place,
}

impl Card {
    /// Whether its writer came in less than two weeks ago. An alias never says so: it would date its owner.
    #[must_use]
    pub fn is_by_newcomer(&self, now: &Moment) -> bool {
        self.author.kind == "name" && now.week().0 - self.since.0 < 2
    }

    /// Why a reader sees it folded: the content notes they did not open, or a word they muted.
    #[must_use]
    pub fn fold(&self, ui: &Shell) -> Option<String> {
        let post = &self.post;
        fold(ui, &post.notes, &post.note_words, &format!("{} {}", post.title, post.opening))
    }
}

/// Why a reader sees words folded: the content notes they did not open, or a word they muted.
#[must_use]
pub fn fold(ui: &Shell, notes: &str, note_words: &str, words: &str) -> Option<String> {
    let closed = notes.split(' ').filter(|note| !note.is_empty() && !ui.reading.opens(note));
    let mut labels: Vec<String> = closed.map(|note| ui.t(&format!("note-{note}")).into_owned()).collect();
    labels.extend((!note_words.is_empty()).then(|| note_words.to_owned()));
    if labels.is_empty() {
        return ui.reading.muted_in(words).map(|word| ui.t1("fold-muted", "word", word));
    }
    Some(labels.join(", "))
}

/// A group of one's own, with its newest line.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Room {
    /// Its id; never shown.
    pub id: GroupId,
    /// The group.
    pub place: Place,
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
