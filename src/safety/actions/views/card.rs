//! One concern, as its card says it.

use super::{Line, What, gravest};
use crate::forum::content_notes;
use crate::forum::pace::{self, Refusal as Full};
use crate::kernel::{self, Day};
use crate::safety::actions::Verb;
use crate::safety::reports::{Concern, Flagged, Pattern, Reason};
use crate::ui::{Shell, form};

/// Weeks somebody has been here after which none are counted.
const MANY_WEEKS: i64 = 12;

/// One concern and all that is known of it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The concern.
    pub concern: Concern,
    /// What it is about.
    pub what: What,
    /// The reasons, the gravest first, and how many gave each.
    pub reasons: Vec<(Reason, usize)>,
    /// What those who told added.
    pub words: Vec<String>,
    /// What was said to them with a chip, or stood in the daily circle, as far as they let it go along.
    pub quoted: Vec<String>,
    /// What other communities told of it.
    pub flags: Vec<Flagged>,
    /// What was decided about this before, and what is proposed.
    pub earlier: Vec<Line>,
    /// What was decided about other words of the same name, or of the same alias, as far as this viewer's log goes.
    pub of_writer: Vec<Line>,
    /// What may be done.
    pub fitting: Vec<Verb>,
    /// What several people told of the same name; none: not so many did, or it is not for this viewer.
    pub pattern: Option<Pattern>,
    /// Somebody else who looks at it right now.
    pub taken_by: Option<String>,
    /// Whether this viewer does.
    pub is_mine: bool,
    /// Why this viewer does not take it now: as much as they take on, or a break.
    pub full: Option<Full>,
    /// Whether its words lie behind a line until this viewer opens it.
    pub folds: bool,
    /// Weeks since its writer came, under their name alone; none: an alias, somebody elsewhere, or not known.
    pub weeks: Option<i64>,
    /// Whether hard steps take two people: somebody is worried about its writer, here or in anything else that waits.
    pub takes_two: bool,
}

impl Case {
    /// The gravest reason.
    #[must_use]
    pub fn gravest(&self) -> Reason {
        gravest(&self.concern, self.reasons.first().map(|(reason, _)| *reason))
    }

    /// What it is about, in the words of the gravest reason.
    #[must_use]
    pub fn heading(&self, ui: &Shell) -> String {
        if self.is_from_elsewhere() {
            return ui.t("look-heading-flag").into_owned();
        }
        ui.t(&format!("look-heading-{}", self.gravest().code())).into_owned()
    }

    /// Whether a pause is among what may be done.
    #[must_use]
    pub fn may_pause(&self) -> bool {
        self.fitting.iter().any(|verb| verb.has_days())
    }

    /// What puts all its writer said out of sight: everywhere, or in the group where it is about one. None: it does not fit.
    #[must_use]
    pub fn all(&self, everywhere: bool) -> Option<Verb> {
        let in_group = (!everywhere).then_some(Verb::RemoveAll);
        in_group.into_iter().chain([Verb::RemoveAllHere]).find(|verb| self.fitting.contains(verb))
    }

    /// Whether a label can be put beside the name.
    #[must_use]
    pub fn may_label(&self) -> bool {
        self.fitting.contains(&Verb::Label)
    }

    /// Whether the card says that hard steps take two: to those who may take one.
    #[must_use]
    pub fn says_two(&self) -> bool {
        self.takes_two && self.concern.is_open() && self.fitting.iter().any(|verb| verb.is_hard())
    }

    /// Whether there are words that can be put out of sight.
    #[must_use]
    pub fn may_remove(&self) -> bool {
        self.fitting.contains(&Verb::Remove)
    }

    /// Whether whoever wrote it is of another community.
    #[must_use]
    pub fn is_far(&self) -> bool {
        self.what.author.as_ref().is_some_and(|author| author.kind == "remote")
    }

    /// Whether it is told out of worry: it asks for care, not for a rule.
    #[must_use]
    pub fn is_distress(&self) -> bool {
        self.concern.is_distress()
    }

    /// What stands on the fold over the words: its notes, why it was told, how long it is, and by whom. None: they are not
    /// folded for this viewer.
    #[must_use]
    pub fn fold(&self, ui: &Shell) -> Option<String> {
        if !self.folds {
            return None;
        }
        let notes = content_notes::listed(ui, &self.what.notes);
        let first = if notes.is_empty() {
            ui.t("look-fold").into_owned()
        } else {
            ui.t1("fold-note", "notes", notes)
        };
        let length = ui.t1("look-fold-words", "n", self.what.length);
        let by = self.what.author.as_ref().map(|author| author.name.clone());
        Some(
            [Some(first), Some(self.heading(ui)), Some(length), by]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        )
    }

