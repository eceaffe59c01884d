//! What hosts do with numbers: add, change, try, put in order, take away.

use super::{Draft, Helpline, Refusal, known, store};
use crate::db::Tx;
use crate::kernel::Error;
use crate::policy::{self, Action, Viewer};

/// Adds a number, after the others of its country. The same number twice is once.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn add(tx: &mut Tx<'_>, viewer: &Viewer, draft: &Draft) -> Result<Helpline, Error> {
    let numbers = store::by_country(tx, draft.country.as_str())?;

    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;

    let same = numbers.iter().find(|line| line.number == draft.number.as_str() && line.kind == draft.kind);
    if let Some(same) = same {
        return Ok(same.clone());
    }
    store::insert(tx, &permit, draft)
}

/// Changes a number. What nobody has tried in its new form is not checked any more.
///
/// # Errors
/// Absent; `sign-in-first`, `hosts-only`.
pub fn change(tx: &mut Tx<'_>, viewer: &Viewer, id: i64, draft: &Draft) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    let line = store::find(tx, id)?;

    let is_same = line.number == draft.number.as_str() && line.kind == draft.kind;
    store::update_draft(tx, &permit, id, draft)?;
    if is_same { Ok(()) } else { store::set_checked_on(tx, &permit, id, None) }
}

/// Notes that somebody tried this number today.
///
/// # Errors
/// As [`change`].
pub fn check(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    store::find(tx, id)?;

    let today = tx.now().day();
    store::set_checked_on(tx, &permit, id, Some(today))
}

/// Moves a number up by one among those of its country.
///
/// # Errors
/// As [`change`].
pub fn move_up(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    let line = store::find(tx, id)?;
    let mut ids: Vec<i64> = store::by_country(tx, &line.country)?.iter().map(|line| line.id).collect();

    if let Some(at) = ids.iter().position(|own| *own == id).filter(|at| *at > 0) {
        ids.swap(at - 1, at);
    }
    (0..).zip(ids).try_for_each(|(position, id)| store::set_position(tx, &permit, id, position))
}

/// Takes a number away. The last of the community's own country stays.
///
/// # Errors
/// `sign-in-first`, `hosts-only`; `helpline-last`.
pub fn remove(tx: &mut Tx<'_>, viewer: &Viewer, id: i64) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;
    let line = match store::find(tx, id) {
        Err(Error::Absent) => return Ok(()),
        found => found?,
    };

    let home = store::own_country(tx)?;
    if line.country == home && store::by_country(tx, &home)?.len() == 1 {
        return Err(Refusal::Last.into());
    }
    store::delete_one(tx, &permit, id)
}

/// Fills in well-known numbers of a country that has none yet, for the host to try.
///
/// # Errors
/// `sign-in-first`, `hosts-only`.
pub fn suggest(tx: &mut Tx<'_>, viewer: &Viewer, country: &str) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::ManageCommunity)?;

    if !store::by_country(tx, country)?.is_empty() {
        return Ok(());
    }
    for line in known::of(country) {
        let draft = Draft::known(&line)?;
        store::insert(tx, &permit, &draft)?;
    }
    Ok(())
}
