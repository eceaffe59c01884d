//! A card on top of a page for those who look after it, or for whoever asked to be looked out for. What it says is known to a storey above; it is handed down.

use super::Shell;
use crate::kernel::Moment;

/// Something waits to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The key of what is the matter, in the words of the gravest reason; empty where it is one's own.
    pub heading: String,
    /// The key of what it is about.
    pub key: &'static str,
    /// How many people told. Never who.
    pub people: i64,
    /// When it was told first, to the quarter hour.
    pub since: Moment,
    /// Where to look and decide; where it is one's own, what is pressed when it is over.
    pub url: String,
    /// Somebody else who looks at it right now.
    pub taken_by: Option<String>,
    /// Whether this viewer does.
    pub is_mine: bool,
    /// Whether it is about oneself, and by one's own wish.
    pub is_own: bool,
}

impl Card {
    /// How long it waits, in words.
    #[must_use]
    pub fn waits(&self, ui: &Shell) -> String {
        ui.when(&self.since.day(), &Some(self.since))
    }
}
