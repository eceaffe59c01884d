//! What those whom decisions met answered, and what came back.

use diesel::prelude::*;
use diesel::update;

use super::SHOWN;
use crate::db::schema::act;
use crate::db::{Db, Run, Tx, cols};
use crate::kernel::Error;
use crate::policy::Permit;
use crate::policy::scope::safety::{self as scope, Eyes};
use crate::safety::actions::{Act, ActId, Reader, State, Verb};
use crate::safety::reports::ConcernId;

/// A decision that somebody answered, if this viewer is to read that.
pub(in crate::safety::actions) fn find_appeal(db: &mut Db, eyes: &Eyes, id: ActId) -> Result<Act, Error> {
    act::table.filter(act::id.eq(id)).filter(scope::appeals(eyes)).select(cols::<Act>()).row(db)
}

/// Answers that wait for this viewer, the oldest first.
pub(in crate::safety::actions) fn appeals(db: &mut Db, eyes: &Eyes) -> Result<Vec<Act>, Error> {
    act::table
        .filter(scope::appeals(eyes))
        .filter(act::appealed_on.is_not_null())
        .filter(act::answer.eq(""))
        .order((act::appealed_on, act::id))
        .limit(SHOWN)
        .select(cols::<Act>())
        .rows(db)
}

pub(in crate::safety::actions) fn set_appeal(
    tx: &mut Tx<'_>,
    id: ActId,
    words: &str,
    reader: Reader,
) -> Result<(), Error> {
    let today = tx.now().day();
    update(act::table.find(id))
        .set((act::appeal.eq(words), act::appealed_on.eq(Some(today)), act::appeal_tier.eq(reader)))
        .exec(tx)
        .map(drop)
}

pub(in crate::safety::actions) fn set_answer(
    tx: &mut Tx<'_>,
    permit: &Permit,
    id: ActId,
    words: &str,
) -> Result<(), Error> {
    let today = tx.now().day();
    update(act::table.find(id))
        .set((
            act::answer.eq(words),
            act::answered_by.eq(Some(permit.actor())),
            act::answered_on.eq(Some(today)),
        ))
        .exec(tx)
        .map(drop)
}

pub(in crate::safety::actions) fn set_asked(
    tx: &mut Tx<'_>,
    _permit: &Permit,
    id: ActId,
    words: &str,
) -> Result<(), Error> {
    update(act::table.find(id)).set(act::asked.eq(words)).exec(tx).map(drop)
}

pub(in crate::safety::actions) fn set_more(tx: &mut Tx<'_>, id: ActId, words: &str) -> Result<(), Error> {
    update(act::table.find(id)).set(act::more.eq(words)).exec(tx).map(drop)
}

/// Answers that wait, whoever reads them.
pub(in crate::safety::actions) fn waiting_answers(db: &mut Db) -> Result<Vec<Act>, Error> {
    act::table
        .filter(act::appealed_on.is_not_null())
        .filter(act::appeal.ne(""))
        .filter(act::answer.eq(""))
        .order((act::appealed_on, act::id))
        .select(cols::<Act>())
        .rows(db)
}

/// Somebody else reads it from now on.
pub(in crate::safety::actions) fn set_reader(
    tx: &mut Tx<'_>,
    id: ActId,
    reader: Reader,
) -> Result<(), Error> {
    update(act::table.find(id)).set(act::appeal_tier.eq(reader)).exec(tx).map(drop)
}

/// Whether anything that was done about a concern holds.
pub(in crate::safety::actions) fn holds_about(db: &mut Db, id: ConcernId) -> Result<bool, Error> {
    let found: Option<ActId> = act::table
        .filter(act::concern_id.eq(id))
        .filter(act::state.eq(State::Done))
        .filter(act::verb.ne_all([Verb::Fine, Verb::Care]))
        .select(act::id)
        .limit(1)
        .row_opt(db)?;
    Ok(found.is_some())
}
