//! What was decided before: about a thing, and about other words of whoever wrote it.

use diesel::prelude::*;

use super::SHOWN;
use crate::db::schema::act;
use crate::db::{Db, Run, cols};
use crate::kernel::{Error, FaceId};
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::safety::actions::{Act, State, Verb};
use crate::safety::reports::ConcernId;

/// Everything decided about each of these things, and of a whole community from its case, the latest first.
pub(in crate::safety::actions) fn about(
    db: &mut Db,
    subjects: Vec<String>,
    cases: Vec<ConcernId>,
) -> Result<Vec<Act>, Error> {
    let most = SHOWN.saturating_mul(i64::try_from(subjects.len()).unwrap_or(1));
    let there = act::concern_id.eq_any(cases.into_iter().map(Some)).and(act::why.ne(""));
    act::table
        .filter(act::subject.eq_any(subjects).or(there.assume_not_null()))
        .order(act::number.desc())
        .limit(most)
        .select(cols::<Act>())
        .rows(db)
}

/// What was decided before about the words or the names of these, as far as this viewer's log goes, the latest first. That all
/// stayed as it is, or that somebody was with them, says nothing of a person; what was taken back is not held against them.
pub(in crate::safety::actions) fn of_writers(
    db: &mut Db,
    eyes: &Eyes,
    faces: Vec<FaceId>,
) -> Result<Vec<Act>, Error> {
    let most = SHOWN.saturating_mul(i64::try_from(faces.len()).unwrap_or(1));
    act::table
        .filter(act::face_id.eq_any(faces.into_iter().map(Some).collect::<Vec<_>>()))
        .filter(act::verb.ne_all([Verb::Fine, Verb::Care, Verb::HeldThrough, Verb::Pin, Verb::Appoint]))
        .filter(act::state.ne_all([State::Undone, State::Dropped]))
        .filter(scope::logged(eyes))
        .order(act::number.desc())
        .limit(most)
        .select(cols::<Act>())
        .rows(db)
}
