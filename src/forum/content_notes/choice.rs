//! The choice of content notes within a form: read from its fields, drawn by a part of the page.

use super::{ContentNote, HouseRule};
use crate::forum::groups::NoteRule;
use crate::http::Fields;

/// The name of the boxes, and the value of the one that says no note is needed.
const FIELD: &str = "note";
const NONE: &str = "none";

/// One label to choose.
#[derive(Debug, Clone)]
pub struct Label {
    /// Which.
    pub note: ContentNote,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The labels of a form.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Shown at once: those the group asks for, then the common ones.
    pub first: Vec<Label>,
    /// Behind "more".
    pub more: Vec<Label>,
    /// Whether "more" is open: something in it is chosen.
    pub more_is_open: bool,
    /// Whether the group asks for a word on this.
    pub is_asked: bool,
    /// Whether the writer said that none fits.
    pub none_fits: bool,
    /// The writer's own words.
    pub words: String,
    /// Groups that chosen labels belong in, by name and title.
    pub elsewhere: Vec<(String, String)>,
}

/// The labels chosen in a form, without repeats.
#[must_use]
pub fn chosen(fields: &Fields) -> Vec<ContentNote> {
    let sent: Vec<ContentNote> = fields.all(FIELD).filter_map(ContentNote::parse).collect();
    ContentNote::ALL.iter().copied().filter(|note| sent.contains(note)).collect()
}

/// Whether the writer said that no label fits.
#[must_use]
pub fn none_fits(fields: &Fields) -> bool {
    fields.has(FIELD, NONE)
}

impl Choice {
    /// The labels of a form for a group with these rules.
    #[must_use]
    pub fn of(fields: &Fields, rules: &[HouseRule]) -> Self {
        let chosen = chosen(fields);
        let asked = |note: &ContentNote| {
            rules.iter().any(|rule| rule.note == *note && rule.rule == NoteRule::Require)
        };
        let boxed = |note: ContentNote| Label { note, is_chosen: chosen.contains(&note) };
        let is_first = |note: &ContentNote| asked(note) || ContentNote::COMMON.contains(note);
        let (mut first, more): (Vec<ContentNote>, Vec<ContentNote>) =
            ContentNote::COMMON.into_iter().chain(ContentNote::others()).partition(is_first);
        first.sort_by_key(|note| !asked(note));
        let more: Vec<Label> = more.into_iter().map(boxed).collect();
        let elsewhere = rules
            .iter()
            .filter(|rule| rule.rule == NoteRule::Elsewhere && chosen.contains(&rule.note))
            .filter_map(|rule| rule.elsewhere.clone())
            .collect();
        Self {
            first: first.into_iter().map(boxed).collect(),
            more_is_open: more.iter().any(|each| each.is_chosen) || !fields.one("note_words").is_empty(),
            more,
            is_asked: rules.iter().any(|rule| rule.rule == NoteRule::Require),
            none_fits: none_fits(fields),
            words: fields.one("note_words").to_owned(),
            elsewhere,
        }
    }

    /// The same without the way to another group: words that stand here already do not move.
    #[must_use]
    pub fn staying(mut self) -> Self {
        self.elsewhere.clear();
        self
    }
}

/// The fields of a form that holds these notes already.
#[must_use]
pub fn fields(notes: &super::Notes) -> Vec<(String, String)> {
    let labels = notes.labels.iter().map(|note| (FIELD.to_owned(), note.code().to_owned()));
    labels.chain([("note_words".to_owned(), notes.words.clone())]).collect()
}
