//! Decisions a page at a time, the latest first: each with every part of its press.

use diesel::dsl::not;
use diesel::prelude::*;

use super::SHOWN;
use crate::db::schema::{act, concern};
use crate::db::{Db, Run, cols, when};
use crate::kernel::{Error, FaceId};
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::safety::actions::model::FROM_LIST;
use crate::safety::actions::{Act, ActId, State, Verb};
use crate::safety::reports::ConcernId;

/// Decisions that one page shows: as many as [`SHOWN`].
const PAGE: usize = 50;

/// One page, with the decision after which the next begins; none: these are all.
pub(in crate::safety::actions) type Page = (Vec<Act>, Option<ActId>);

/// What was decided, as far as this viewer's log goes. What was taken over from a list stands in that list.
pub(in crate::safety::actions) fn list(
    db: &mut Db,
    eyes: &Eyes,
    before: Option<ActId>,
) -> Result<Page, Error> {
    let before = number(db, before)?;
    let heads = act::table
        .filter(scope::logged(eyes))
        .filter(act::why.ne(FROM_LIST))
        .filter(act::with_id.is_null())
        .filter(when(before, |number| act::number.lt(number)))
        .order(act::number.desc())
        .limit(SHOWN + 1)
        .select(cols::<Act>())
        .rows(db)?;
    page(db, heads)
}

/// What met these faces.
pub(in crate::safety::actions) fn met(
    db: &mut Db,
    own: &[FaceId],
    before: Option<ActId>,
) -> Result<Page, Error> {
    let before = number(db, before)?;
    let heads = these(db, own, (None, before))?;
    page(db, heads)
}

/// One decision that met one of these faces, however long ago.
pub(in crate::safety::actions) fn find_met(db: &mut Db, own: &[FaceId], id: ActId) -> Result<Act, Error> {
    these(db, own, (Some(id), None))?.pop().ok_or(Error::Absent)
}

fn these(
    db: &mut Db,
    own: &[FaceId],
    (only, before): (Option<ActId>, Option<i64>),
) -> Result<Vec<Act>, Error> {
    act::table
        .filter(act::face_id.eq_any(own.iter().copied().map(Some).collect::<Vec<_>>()))
        .filter(act::verb.ne_all([Verb::Fine, Verb::Care]))
        // A move that is proposed is a question to whoever wrote the thread.
        .filter(act::state.ne_all([State::Proposed, State::Dropped]).or(act::verb.eq(Verb::Move)))
        .filter(not(act::concern_id.is_null().and(act::words.eq(""))))
        .filter(act::with_id.is_null())
        .filter(when(only, |id| act::id.eq(id)))
        .filter(when(before, |number| act::number.lt(number)))
        .order(act::number.desc())
        .limit(SHOWN + 1)
        .select(cols::<Act>())
        .rows(db)
}

/// Which of these decisions stand in what this viewer looks after themself.
pub(in crate::safety::actions) fn theirs(
    db: &mut Db,
    eyes: &Eyes,
    ids: Vec<ActId>,
) -> Result<Vec<ActId>, Error> {
    act::table.filter(act::id.eq_any(ids)).filter(scope::acts(eyes)).select(act::id).rows(db)
}

/// Which of these cases are this viewer's to open.
pub(in crate::safety::actions) fn cases(
    db: &mut Db,
    eyes: &Eyes,
    ids: Vec<ConcernId>,
) -> Result<Vec<ConcernId>, Error> {
    concern::table.filter(concern::id.eq_any(ids)).filter(scope::concerns(eyes)).select(concern::id).rows(db)
}

/// Every part that goes with these, the latest first.
pub(in crate::safety::actions) fn parts(db: &mut Db, heads: &[Act]) -> Result<Vec<Act>, Error> {
    let heads: Vec<ActId> = heads.iter().map(|act| act.id).collect();
    act::table
        .filter(act::with_id.is_not_null())
        .filter(act::with_id.assume_not_null().eq_any(heads))
        .order(act::number.desc())
        .select(cols::<Act>())
        .rows(db)
}

/// Where a page begins.
fn number(db: &mut Db, before: Option<ActId>) -> Result<Option<i64>, Error> {
    let Some(id) = before else { return Ok(None) };
    act::table.find(id).select(act::number).row(db).map(Some)
}

fn page(db: &mut Db, mut heads: Vec<Act>) -> Result<Page, Error> {
    let has_more = heads.len() > PAGE;
    heads.truncate(PAGE);
    let next = heads.last().filter(|_| has_more).map(|act| act.id);
    let parts = parts(db, &heads)?;
    heads.extend(parts);
    Ok((heads, next))
}
