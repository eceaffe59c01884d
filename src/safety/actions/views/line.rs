//! One decision, as logs and cards show it.

use std::collections::{HashMap, HashSet};

use super::{Things, What};
use crate::db::Db;
use crate::kernel::{Error, FaceId, markdown};
use crate::safety::actions::{Act, ActId, Reader, State, Verb, second};
use crate::safety::moves;
use crate::safety::reports::{Concern, ConcernId, Reason, Tier};
use crate::ui::Shell;

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
    /// The group a thread was moved to, or is to be.
    pub to: Option<String>,
    /// What was decided in the same press, and is taken back with it.
    pub also: Vec<Verb>,
    /// Whether it was taken back, and something that was decided in the same press holds still.
    pub in_part: bool,
    /// The case it came from, where whoever reads this may open it.
    pub case: Option<ConcernId>,
    /// Why people told of it, the gravest first, where it is read with the answer to it; none: it is not.
    pub judged: Option<Vec<Reason>>,
}

impl Line {
    /// What was done, in words.
    #[must_use]
    pub fn did(&self, ui: &Shell) -> String {
        self.said(|verb| ui.t(&format!("act-did-{}", verb.code())).into_owned())
    }

    /// The same, to whom it met.
    #[must_use]
    pub fn met(&self, ui: &Shell) -> String {
        self.said(|verb| ui.t(&format!("own-did-{}", verb.code())).into_owned())
    }

    fn said(&self, one: impl Fn(&Verb) -> String) -> String {
        let all = std::iter::once(&self.act.verb).chain(&self.also);
        all.map(one).collect::<Vec<_>>().join(" · ")
    }

    /// From which side it was decided, in words: of the group, or of the whole community.
    #[must_use]
    pub fn side(&self, ui: &Shell) -> String {
        match self.act.tier {
            Tier::Group => ui.t("look-side-group").into_owned(),
            Tier::House => ui.t("look-side-house").into_owned(),
        }
    }

    /// The same, to whom it met.
    #[must_use]
    pub fn decided_by(&self, ui: &Shell) -> String {
        match self.what.group.as_ref().filter(|_| self.act.tier == Tier::Group) {
            Some(group) => ui.t1("own-who", "group", &group.title),
            None => ui.t("own-who-house").into_owned(),
        }
    }

    /// Why people told of it, where it is read with the answer to it.
    #[must_use]
    pub fn told(&self) -> &[Reason] {
        self.judged.as_deref().unwrap_or_default()
    }

    /// Where it is taken back.
    #[must_use]
    pub fn undo_url(&self) -> String {
        let tail = if self.act.verb.is_there() { "/community" } else { "" };
        format!("/look/done/{}{tail}", self.act.id)
    }

    /// Whether it is about this, or says from its case what a whole community may do.
    pub(super) fn is_about(&self, of: &Concern) -> bool {
        let is_from = self.act.concern_id == Some(of.id) && !self.act.why.is_empty();
        is_from || self.act.subject == of.subject
    }

    /// Whether it is about other words of whoever this is about.
    pub(super) fn is_of_writer(&self, of: &Concern) -> bool {
        self.act.face_id.is_some() && self.act.face_id == of.face_id && !self.is_about(of)
    }

    /// Whether it holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.act.state == State::Done
    }

    /// Whether whom it met may say something to it now.
    #[must_use]
    pub fn takes_words(&self) -> bool {
        (self.holds() || self.in_part) && self.act.takes_words()
    }

    /// Whether one of two people put it forward, and it never held.
    #[must_use]
    pub fn is_dropped(&self) -> bool {
        self.act.state == State::Dropped
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

    /// That it waits for a second person, and all that one is to mean as well: for how long, or which label.
    #[must_use]
    pub fn proposed(&self, ui: &Shell) -> String {
        if let (Verb::Label, Some((tie, with))) = (self.act.verb, second::label_put(&self.act.was)) {
            let tie = ui.t(&format!("affiliation-tie-{tie}")).into_owned();
            return ui.t2("look-proposed-label", ("tie", tie), ("with", with));
        }
        match self.act.until_on {
            Some(until) => ui.t1("look-proposed-days", "n", until.0 - self.act.done_on.0),
            None => ui.t("look-proposed").into_owned(),
        }
    }

    /// The day an answer was promised by, in words.
    #[must_use]
    pub fn answer_by(&self, ui: &Shell) -> String {
        self.act.answer_by().map(|day| ui.date(&day)).unwrap_or_default()
    }
}

/// Decisions about things, and about those who wrote them: one that is both stands there once.
pub(super) fn with_others(about: Vec<Act>, of_writers: &[Act]) -> Vec<Act> {
    let known: HashSet<ActId> = about.iter().map(|act| act.id).collect();
    let others = of_writers.iter().filter(|act| !known.contains(&act.id)).cloned();
    about.into_iter().chain(others).collect()
}

/// Those lines, and again those about who wrote, in their own order. What was said elsewhere is not told along with these.
pub(super) fn two_lists(all: Vec<Line>, of_writers: &[Act]) -> (Vec<Line>, Vec<Line>) {
    let known: HashMap<ActId, &Line> = all.iter().map(|line| (line.act.id, line)).collect();
    let theirs = of_writers.iter().filter_map(|act| known.get(&act.id)).map(|line| {
        let mut line = (*line).clone();
        line.what.heading.clear();
        line.what.html = markdown::render("");
        line
    });
    let theirs = theirs.collect();
    (all, theirs)
}

pub(super) fn lines(db: &mut Db, acts: Vec<Act>) -> Result<Vec<Line>, Error> {
    let place = |act: &Act| (act.thread_id, act.reply_id, act.face_id, act.group_id);
    let by: Vec<FaceId> = acts.iter().filter_map(|act| act.by_face).collect();
    let things = Things::load(db, &acts.iter().map(place).collect::<Vec<_>>(), &by)?;
    let heads: HashSet<ActId> = acts.iter().map(|act| act.id).collect();
    // What was decided in one press stands in one line.
    let (parts, acts): (Vec<Act>, Vec<Act>) =
        acts.into_iter().partition(|act| act.with_id.is_some_and(|head| heads.contains(&head)));
    let moved: Vec<&str> =
        acts.iter().filter(|act| act.verb == Verb::Move).map(|act| act.was.as_str()).collect();
    let destinations = moves::destinations(db, &moved)?;
    let mut lines = Vec::with_capacity(acts.len());
    for act in acts {
        let mut with = parts.iter().filter(|part| part.with_id == Some(act.id));
        let in_part = act.state == State::Undone && with.any(|part| part.state == State::Done);
        let also = parts.iter().rev().filter(|part| part.with_id == Some(act.id)).map(|part| part.verb);
        let also = also.collect();
        let to = destinations.get(&act.was).filter(|_| act.verb == Verb::Move).cloned();
        let by = act.by_face.and_then(|face| things.name(face));
        lines.push(Line {
            what: things.what(place(&act)),
            by,
            is_undoable: false,
            to,
            also,
            in_part,
            case: None,
            judged: None,
            act,
        });
    }
    Ok(lines)
}
