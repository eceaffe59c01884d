//! Openings for whoever does not know how to begin an answer: warm, short, and never advice.

use crate::kernel::PublicId;
use crate::ui::{Shell, urls};

/// What a link calls an opening, and the words it stands for.
const STARTERS: [(&str, &str); 5] = [
    ("glad", "reply-starter-glad"),
    ("been", "reply-starter-been"),
    ("hear", "reply-starter-hear"),
    ("thanks", "reply-starter-thanks"),
    ("near", "reply-starter-near"),
];

/// One opening, as the form offers it.
pub struct Starter {
    pub words: String,
    pub url: String,
}

/// The words of an opening; a name nobody gave is none.
pub(super) fn words(ui: &Shell, name: &str) -> Option<String> {
    STARTERS.iter().find(|(known, _)| *known == name).map(|(_, key)| ui.t(key).into_owned())
}

/// The openings to choose from. None once something is written: following a link would lose it.
pub(super) fn offered(ui: &Shell, thread: &PublicId, (to, body): (&str, &str)) -> Vec<Starter> {
    if !body.trim().is_empty() {
        return Vec::new();
    }
    let form = urls::in_thread(thread, "reply");
    let to = if to.is_empty() { String::new() } else { format!("&to={}", urls::segment(to)) };
    let each = STARTERS.iter();
    each.map(|(name, key)| Starter { words: ui.t(key).into_owned(), url: format!("{form}?start={name}{to}") })
        .collect()
}
