//! Who can see what, in plain sentences: computed, never promised beyond what is so.

use crate::forum::groups::{self, Group};
use crate::policy::Reach;
use crate::ui::Shell;

/// How many are in a group, in words.
fn people(ui: &Shell, group: &Group) -> String {
    groups::Amount::of(group.member_count).said(ui.words)
}

/// How many people in which group, as the plain sentence begins.
#[must_use]
pub fn crowd(ui: &Shell, group: &Group) -> String {
    if group.elsewhere().is_some() {
        return ui.t1("share-people-far", "group", group.title.as_str());
    }
    ui.t2("share-people", ("people", people(ui, group)), ("group", group.title.as_str()))
}

/// Who can read a post, said to whoever reads it.
#[must_use]
pub fn reader_sentence(ui: &Shell, group: &Group, reach: Reach) -> String {
    let home = ui.house.name.as_str();
    match reach {
        Reach::Group => {
            ui.t2("reach-read-group", ("group", group.title.as_str()), ("people", people(ui, group)))
        }
        Reach::Community => ui.t1("reach-read-community", "home", home),
        Reach::Partners if group.elsewhere().is_some() => {
            ui.t1("reach-read-far", "group", group.title.as_str())
        }
        Reach::Partners if is_shown_elsewhere(ui) => {
            ui.t2("reach-read-shown", ("home", home), ("partner", ui.house.open_partner.as_str()))
        }
        Reach::Partners => ui.t1("reach-read-partners", "home", home),
        Reach::Everyone => ui.t("reach-read-everyone").into_owned(),
    }
}

/// Whether a partner shows to visitors what is for partners: then that is the open web.
fn is_shown_elsewhere(ui: &Shell) -> bool {
    !ui.house.open_partner.is_empty()
}

/// One answer to "who can see it?".
#[derive(Debug, Clone)]
pub struct Choice {
    /// Which.
    pub reach: Reach,
    /// In a few words.
    pub label: String,
    /// Who that is.
    pub hint: String,
    /// Its drawing.
    pub icon: &'static str,
    /// Whom it adds to the group, within the plain sentence.
    pub adds: String,
    /// Where copies go, as a sentence of its own.
    pub stays: String,
}

/// The answers a group allows, the nearest first.
#[must_use]
pub fn options(ui: &Shell, group: &Group) -> Vec<Choice> {
    Reach::ALL
        .iter()
        .filter(|reach| **reach <= group.ceiling)
        // What is shared in a group elsewhere goes there.
        .filter(|reach| group.elsewhere().is_none() || **reach >= Reach::Partners)
        .map(|reach| choice(ui, group, *reach))
        .collect()
}

fn choice(ui: &Shell, group: &Group, reach: Reach) -> Choice {
    let home = ui.house.name.as_str();
    let stays = || ui.t1("share-stays", "home", home);
    match reach {
        Reach::Group => Choice {
            reach,
            label: ui.t1("reach-group", "group", group.title.as_str()),
            hint: ui.t2("reach-group-hint", ("people", people(ui, group)), ("home", home)),
            icon: "circle",
            adds: String::new(),
            stays: stays(),
        },
        Reach::Community => Choice {
            reach,
            label: ui.t1("reach-community", "home", home),
            hint: ui.t("reach-community-hint").into_owned(),
            icon: "home",
            adds: ui.t1("reach-community-adds", "home", home),
            stays: stays(),
        },
        Reach::Partners if group.elsewhere().is_some() => Choice {
            reach,
            label: ui.t1("reach-far", "group", group.title.as_str()),
            hint: ui.t("reach-far-hint").into_owned(),
            icon: "bridge",
            adds: ui.t("reach-far-adds").into_owned(),
            stays: ui.t("share-copies-partners").into_owned(),
        },
        Reach::Partners if is_shown_elsewhere(ui) => Choice {
            reach,
            label: ui.t1("reach-partners", "home", home),
            hint: ui.t1("reach-shown-hint", "partner", ui.house.open_partner.as_str()),
            icon: "globe",
            adds: ui.t1("reach-shown-adds", "partner", ui.house.open_partner.as_str()),
            stays: ui.t("share-copies-everyone").into_owned(),
        },
        Reach::Partners => Choice {
            reach,
            label: ui.t1("reach-partners", "home", home),
            hint: ui.t("reach-partners-hint").into_owned(),
            icon: "bridge",
            adds: ui.t1("reach-partners-adds", "home", home),
            stays: ui.t("share-copies-partners").into_owned(),
        },
        Reach::Everyone => Choice {
            reach,
            label: ui.t("reach-everyone").into_owned(),
            hint: ui.t("reach-everyone-hint").into_owned(),
            icon: "globe",
            adds: ui.t("reach-everyone-adds").into_owned(),
            stays: ui.t("share-copies-everyone").into_owned(),
        },
    }
}

/// The plain sentence with blanks in braces, for the script that fills them as choices change.
#[must_use]
pub fn summary_frame(ui: &Shell) -> String {
    fill(ui, ["{people}", "{reach}", "{as}", "{note}", "{stays}"].map(str::to_owned))
}

/// The plain sentence: who will see this, from whom, with which notes, and where it stays.
#[must_use]
pub fn summary(ui: &Shell, (group, reach): (&Group, Reach), name: &str, notes: &str) -> String {
    let choice = choice(ui, group, reach);
    let note = if notes.is_empty() { String::new() } else { ui.t1("share-with-note", "note", notes) };
    let sentence = fill(ui, [crowd(ui, group), choice.adds, name.to_owned(), note, choice.stays]);
    sentence.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".")
}

fn fill(ui: &Shell, [people, reach, name, note, stays]: [String; 5]) -> String {
    let blanks = [("people", people), ("reach", reach), ("as", name), ("note", note), ("stays", stays)];
    ui.words.with("share-summary", &blanks)
}
