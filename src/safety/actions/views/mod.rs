//! Concerns and decisions as screens show them.

mod line;
mod patterns;
mod several;
mod things;

pub use line::Line;
use line::{lines, two_lists, with_others};
use patterns::patterns;
pub use several::{Row, named, weighed};
use things::Things;
pub use things::What;

use std::collections::{BTreeSet, HashMap};

use super::{Verb, answers, commands, second, store};
use crate::db::Db;
use crate::forum::content_notes;
use crate::forum::pace::{self, Refusal as Full};
use crate::kernel::{self, Day, Error, FaceId, markdown};
use crate::keys::Keyring;
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Rank, Standing, Viewer};
use crate::safety::reports::{self, Concern, Flagged, Opened, Pattern, Reason};
use crate::ui::{Shell, form};

/// Weeks somebody has been here after which none are counted.
const MANY_WEEKS: i64 = 12;
/// Days for which a closed case of somebody in distress is still listed.
const LATELY_DAYS: i64 = 7;

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
    /// What was said to them with a chip, as far as they let it go along.
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

/// All that is known of these concerns, in their order: fifty take as many statements as one.
fn cases(
    db: &mut Db,
    (viewer, eyes, ring): (&Viewer, &Eyes, &Keyring),
    concerns: Vec<Concern>,
) -> Result<Vec<Case>, Error> {
    let mut told = reports::told_of(db, ring, concerns.iter().map(|concern| concern.id).collect())?;
    let subjects = concerns.iter().map(|concern| concern.subject.clone()).collect();
    let mut flags = reports::flags_of(db, ring, concerns.iter().map(|concern| concern.id).collect())?;
    let acts = store::about(db, subjects, concerns.iter().map(|concern| concern.id).collect())?;
    let of_writers = store::of_writers(db, eyes, writers(&concerns))?;
    let (before, of_writers) = two_lists(lines(db, with_others(acts, &of_writers))?, &of_writers);
    let place = |of: &Concern| (of.thread_id, of.reply_id, of.face_id, of.group_id);
    let things = Things::load(db, &concerns.iter().map(place).collect::<Vec<_>>(), &[])?;
    let fitting = commands::fitting_each(db, viewer, &concerns, &things.far())?;
    let patterns = patterns(db, viewer, &concerns)?;
    let each = concerns.into_iter().zip(fitting).zip(patterns);
    Ok(each
        .map(|((concern, fitting), pattern)| {
            let told = told.remove(&concern.id).unwrap_or_default();
            let mut reasons: Vec<(Reason, usize)> = Vec::new();
            for (reason, _) in &told {
                match reasons.last_mut() {
                    Some((last, count)) if last == reason => *count += 1,
                    _ => reasons.push((*reason, 1)),
                }
            }
            let earlier = before.iter().filter(|line| line.is_about(&concern)).cloned().collect();
            let of_writer = of_writers.iter().filter(|line| line.is_of_writer(&concern)).cloned();
            Case {
                what: things.what(place(&concern)),
                reasons,
                quoted: said(&told, |told| &told.quoted),
                words: said(&told, |told| &told.words),
                flags: flags.remove(&concern.id).unwrap_or_default(),
                earlier,
                of_writer: of_writer.collect(),
                fitting,
                pattern,
                takes_two: concern.is_distress(),
                concern,
                taken_by: None,
                is_mine: false,
                full: None,
                folds: true,
                weeks: None,
            }
        })
        .collect())
}

/// Whose words or names they are about, each once.
fn writers(concerns: &[Concern]) -> Vec<FaceId> {
    let all: BTreeSet<FaceId> = concerns.iter().filter_map(|concern| concern.face_id).collect();
    all.into_iter().collect()
}

/// One part of what each told, where there is any.
fn said(told: &[(Reason, Opened)], part: impl Fn(&Opened) -> &String) -> Vec<String> {
    told.iter().map(|(_, told)| part(told)).filter(|words| !words.is_empty()).cloned().collect()
}

/// The gravest of what was told, and of what its writer or its words say.
#[must_use]
pub fn gravest(concern: &Concern, told: Option<Reason>) -> Reason {
    let flagged = match (concern.is_asked, concern.is_met) {
        (true, _) => Some(Reason::Danger),
        (false, true) => Some(Reason::Worried),
        (false, false) => None,
    };
    told.into_iter().chain(flagged).min_by_key(|reason| reason.urgency()).unwrap_or(Reason::Other)
}

/// What waits for a viewer, and which answers do.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn queue(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    ring: &Keyring,
) -> Result<(Vec<Case>, Vec<Line>), Error> {
    may_look(db, viewer)?;
    let concerns = reports::list(db, eyes)?;
    let cases = cases(db, (viewer, eyes, ring), concerns)?;
    let appeals = store::appeals(db, eyes)?;
    Ok((cases, lines(db, appeals)?))
}

/// People who may have been in distress, and were looked after in the last days, the latest first.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn lately(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (today, ring): (Day, &Keyring),
) -> Result<Vec<Case>, Error> {
    may_look(db, viewer)?;
    let concerns = reports::looked_after(db, eyes, today.plus(-LATELY_DAYS))?;
    cases(db, (viewer, eyes, ring), concerns)
}

/// One concern.
///
/// # Errors
/// Absent for one that is not theirs to look at.
pub fn case(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (id, ring): (reports::ConcernId, &Keyring),
) -> Result<Case, Error> {
    may_look(db, viewer)?;
    let concern = reports::find(db, eyes, id)?;
    let takes_two = second::is_worried(db, &concern)?;
    let case = cases(db, (viewer, eyes, ring), vec![concern])?.pop().ok_or(Error::Absent)?;
    Ok(Case { takes_two, ..case })
}

/// What was decided lately where a viewer looks after things: the log of service.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn log(db: &mut Db, viewer: &Viewer, eyes: &Eyes) -> Result<Vec<Line>, Error> {
    may_look(db, viewer)?;
    let acts = store::list(db, eyes)?;
    let theirs = store::undoable(db, eyes, acts.iter().map(|act| act.id).collect())?;
    let mut lines = lines(db, acts)?;
    for line in &mut lines {
        // What a whole community may do is taken back by those who say so.
        let is_theirs = !line.act.verb.is_there() || viewer.rank() == Some(Rank::Host);
        line.is_undoable = is_theirs && theirs.contains(&line.act.id);
        // Who acted is told; what was said in a group that is not theirs is not.
        line.what.heading.clear();
        line.what.html = markdown::render("");
    }
    Ok(lines)
}

/// What met somebody's own words or names.
///
/// # Errors
/// A fault of the database.
pub fn decisions(db: &mut Db, own: &[FaceId]) -> Result<Vec<Line>, Error> {
    let acts = store::met(db, own)?;
    let mut lines = lines(db, acts)?;
    // Who reads an answer is asked once for all that the same person decided in the same place.
    let mut readers = HashMap::new();
    for line in lines.iter_mut().filter(|line| line.act.is_answerable()) {
        let of = (line.act.tier, line.act.group_id, line.act.by_face, line.act.face_id);
        let reader = match readers.get(&of) {
            Some(known) => *known,
            None => answers::reader(db, &line.act)?,
        };
        readers.insert(of, reader);
        line.act.appeal_tier = reader;
    }
    Ok(lines)
}

/// Whether a viewer looks after anything here.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub(in crate::safety) fn may_look(db: &mut Db, viewer: &Viewer) -> Result<(), Error> {
    let standing = Standing::anywhere(db, viewer)?;
    policy::may(viewer, Action::CareFor, &standing).map(drop)
}
