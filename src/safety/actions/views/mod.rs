//! Concerns and decisions as screens show them.

mod card;
mod line;
mod patterns;
mod several;
mod things;

pub use card::Case;
pub use line::Line;
use line::{lines, two_lists, with_others};
use patterns::patterns;
pub use several::{Row, named, weighed};
use things::Things;
pub use things::What;

use std::collections::{BTreeSet, HashMap};

use super::{answers, commands, second, store};
use crate::db::Db;
use crate::kernel::{Day, Error, FaceId, markdown};
use crate::keys::Keyring;
use crate::policy::scope::safety::Eyes;
use crate::policy::{self, Action, Rank, Standing, Viewer};
use crate::safety::reports::{self, Concern, Opened, Reason};

/// Days for which a closed case of somebody in distress is still listed.
const LATELY_DAYS: i64 = 7;

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
    let worried = second::worried(db, &concerns)?;
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
                takes_two: worried.contains(&concern.id),
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
    cases(db, (viewer, eyes, ring), vec![concern])?.pop().ok_or(Error::Absent)
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
