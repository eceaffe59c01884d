//! The question "Who are you posting as?" as a form shows it.

use super::model::{ASKED, As};
use crate::forum::groups::Group;
use crate::http::Fields;
use crate::identity::aliases::{self, Own, lasts_until};
use crate::kernel::{Day, FaceId, ThreadId};
use crate::ui::Shell;

/// One answer.
#[derive(Debug, Clone)]
pub struct Voice {
    /// Which.
    pub speaks: As,
    /// The name it goes out under, or what kind of name that will be.
    pub label: String,
    /// What that means.
    pub hint: String,
    /// What the plain sentence calls it.
    pub says: String,
    /// The face of a name that is there already.
    pub face: Option<(&'static str, i64)>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The answers of one form; none where the group has no aliases.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The answers, one's own name first.
    pub voices: Vec<Voice>,
    /// The day until which the words can still be changed, at the least.
    pub until: Option<Day>,
    /// `keep`, `delete`, or nothing chosen.
    pub ending: String,
    /// The alias one speaks as already in this thread.
    pub already: Option<String>,
    /// That an alias of one's own here may not speak, and why.
    pub stopped: Option<String>,
    /// The name they keep here, if so much stands under it that a fresh one is offered.
    pub adds_up: Option<String>,
    /// Whether the one question is being asked.
    pub asks: bool,
}

/// What a form knows when it asks.
#[derive(Debug, Clone, Default)]
pub struct Met {
    /// The reader's own aliases that may be met here.
    pub own: Vec<Own>,
    /// The thread to answer; none: a new one.
    pub thread: Option<ThreadId>,
    /// One of them that wrote in this thread before.
    pub spoke: Option<FaceId>,
    /// Whether so much stands under the name they keep in the group that their manner of writing adds up.
    pub adds_up: bool,
}

impl Choice {
    /// The answers for a form in a group.
    #[must_use]
    pub fn of(ui: &Shell, fields: &Fields, group: &Group, met: &Met) -> Self {
        if group.shows_times() {
            return Self::default();
        }
        let here = met
            .thread
            .and_then(|thread| aliases::speaking(&met.own, Some(thread)))
            .filter(|own| own.alias.is_known);
        let kept = aliases::speaking(&met.own, None).filter(|own| own.alias.is_known);
        let spoke = |own: &&Own| met.spoke == Some(own.alias.face);
        let usual = match (here.filter(spoke), kept.filter(spoke)) {
            (Some(_), _) => As::Thread,
            (None, Some(_)) => As::Group,
            (None, None) => As::Name,
        };
        let chosen = As::parse(fields.one("as")).unwrap_or(usual);
        let today = ui.now.day();
        let voice = |speaks| voice(ui, group, speaks, (here, kept), chosen);
        let stopped = [here, kept].into_iter().flatten().find(|own| own.alias.may_speak(today).is_err());
        Self {
            voices: As::ALL.iter().copied().map(voice).collect(),
            until: Some(lasts_until(today, today.iso().get(..7).unwrap_or_default(), true).monday()),
            ending: fields.one("ending").to_owned(),
            already: here.or(kept).filter(spoke).map(|own| own.name.clone()),
            adds_up: kept.filter(|_| met.adds_up).map(|own| own.name.clone()),
            stopped: stopped.map(|own| aliases::stopped(ui, own)),
            asks: fields.has(ASKED, "1"),
        }
    }

    /// The name in the plain sentence.
    #[must_use]
    pub fn says(&self, ui: &Shell) -> String {
        let own = || ui.signed.as_ref().map_or("", |signed| signed.name.as_str()).to_owned();
        self.voices.iter().find(|voice| voice.is_chosen).map_or_else(own, |voice| voice.says.clone())
    }

    /// Whether there is anything to choose.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        !self.voices.is_empty()
    }
}

fn voice(
    ui: &Shell,
    group: &Group,
    speaks: As,
    (here, kept): (Option<&Own>, Option<&Own>),
    chosen: As,
) -> Voice {
    let title = group.title.as_str();
    let of = |own: &Own, hint: String| (own.name.clone(), hint, own.name.clone(), Some(("alias", own.seed)));
    let (label, hint, says, face) = match (speaks, here, kept) {
        (As::Name, ..) => {
            let (name, seed) =
                ui.signed.as_ref().map_or(("", 0), |signed| (signed.name.as_str(), signed.seed));
            (name.to_owned(), ui.t("as-name-hint").into_owned(), name.to_owned(), Some(("name", seed)))
        }
        (As::Thread, Some(own), _) => of(own, ui.t("as-here-hint").into_owned()),
        (As::Group, _, Some(own)) => of(own, ui.t1("as-kept-hint", "group", title)),
        (As::Thread, None, _) => (
            ui.t("as-thread").into_owned(),
            ui.t("as-thread-hint").into_owned(),
            ui.t("as-thread-says").into_owned(),
            None,
        ),
        (As::Group, _, None) => (
            ui.t("as-group").into_owned(),
            ui.t1("as-group-hint", "group", title),
            ui.t("as-group-says").into_owned(),
            None,
        ),
    };
    Voice { speaks, label, hint, says, face, is_chosen: speaks == chosen }
}
