//! Several concerns, as whoever decides about them at once looks them over, before and after.

use std::collections::{HashMap, HashSet};

use super::things::each_once;
use super::{Case, cases, may_look};
use crate::db::Db;
use crate::forum::{replies, threads};
use crate::identity::accounts;
use crate::kernel::{Error, ReplyId, ThreadId};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::policy::scope::safety::Eyes;
use crate::safety::actions::{Decision, Each, Left, Verb, commands, rules, second};
use crate::safety::reports::{self, Concern, ConcernId};
use crate::ui::Shell;

/// One of several.
#[derive(Debug, Clone)]
pub struct Row {
    /// All that is known of it; none: it is not theirs to look at.
    pub case: Option<Case>,
    /// What becomes of it.
    pub each: Each,
}

impl Row {
    /// Whether it is decided with the others.
    #[must_use]
    pub const fn is_in(&self) -> bool {
        self.each.left.is_none()
    }

    /// Why it is left out, in words; empty: it is not.
    #[must_use]
    pub fn why(&self, ui: &Shell) -> String {
        match self.each.left {
            Some(left) => ui.t(&format!("several-left-{}", left.code())).into_owned(),
            None => String::new(),
        }
    }
}

/// What would become of each, if nobody else has it. Nothing is done. Fifty take as many statements as one.
///
/// # Errors
/// `sign-in-first`, `keepers-only`; `act-unpicked`, `act-too-many`, `act-unchosen`, `act-note`.
pub fn weighed(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (ids, decision): (&[ConcernId], &Decision),
) -> Result<Vec<Each>, Error> {
    may_look(db, viewer)?;
    rules::check_several(decision, ids.len())?;
    let concerns = reports::find_named(db, eyes, ids.to_vec())?;
    let far = accounts::far_among(db, concerns.iter().filter_map(|concern| concern.face_id).collect())?;
    let fitting = commands::fitting_each(db, viewer, &concerns, &far)?;
    let gone = gone(db, &concerns)?;
    let worried = second::worried(db, &concerns)?;
    let known: HashMap<ConcernId, (&Concern, &Vec<Verb>)> =
        concerns.iter().zip(&fitting).map(|(concern, verbs)| (concern.id, (concern, verbs))).collect();
    let left = |id: &ConcernId| {
        let Some((concern, fitting)) = known.get(id) else { return Some(Left::Absent) };
        // Whoever may decide may say that it stays as it is.
        if !fitting.contains(&Verb::Fine) {
            return Some(Left::Keepers);
        }
        let is_gone = decision.verb != Verb::Fine && gone.contains(id);
        let is_distress = worried.contains(&concern.id);
        rules::left_out(decision.verb, (concern, is_distress), fitting).or(is_gone.then_some(Left::Gone))
    };
    Ok(ids.iter().map(|id| Each { id: *id, left: left(id) }).collect())
}

/// Those of them that are about words which are no longer there.
fn gone(db: &mut Db, concerns: &[Concern]) -> Result<HashSet<ConcernId>, Error> {
    let of_replies = concerns.iter().filter_map(|concern| concern.reply_id);
    let of_threads = concerns.iter().filter(|concern| concern.reply_id.is_none());
    let of_threads = of_threads.filter_map(|concern| concern.thread_id);
    let replies: HashSet<ReplyId> = each_once(of_replies, |ids| replies::find_by_ids(db, ids))?
        .into_iter()
        .filter(|reply| reply.taken_back_at.is_none())
        .map(|reply| reply.id)
        .collect();
    let threads: HashSet<ThreadId> = each_once(of_threads, |ids| threads::find_by_ids(db, ids))?
        .into_iter()
        .filter(|thread| thread.taken_back_at.is_none())
        .map(|thread| thread.id)
        .collect();
    let is_gone = |concern: &&Concern| match (concern.reply_id, concern.thread_id) {
        (Some(reply), _) => !replies.contains(&reply),
        (None, Some(thread)) => !threads.contains(&thread),
        (None, None) => false,
    };
    Ok(concerns.iter().filter(is_gone).map(|concern| concern.id).collect())
}

/// The same, each with what it is about.
///
/// # Errors
/// `sign-in-first`, `keepers-only`.
pub fn named(
    db: &mut Db,
    (viewer, eyes): (&Viewer, &Eyes),
    (all, ring): (&[Each], &Keyring),
) -> Result<Vec<Row>, Error> {
    may_look(db, viewer)?;
    let there = all.iter().filter(|each| each.left != Some(Left::Absent)).map(|each| each.id).collect();
    let concerns = reports::find_named(db, eyes, there)?;
    let cases = cases(db, (viewer, eyes, ring), concerns)?;
    let mut cases: HashMap<ConcernId, Case> = cases.into_iter().map(|case| (case.concern.id, case)).collect();
    Ok(all.iter().map(|each| Row { case: cases.remove(&each.id), each: *each }).collect())
}
