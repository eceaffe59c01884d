//! What every page says of the community itself.

use crate::kernel::Language;

/// The community, as the shell around each page needs it. Read once, kept until the host changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct House {
    /// Its name.
    pub name: String,
    /// One sentence about it.
    pub sentence: String,
    /// The name shown instead in discreet mode.
    pub neutral_name: String,
    /// Where "Leave" leads.
    pub leave_url: String,
    /// Where else a member may choose that it leads.
    pub leave_more: Vec<String>,
    /// The language of its own words.
    pub language: Language,
    /// ISO 3166-1 alpha-2, or empty.
    pub country: String,
    /// The number for danger to life of each country that has one among the host's helplines.
    pub emergencies: Vec<(String, String)>,
    /// How old members must be.
    pub age: i64,
    /// Who may come in: `open`, `ask`, `invitation` or `closed`.
    pub doors: String,
    /// Whether set-up is finished.
    pub is_open: bool,
    /// Whether search engines may read open-web pages.
    pub is_indexed: bool,
    /// Whether the disk takes new words.
    pub has_room: bool,
    /// A partner community that shows to visitors what is for partners; empty if there is none.
    pub open_partner: String,
}

impl Default for House {
    fn default() -> Self {
        Self {
            name: "Hearthside".to_owned(),
            sentence: String::new(),
            neutral_name: "Notes".to_owned(),
            leave_url: "https://www.wikipedia.org/".to_owned(),
            leave_more: Vec::new(),
            language: Language::En,
            country: String::new(),
            emergencies: Vec::new(),
            age: 18,
            doors: "closed".to_owned(),
            is_open: false,
            is_indexed: false,
            has_room: true,
            open_partner: String::new(),
        }
    }
}
