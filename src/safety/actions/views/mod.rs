//! Concerns and decisions as screens show them.

mod weeks;
mod what;

pub use weeks::{Week, what_we_did};
pub use what::What;
use what::{or_none, what};

use super::{Act, Reader, State, Verb, commands, store};
use crate::db::Db;
use crate::forum::content_notes;
use crate::forum::pace::{self, Refusal as Full};
use crate::identity::accounts;
use crate::kernel::{self, Day, Error, FaceId, markdown};
use crate::keys::Keyring;
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Rank, Standing, Viewer};
use crate::safety::reports::{self, Concern, Pattern, Reason};
use crate::ui::{Shell, form};

/// Days before a concern in which others of the same name make a pattern with it.
const PATTERN_DAYS: i64 = 90;
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
    /// What was decided about this before, and what is proposed.
    pub earlier: Vec<Line>,
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
}

impl Case {
    /// The gravest reason.
    #[must_use]
    pub fn gravest(&self) -> Reason {
        let told = self.reasons.first().map(|(reason, _)| *reason);
        let flagged = match (self.concern.is_asked, self.concern.is_met) {
            (true, _) => Some(Reason::Danger),
            (false, true) => Some(Reason::Worried),
            (false, false) => None,
        };
        told.into_iter().chain(flagged).min_by_key(|reason| reason.urgency()).unwrap_or(Reason::Other)
    }

    /// What it is about, in the words of the gravest reason.
    #[must_use]
    pub fn heading(&self, ui: &Shell) -> String {
        ui.t(&format!("look-heading-{}", self.gravest().code())).into_owned()
    }

    /// Whether a pause is among what may be done.
    #[must_use]
    pub fn may_pause(&self) -> bool {
        self.fitting.iter().any(|verb| verb.has_days())
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

    fn of(db: &mut Db, (viewer, ring): (&Viewer, &Keyring), concern: Concern) -> Result<Self, Error> {
        let told = reports::told_of(db, ring, concern.id)?;
        let mut reasons: Vec<(Reason, usize)> = Vec::new();
        for (reason, _) in &told {
            match reasons.last_mut() {
                Some((last, count)) if last == reason => *count += 1,
                _ => reasons.push((*reason, 1)),
            }
        }
        let acts = store::about(db, &concern.subject)?;
        Ok(Self {
            what: what(db, (concern.thread_id, concern.reply_id, concern.face_id, concern.group_id))?,
            words: told.into_iter().map(|(_, words)| words).filter(|words| !words.is_empty()).collect(),
            earlier: lines(db, acts)?,
            fitting: commands::fitting(db, viewer, &concern)?,
            pattern: pattern(db, viewer, &concern)?,
            reasons,
            concern,
            taken_by: None,
            is_mine: false,
            full: None,
            folds: true,
        })
    }
}

/// What several people told of the name a concern is about: those of a group read it of their group, and hosts of all.
fn pattern(db: &mut Db, viewer: &Viewer, concern: &Concern) -> Result<Option<Pattern>, Error> {
    let Some(face) = concern.face_id else { return Ok(None) };
    let within = match (viewer.rank(), concern.group_id) {
        (Some(Rank::Host), _) => None,
        (_, Some(group)) => Some(group),
        (_, None) => return Ok(None),
    };
    let since = concern.opened_at.plus_s(-PATTERN_DAYS * 86_400);
    reports::pattern(db, (face, within), since)
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
    let cases = concerns
        .into_iter()
        .map(|concern| Case::of(db, (viewer, ring), concern))
        .collect::<Result<_, _>>()?;
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
    concerns.into_iter().map(|concern| Case::of(db, (viewer, ring), concern)).collect()
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
    Case::of(db, (viewer, ring), concern)
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
        line.is_undoable = theirs.contains(&line.act.id);
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
    for line in lines.iter_mut().filter(|line| line.act.is_answerable()) {
        line.act.appeal_tier = commands::reader(db, &line.act)?;
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

/// One decision as a log shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The decision.
    pub act: Act,
    /// What it was about.
    pub what: What,
    /// Who decided; none if they are gone.
    pub by: Option<String>,
    /// Whether whoever reads this log may take it back.
    pub is_undoable: bool,
}

impl Line {
    /// What was done, in words.
    #[must_use]
    pub fn did(&self, ui: &Shell) -> String {
        ui.t(&format!("act-did-{}", self.act.verb.code())).into_owned()
    }

    /// Whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.act.state == State::Done
    }

    /// The key of the words for who reads an answer.
    #[must_use]
    pub const fn reader_key(&self) -> &'static str {
        match self.act.appeal_tier {
            Reader::Nobody | Reader::Group | Reader::House => "own-reads-other",
            Reader::Same => "own-reads-alone",
        }
    }

    /// The key of the words for an answer that waits.
    #[must_use]
    pub const fn waits_key(&self) -> &'static str {
        match self.act.appeal_tier {
            Reader::Nobody | Reader::Group | Reader::House => "own-waits-other",
            Reader::Same => "own-waits-alone",
        }
    }

    /// Whether one of two people put it forward.
    #[must_use]
    pub fn is_proposed(&self) -> bool {
        self.act.state == State::Proposed
    }

    /// The day an answer was promised by, in words.
    #[must_use]
    pub fn answer_by(&self, ui: &Shell) -> String {
        self.act.answer_by().map(|day| ui.date(&day)).unwrap_or_default()
    }
}

fn lines(db: &mut Db, acts: Vec<Act>) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::with_capacity(acts.len());
    for act in acts {
        let what = what(db, (act.thread_id, act.reply_id, act.face_id, act.group_id))?;
        let by = match act.by_face {
            Some(face) => or_none(accounts::profile(db, face))?.map(|by| by.name),
            None => None,
        };
        lines.push(Line { act, what, by, is_undoable: false });
    }
    Ok(lines)
}
