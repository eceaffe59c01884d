//! Folding something for oneself, and opening it again.

use std::collections::HashSet;

use super::model::mark;
use super::{Folds, store};
use crate::db::{Db, Tx};
use crate::identity::aliases::Hand;
use crate::kernel::{Error, ReplyId, ThreadId};
use crate::policy::{self, Action, Viewer};

/// Days after which a fold is forgotten.
const DAYS: i64 = 365;

/// What a reader folded in these threads; whatever shows words of others asks, and says so where it shows them.
///
/// # Errors
/// A fault of the database.
pub fn of(
    db: &mut Db,
    hand: Option<&Hand>,
    threads: impl IntoIterator<Item = ThreadId>,
) -> Result<Folds, Error> {
    let Some(hand) = hand else { return Ok(Folds::default()) };
    let threads: Vec<ThreadId> = threads.into_iter().collect();
    if threads.is_empty() {
        return Ok(Folds::default());
    }
    let marks: HashSet<String> = store::marks(db, threads)?.into_iter().collect();
    Ok(Folds::new(Some(hand.clone()), marks))
}

/// Folds words for whoever holds this, and for nobody else. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub fn fold(
    tx: &mut Tx<'_>,
    (viewer, hand): (&Viewer, &Hand),
    (thread, reply): (ThreadId, Option<ReplyId>),
) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::TellConcern)?;
    let until = tx.now().day().plus(DAYS);
    store::insert(tx, &permit, &mark(hand, thread, reply), (thread, until))
}

/// Opens words again. Twice is the same as once.
///
/// # Errors
/// `sign-in-first`.
pub(super) fn unfold(
    tx: &mut Tx<'_>,
    (viewer, hand): (&Viewer, &Hand),
    (thread, reply): (ThreadId, Option<ReplyId>),
) -> Result<(), Error> {
    let permit = policy::may_in_community(viewer, Action::TellConcern)?;
    store::remove(tx, &permit, &mark(hand, thread, reply))
}

/// Forgets folds of long ago; for the clockwork.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let today = tx.now().day();
    store::sweep(tx, today)
}
