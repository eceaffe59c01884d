//! Content notes as a reader meets them.

use super::{ContentNote, HouseRule, Notes};
use crate::db::Db;
use crate::forum::groups::{self, NoteRule, Ruled};
use crate::kernel::{Error, GroupId};
use crate::policy::Viewer;
use crate::ui::Shell;

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
            || rules.iter().any(|rule| rule.note == *note && rule.rule == NoteRule::Allow)
    };
    let own_is_open = notes.words.is_empty() || ui.reading.opens("own");
    if own_is_open && notes.labels.iter().all(is_open) {
        return None;
    }
    Some(ui.t1("fold-note", "notes", listed(ui, notes)))
}
