//! What a form says of the rules before anything is sent: how things are here, and what is offered for these words.

use super::{Home, Refusal, Told, Why};
use crate::forum::content_notes::{self, ContentNote};
use crate::forum::groups::Advice;
use crate::http::Fields;
use crate::kernel::Refusal as _;
use crate::ui::Shell;

/// A content note to put on the words with one tick.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Its code.
    pub code: &'static str,
    /// What it is called.
    pub label: String,
    /// Whether it is ticked: at first it is, and then as the writer left it.
    pub is_ticked: bool,
}

/// What a form says of the rules.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// How things are in this group, whatever is written: sentences.
    pub always: Vec<String>,
    /// Content notes to offer.
    pub notes: Vec<Offered>,
    /// Better homes to offer.
    pub homes: Vec<Home>,
    /// What those who look after the group say of such words.
    pub sentences: Vec<String>,
    /// Whether the words begin by telling somebody what to do.
    pub says_you: bool,
    /// Whether the writer may ask that those answer who have been here a while; and whether that is ticked.
    pub shield: Option<bool>,
}

impl Hints {
    /// The hints for a form that holds these fields.
    #[must_use]
    pub fn of(ui: &Shell, told: Told, fields: &Fields) -> Self {
        let always = always(ui, &told);
        let shield = told.offers_shield.then(|| !fields.sent("shield_seen") || fields.has("shield", "1"));
        if !told.has_words || !told.verdict.asks() {
            return Self { always, shield, ..Self::default() };
        }
        let was_asked = fields.has("goes_on", "1");
        let offered = |note| Offered {
            code: ContentNote::code(note),
            label: content_notes::label(ui, &note),
            is_ticked: !was_asked,
        };
        let verdict = told.verdict;
        Self {
            always,
            notes: verdict.notes.into_iter().map(offered).collect(),
            homes: verdict.homes,
            sentences: verdict.sentences,
            says_you: verdict.says_you,
            shield,
        }
    }

    /// Whether something is offered for these words.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.notes.is_empty() || !self.homes.is_empty() || self.says_you
    }
}

/// How things are in the group, one sentence each.
fn always(ui: &Shell, told: &Told) -> Vec<String> {
    let mut said = Vec::new();
    let is_known = |refusal: &&Refusal| {
        matches!(
            refusal,
            Refusal::Members
                | Refusal::Weeks { .. }
                | Refusal::ReadsAlong { .. }
                | Refusal::ReadsAlongHere { .. }
                | Refusal::Shielded
                | Refusal::Label
        )
    };
    if let Some(refusal) = told.verdict.refuse.as_ref().filter(is_known) {
        said.push(ui.words.with(&format!("refused-{}", refusal.code()), &refusal.args()));
    }
    match told.verdict.hold {
        Some(Why::Guard) => said.push(ui.t("rules-say-guard").into_owned()),
        Some(why) if why.is_selling() => said.push(ui.t(&format!("waits-why-{}", why.code())).into_owned()),
        Some(_) => said.push(ui.t("rules-say-waits").into_owned()),
        None => {}
    }
    if let Some(settling) = &told.settling {
        said.push(ui.words.with("settling-say-links", &settling.args()));
    }
    if told.is_shielded && told.verdict.refuse.is_none() {
        said.push(ui.t("newcomer-say-shielded").into_owned());
    }
    let pace = told.verdict.pace(false);
    if pace.is_gentle {
        said.push(ui.t1("newcomer-say-pace", "minutes", pace.minutes));
    } else if told.verdict.wait > 0 {
        said.push(ui.t1("rules-say-pace", "minutes", told.verdict.wait));
    }
    if let Some(quiet) = &told.quiet {
        said.push(ui.t1("rules-say-quiet", "until", quiet.told(quiet.until)));
    }
    match told.advice {
        Some(Advice::OwnExperience) => said.push(ui.t("rules-say-own-experience").into_owned()),
        Some(Advice::WhenAsked) => said.push(ui.t("rules-say-when-asked").into_owned()),
        Some(Advice::Welcome) => said.push(ui.t("rules-say-setback").into_owned()),
        None => {}
    }
    if told.is_shared {
        said.push(ui.t("rules-say-crosstalk").into_owned());
    }
    said
}
