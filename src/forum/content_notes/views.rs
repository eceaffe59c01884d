//! Content notes as a reader meets them.

use super::{ContentNote, Handling, HouseRule, Notes};
use crate::ui::Shell;

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

/// What stands on the fold over somebody's words for this reader; none: the words are open.
///
/// A word the reader muted folds first; then every note that neither the reader nor the group opens.
#[must_use]
pub fn fold(ui: &Shell, rules: &[HouseRule], notes: &Notes, text: &str) -> Option<String> {
    if ui.reading.muted_in(text).is_some() {
        return Some(ui.t("fold-muted").into_owned());
    }
    let is_open = |note: &ContentNote| {
        ui.reading.opens(note.code())
            || rules.iter().any(|rule| rule.note == *note && rule.handling == Handling::Allow)
    };
    let own_is_open = notes.words.is_empty() || ui.reading.opens("own");
    if own_is_open && notes.labels.iter().all(is_open) {
        return None;
    }
    Some(ui.t1("fold-note", "notes", listed(ui, notes)))
}
