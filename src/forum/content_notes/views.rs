//! Content notes as a reader meets them.

use std::borrow::Cow;

use super::{ContentNote, HouseRule, Notes};
use crate::db::Db;
use crate::forum::groups::{self, NoteRule, Ruled};
use crate::http::muted::{Hush, MutedWords};
use crate::kernel::{Error, GroupId};
use crate::policy::Viewer;
use crate::ui::{Shell, Words};

/// A group's rules for labels, with the titles of the groups it sends people to, where the viewer may know of them.
///
/// # Errors
/// A fault of the database.
pub fn house_rules(db: &mut Db, viewer: &Viewer, group: GroupId) -> Result<Vec<HouseRule>, Error> {
    let mut rules = Vec::new();
    for Ruled { note, rule, elsewhere } in groups::note_rules(db, group)? {
        let named = elsewhere.and_then(|name| groups::find_by_name(db, viewer, &name).ok());
        rules.push(HouseRule { note, rule, elsewhere: named.map(|group| (group.name, group.title)) });
    }
    Ok(rules)
}

/// A label in the reader's words.
#[must_use]
pub fn label(ui: &Shell, note: &ContentNote) -> String {
    ui.t(&format!("note-{}", note.code())).into_owned()
}

/// A post's notes as one list of words.
#[must_use]
pub fn listed(ui: &Shell, notes: &Notes) -> String {
    let labels = notes.labels.iter().map(|note| label(ui, note));
    let own = (!notes.words.is_empty()).then(|| notes.words.clone());
    labels.chain(own).collect::<Vec<_>>().join(", ")
}

/// Words as somebody said them, to be held against what a reader would rather not meet.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// Their title; empty: they have none.
    pub title: &'a str,
    /// The words; empty where a list does not show them.
    pub body: &'a str,
    /// Whether it was the reader who said them.
    pub is_own: bool,
    /// Whether the reader told of them and had them folded for themself.
    pub is_told: bool,
}

/// What stands on the fold over somebody's words for this reader; none: the words are open.
///
/// What the reader told of folds first, then a word they muted; then every note that neither they nor the group open.
#[must_use]
pub fn fold(ui: &Shell, rules: &[HouseRule], notes: &Notes, said: Said<'_>) -> Option<String> {
    why_folded(ui, rules, notes, said).map(|why| why.words(ui, notes))
}

/// As [`fold`], for a post with a title: what stands on the fold, and the title or what stands in its place.
#[must_use]
pub fn fold_titled(
    ui: &Shell,
    rules: &[HouseRule],
    notes: &Notes,
    said: Said<'_>,
) -> (Option<String>, String) {
    match why_folded(ui, rules, notes, said) {
        None => (None, said.title.to_owned()),
        Some(why) => (Some(why.words(ui, notes)), why.title(ui)),
    }
}

/// What becomes of words for whoever muted these: a post's notes are looked through with it, as they read in each
/// language. None: nothing does, or they are the reader's own.
#[must_use]
pub fn hush(muted: &MutedWords, notes: &Notes, said: Said<'_>) -> Option<Hush> {
    if muted.is_empty() || said.is_own {
        return None;
    }
    let labels: Vec<Cow<'static, str>> = Words::spoken()
        .flat_map(|words| notes.labels.iter().map(move |note| words.t(&format!("note-{}", note.code()))))
        .collect();
    let mut texts = vec![said.title, said.body, notes.words.as_str()];
    texts.extend(labels.iter().map(|label| &**label));
    muted.met_in(&texts)
}

/// Whether lists leave these words out for whoever muted these.
#[must_use]
pub fn is_hidden(muted: &MutedWords, notes: &Notes, said: Said<'_>) -> bool {
    hush(muted, notes, said) == Some(Hush::Hide)
}

/// Why words are folded for this reader.
#[derive(Debug, Clone, Copy)]
enum Why {
    Told,
    Muted,
    Noted,
}

impl Why {
    fn words(self, ui: &Shell, notes: &Notes) -> String {
        match self {
            Self::Told => ui.t("fold-told").into_owned(),
            Self::Muted => ui.t("fold-muted").into_owned(),
            Self::Noted => ui.t1("fold-note", "notes", listed(ui, notes)),
        }
    }

    fn title(self, ui: &Shell) -> String {
        match self {
            Self::Told => ui.t("thread-told-title").into_owned(),
            Self::Muted => ui.t("thread-muted-title").into_owned(),
            Self::Noted => ui.t("thread-folded-title").into_owned(),
        }
    }
}

fn why_folded(ui: &Shell, rules: &[HouseRule], notes: &Notes, said: Said<'_>) -> Option<Why> {
    if said.is_told {
        return Some(Why::Told);
    }
    if hush(&ui.muted, notes, said).is_some() {
        return Some(Why::Muted);
    }
    (!is_open(rules, notes, |code| ui.reading.opens(code))).then_some(Why::Noted)
}

/// What stands where a post's title would. A title is of the words, often their first line: where they are folded
/// for this reader, it is folded with them, in every list and on every page.
#[must_use]
pub fn shown_title(ui: &Shell, rules: &[HouseRule], notes: &Notes, said: Said<'_>) -> String {
    match why_folded(ui, rules, notes, said) {
        None => said.title.to_owned(),
        Some(why) => why.title(ui),
    }
}

/// Whether its notes fold a post for readers of whom nothing is known: programs, and readers of feeds.
#[must_use]
pub fn is_folded(rules: &[HouseRule], notes: &Notes) -> bool {
    !is_open(rules, notes, |_| false)
}

/// Whether a reader who opens these notes meets a post's words at once. `own` is a note in the writer's words.
fn is_open(rules: &[HouseRule], notes: &Notes, opens: impl Fn(&str) -> bool) -> bool {
    let is_allowed =
        |note: &ContentNote| rules.iter().any(|rule| rule.note == *note && rule.rule == NoteRule::Allow);
    (notes.words.is_empty() || opens("own"))
        && notes.labels.iter().all(|note| opens(note.code()) || is_allowed(note))
}
