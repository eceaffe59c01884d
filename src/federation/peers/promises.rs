//! What a community promises another when they become partners: who runs it, its rules, its program, how long it keeps things.

use serde::{Deserialize, Serialize};

use crate::admin::settings;
use crate::db::Db;
use crate::forum::lasting;
use crate::kernel::{Error, text};

/// Letters that are read of what others say; more is cut off.
const LINE_MAX: usize = 160;
const TEXT_MAX: usize = 5_000;

/// What a community says of itself. Unknown parts are ignored, missing ones are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Promises {
    /// What it is called.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// How people talk there; Markdown.
    pub rules: String,
    /// Who runs it and how they are reached; Markdown.
    pub contact: String,
    /// The program it runs.
    pub software: String,
    /// Its version.
    pub version: String,
    /// Whether it keeps what is for partners among partners.
    pub keeps_limits: bool,
    /// Days for which it keeps words that were taken back; 0: it does not say.
    pub remains_days: u32,
    /// Days for which it keeps earlier wordings; 0: it does not say.
    pub wordings_days: u32,
}

impl Promises {
    /// What this community promises, from its settings.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn ours(db: &mut Db) -> Result<Self, Error> {
        let community = settings::community(db)?;
        let days = |days: i64| u32::try_from(days).unwrap_or(0);
        let said = community.map(|own| Self {
            name: own.name,
            summary: own.sentence,
            rules: own.how_we_talk,
            contact: own.contact,
            wordings_days: days(own.keeping.wordings),
            ..Self::default()
        });
        Ok(Self {
            software: "hearthside".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            keeps_limits: true,
            remains_days: days(lasting::REMAINS_DAYS),
            ..said.unwrap_or_default()
        })
    }

    /// What another community said, cut to what a page can hold. Nothing in it is believed.
    #[must_use]
    pub fn read(said: &serde_json::Value) -> Self {
        let raw: Self = serde_json::from_value(said.clone()).unwrap_or_default();
        Self {
            name: line(&raw.name),
            summary: line(&raw.summary),
            rules: block(&raw.rules),
            contact: block(&raw.contact),
            software: line(&raw.software),
            version: line(&raw.version),
            ..raw
        }
    }
}

fn line(raw: &str) -> String {
    text::excerpt(raw, LINE_MAX)
}

fn block(raw: &str) -> String {
    let cut: String = raw.chars().take(TEXT_MAX).collect();
    text::block(&cut, 0, TEXT_MAX).unwrap_or_default()
}

#[test]
fn what_others_say_is_cut_to_what_a_page_can_hold() {
    let said = serde_json::json!({
        "name": "Calm\u{202e} Water\n\n", "rules": "a\n".repeat(9_000), "remainsDays": 30, "surprise": [1, 2],
    });
    let read = Promises::read(&said);
    assert!(read.rules.len() <= TEXT_MAX && read.remains_days == 30 && !read.name.contains('\n'));
    assert_eq!(Promises::read(&serde_json::json!({"name": 7})), Promises::default());
    assert_eq!(Promises::read(&serde_json::json!("words")), Promises::default());
}