    /// Whether it is hard to read, whoever says so: a danger, an outing, a method, violence, or a line of the list. What people
    /// added may say it once more, and is folded too.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        let is_told = matches!(self.gravest(), Reason::Danger | Reason::Worried | Reason::Outing);
        is_told || self.concern.is_met || pace::is_hard(&self.what.notes)
    }

    /// Whether somebody may be in danger, and this viewer may take it beyond what they take on.
    #[must_use]
    pub fn may_lift(&self) -> bool {
        self.is_distress() && matches!(self.full, Some(Full::Enough | Full::HandsFull))
    }

    /// Whether this viewer may decide about it now: hands that are full hold none of that back.
    #[must_use]
    pub fn has_room(&self) -> bool {
        matches!(self.full, None | Some(Full::HandsFull))
    }

    /// Whether it waits, and nobody else looks at it.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.concern.is_open() && self.taken_by.is_none()
    }

    /// Whether this viewer may decide about it now, if anything fits.
    #[must_use]
    pub fn is_to_decide(&self) -> bool {
        self.is_free() && self.has_room()
    }

    /// The sentence that stands ready for whoever wrote it: to be changed by whoever decides.
    #[must_use]
    pub fn ready(&self, ui: &Shell) -> String {
        ui.t(&format!("look-ready-{}", self.gravest().code())).into_owned()
    }

    /// Whether words can be put out of sight and their writer paused in one press: not where two people decide each.
    #[must_use]
    pub fn may_put_away(&self) -> bool {
        let fits = |verb| self.fitting.contains(&verb);
        self.is_to_decide() && !self.takes_two && fits(Verb::Remove) && fits(Verb::Pause)
    }

    /// Whether it can be left as it is right from its card: where somebody may be in distress, whoever looks opens it first.
    #[must_use]
    pub fn may_leave(&self) -> bool {
        self.is_to_decide() && !self.is_distress() && self.fitting.contains(&Verb::Fine)
    }

    /// What is done from the card itself, the most usual for its gravest reason first; words out of sight and a pause in one
    /// is said by the pause. What takes two people is put from its page.
    #[must_use]
    pub fn usual(&self) -> Vec<Verb> {
        if !self.may_leave() {
            return Vec::new();
        }
        let may = |verb: &Verb| match verb {
            Verb::Pause => self.may_put_away(),
            _ => self.fitting.contains(verb) && !(self.takes_two && verb.is_hard()),
        };
        usual(self.gravest()).into_iter().filter(may).take(2).collect()
    }

    /// The words for why it is not taken now.
    #[must_use]
    pub fn full_said(&self, ui: &Shell) -> Option<String> {
        self.full.map(|full| form::sentence(ui, kernel::Refusal::code(&full), &[]))
    }

    /// Says how long its writer has been here, in weeks: of a name, and never of an alias, which would point to one.
    pub fn count_weeks(&mut self, today: Day) {
        let named = self.what.author.as_ref().filter(|author| author.kind == "name");
        let since = named.map(|author| author.since_week).filter(|week| week.0 > 0);
        self.weeks = since.map(|week| (today.week().0 - week.0).max(0));
    }

    /// The same in words: coarse, and after some months no figure.
    #[must_use]
    pub fn here(&self, ui: &Shell) -> Option<String> {
        Some(match self.weeks? {
            0 => ui.t("look-here-new").into_owned(),
            weeks @ 1..=MANY_WEEKS => ui.t1("look-here-weeks", "n", weeks),
            _ => ui.t("look-here-long").into_owned(),
        })
    }

    /// The other community that keeps it, if one does: that of the group, or else of the writer.
    #[must_use]
    pub fn kept_at(&self) -> Option<&str> {
        let of_group = self.what.group.as_ref().and_then(|group| group.elsewhere());
        let far = self.what.author.as_ref().filter(|author| author.kind == "remote");
        of_group.or_else(|| far?.name.rsplit_once('@').map(|(_, host)| host))
    }

    /// Where it is kept, and whether anybody there was told, in words.
    #[must_use]
    pub fn kept(&self, ui: &Shell) -> String {
        match (self.kept_at(), self.concern.is_passed_on) {
            (None, _) => ui.t("look-kept-here").into_owned(),
            (Some(host), false) => ui.t1("look-kept-there", "host", host),
            (Some(host), true) => ui.t1("look-kept-told", "host", host),
        }
    }

    /// Whether other communities alone told of it.
    #[must_use]
    pub fn is_from_elsewhere(&self) -> bool {
        let of = &self.concern;
        !self.flags.is_empty() && of.people == 0 && !of.is_asked && !of.is_met
    }

    /// How long it waits, in words.
    #[must_use]
    pub fn waits(&self, ui: &Shell) -> String {
        ui.when(&self.concern.opened_at.day(), &Some(self.concern.opened_at))
    }

    /// Its page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("/look/{}", self.concern.id)
    }
}

/// What those who look after things do most where this was told, the most usual first.
const fn usual(reason: Reason) -> [Verb; 4] {
    match reason {
        Reason::Solicitation | Reason::Sourcing | Reason::Spam => {
            [Verb::Pause, Verb::Remove, Verb::Note, Verb::Warn]
        }
        Reason::Outing | Reason::Danger | Reason::Worried => {
            [Verb::Remove, Verb::Note, Verb::Warn, Verb::Pause]
        }
        Reason::Advances | Reason::Cruel => [Verb::Pause, Verb::Warn, Verb::Note, Verb::Remove],
        Reason::Affiliation => [Verb::Note, Verb::Warn, Verb::Remove, Verb::Pause],
        Reason::Advice | Reason::Other => [Verb::Note, Verb::Remove, Verb::Warn, Verb::Pause],
    }
}
