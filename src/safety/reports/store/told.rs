//! What somebody told, sealed: put aside for those who look, and read by them.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::update;

use crate::db::schema::report;
use crate::db::{Db, Run, Tx};
use crate::kernel::Error;
use crate::keys::Keyring;
use crate::safety::reports::teller::{self, Hidden, Opened};
use crate::safety::reports::{ConcernId, Reason};

/// What was told under a mark, sealed, and why.
pub(in crate::safety::reports) fn told_before(db: &mut Db, mark: &str) -> Result<(Hidden, Reason), Error> {
    let (words, quoted, month, reason): (String, String, String, Reason) = report::table
        .find(mark.to_owned())
        .select((report::words, report::quoted, report::month, report::reason))
        .row(db)?;
    Ok((Hidden { words, quoted, month }, reason))
}

/// It is told for a graver reason.
pub(in crate::safety::reports) fn set_reason(
    tx: &mut Tx<'_>,
    mark: &str,
    (reason, is_another): (Reason, Option<bool>),
) -> Result<(), Error> {
    update(report::table.find(mark.to_owned()))
        .set((report::reason.eq(reason), is_another.map(|is_another| report::is_another.eq(is_another))))
        .exec(tx)
        .map(drop)
}

/// Says it anew.
pub(in crate::safety::reports) fn tell_more(
    tx: &mut Tx<'_>,
    mark: &str,
    hidden: &Hidden,
) -> Result<(), Error> {
    update(report::table.find(mark.to_owned()))
        .set((
            report::words.eq(&hidden.words),
            report::quoted.eq(&hidden.quoted),
            report::month.eq(&hidden.month),
        ))
        .exec(tx)
        .map(drop)
}

/// What was told of each of these: reasons, and words as far as they can be opened. In no order that says who was first.
///
/// # Errors
/// A fault of the database.
pub fn told_of(
    db: &mut Db,
    ring: &Keyring,
    ids: Vec<ConcernId>,
) -> Result<HashMap<ConcernId, Vec<(Reason, Opened)>>, Error> {
    let rows: Vec<(ConcernId, String, Reason, String, String, String)> = report::table
        .filter(report::concern_id.eq_any(ids))
        .select((
            report::concern_id,
            report::mark,
            report::reason,
            report::words,
            report::quoted,
            report::month,
        ))
        .rows(db)?;
    let mut told: HashMap<ConcernId, Vec<(Reason, Opened)>> = HashMap::new();
    for (id, mark, reason, words, quoted, month) in rows {
        let opened = teller::open(ring, &mark, &Hidden { words, quoted, month });
        told.entry(id).or_default().push((reason, opened));
    }
    // By what was said, whoever said it.
    for told in told.values_mut() {
        told.sort();
    }
    Ok(told)
}

/// Why people told of each of these, the gravest first and each once. No words are opened.
///
/// # Errors
/// A fault of the database.
pub fn reasons_among(db: &mut Db, ids: Vec<ConcernId>) -> Result<HashMap<ConcernId, Vec<Reason>>, Error> {
    let rows: Vec<(ConcernId, Reason)> = report::table
        .filter(report::concern_id.eq_any(ids))
        .select((report::concern_id, report::reason))
        .distinct()
        .rows(db)?;
    let mut all: HashMap<ConcernId, Vec<Reason>> = HashMap::new();
    for (id, reason) in rows {
        all.entry(id).or_default().push(reason);
    }
    for reasons in all.values_mut() {
        reasons.sort_unstable();
    }
    Ok(all)
}
