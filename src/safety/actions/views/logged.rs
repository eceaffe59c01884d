//! What was decided, a page at a time: the log of service, what met somebody, and what they answered.

use std::collections::{HashMap, HashSet};

use super::line::{Line, lines};
use super::may_look;
use crate::db::Db;
use crate::kernel::{Error, FaceId, markdown};
use crate::policy::scope::safety::Eyes;
use crate::policy::{Rank, Viewer};
use crate::safety::actions::{Act, ActId, State, Verb, answers, store};
use crate::safety::moves;
use crate::safety::reports::{self, ConcernId};

/// One page of decisions.
#[derive(Debug, Clone)]
pub struct Lines {
    /// The latest first.
    pub rows: Vec<Line>,
    /// The decision after which the next page begins; none: these are all.
    pub next: Option<ActId>,
}

/// What was decided where a viewer looks after things: the log of service, from a decision on that they saw last.
///
/// # Errors
/// `sign-in-first`, `keepers-only`; absent for a page that begins nowhere.
pub fn log(db: &mut Db, viewer: &Viewer, eyes: &Eyes, before: Option<ActId>) -> Result<Lines, Error> {
    may_look(db, viewer)?;
    let (acts, next) = store::list(db, eyes, before)?;
    let theirs = store::theirs(db, eyes, acts.iter().map(|act| act.id).collect())?;
    let cases = store::cases(db, eyes, concerns(&acts))?;
    // Where somebody was let back in, what went along with that may hold still.
    let in_part: HashSet<ActId> =
        acts.iter().filter(|act| holds(act)).filter_map(|act| act.with_id).collect();
    let mut rows = lines(db, acts)?;
    for line in &mut rows {
        let is_theirs = theirs.contains(&line.act.id);
        line.is_undoable =
            is_theirs && may_undo(viewer, &line.act) && (holds(&line.act) || in_part.contains(&line.act.id));
        line.case = line.act.concern_id.filter(|case| is_theirs && cases.contains(case));
        line.what.html = markdown::render("");
        if !is_theirs {
            // Who acted is told; what was said in a group that is not theirs is not.
            line.what.heading.clear();
        }
    }
    leave_moves(db, viewer, &mut rows)?;
    Ok(Lines { rows, next })
}

/// A move goes back only by whoever looks after both groups, and to one that is open.
fn leave_moves(db: &mut Db, viewer: &Viewer, lines: &mut [Line]) -> Result<(), Error> {
    let is_move = |line: &Line| line.is_undoable && line.act.verb == Verb::Move;
    let all: Vec<&str> =
        lines.iter().filter(|line| is_move(line)).map(|line| line.act.was.as_str()).collect();
    let free = moves::can_go_back(db, viewer, &all)?;
    for line in lines.iter_mut().filter(|line| is_move(line)) {
        line.is_undoable = free.contains(&line.act.was);
    }
    Ok(())
}

/// Says which of these this viewer may take back.
pub(super) fn say_what_goes_back(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    lines: &mut [Line],
) -> Result<(), Error> {
    let theirs = store::theirs(db, eyes, lines.iter().map(|line| line.act.id).collect())?;
    for line in &mut *lines {
        line.is_undoable = theirs.contains(&line.act.id) && may_undo(viewer, &line.act) && holds(&line.act);
    }
    leave_moves(db, viewer, lines)
}

/// What a whole community may do is taken back by those who say so.
fn may_undo(viewer: &Viewer, act: &Act) -> bool {
    !act.verb.is_there() || viewer.rank() == Some(Rank::Host)
}

/// Whether it can be taken back: it holds, and what was before is known.
fn holds(act: &Act) -> bool {
    act.state == State::Done && !act.subject.is_empty() && !Verb::FOR_GOOD.contains(&act.verb)
}

/// What met somebody's own words or names, from a decision on that they saw last.
///
/// # Errors
/// A fault of the database; absent for a page that begins nowhere.
pub fn decisions(db: &mut Db, own: &[FaceId], before: Option<ActId>) -> Result<Lines, Error> {
    let (acts, next) = store::met(db, own, before)?;
    let mut rows = lines(db, acts)?;
    // Who reads an answer is asked once for all that the same person decided in the same place.
    let mut readers = HashMap::new();
    for line in rows.iter_mut().filter(|line| line.takes_words() && line.act.is_unanswered()) {
        let of = (line.act.tier, line.act.group_id, line.act.by_face, line.act.face_id);
        let reader = match readers.get(&of) {
            Some(known) => *known,
            None => answers::reader(db, &line.act)?,
        };
        readers.insert(of, reader);
        line.act.appeal_tier = reader;
    }
    Ok(Lines { rows, next })
}

/// Answers that wait for a viewer, each with the words it is about and why people told of these: whoever judges it did not see
/// the case, which may be in a group of others.
pub(super) fn appeals(db: &mut Db, eyes: &Eyes) -> Result<Vec<Line>, Error> {
    let mut acts = store::appeals(db, eyes)?;
    if acts.is_empty() {
        return Ok(Vec::new());
    }
    let reasons = reports::reasons_among(db, concerns(&acts))?;
    let cases = store::cases(db, eyes, concerns(&acts))?;
    let parts = store::parts(db, &acts)?;
    acts.extend(parts);
    let mut lines = lines(db, acts)?;
    for line in &mut lines {
        let case = line.act.concern_id;
        line.judged = Some(case.and_then(|case| reasons.get(&case).cloned()).unwrap_or_default());
        line.case = case.filter(|case| cases.contains(case));
    }
    Ok(lines)
}

/// The cases that decisions came from.
fn concerns(acts: &[Act]) -> Vec<ConcernId> {
    acts.iter().filter_map(|act| act.concern_id).collect()
}
