//! SQLite's one writer: waiting changes share a transaction, each in a savepoint of its own, and one fsync.

use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError};
use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::{Change, Look, Retry, Side, World};
use crate::db::{Db, Tx};
use crate::kernel::{Error, Fault};

/// A change to be run, if there is one.
type Next = Option<Box<dyn Change>>;

/// How long nobody writes before the log is emptied.
const QUIET: Duration = Duration::from_mins(1);
/// Changes that may share one commit.
const GROUP_MAX: usize = 64;

/// Takes looks until nobody can send any more. Each sees one moment, and locks the file once however much it asks.
pub(super) fn read_forever(mut db: Db, inbox: &Receiver<Look>) {
    for look in inbox {
        // If it cannot begin, the look's own statements will say why.
        let _ = db.batch("BEGIN");
        look(&mut db);
        let _ = db.batch("COMMIT");
    }
}

/// Takes changes until nobody can send any more.
pub(super) fn write_forever(mut db: Db, world: &World, inbox: &Receiver<Box<dyn Change>>) {
    let (mut next, mut has_log) = (None, true);
    loop {
        let first = match next.take() {
            Some(first) => first,
            None => match inbox.recv_timeout(QUIET) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => {
                    if has_log {
                        empty_log(&mut db);
                    }
                    has_log = false;
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            },
        };
        // The one that was of another side begins the group after this one.
        next = group(&mut db, world, first, inbox);
        has_log = true;
    }
    // Leaves the planner's statistics fresh and the log folded into the file.
    let _ = db.batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
}

/// What was deleted is wiped in the file, and may still stand in the log: in a quiet minute that is folded in and
/// emptied. Nobody waits for it; if somebody reads just then, the next quiet minute will do.
fn empty_log(db: &mut Db) {
    let _ = db.batch("PRAGMA busy_timeout = 0");
    let _ = db.batch("PRAGMA wal_checkpoint(TRUNCATE)");
    let _ = db.batch("PRAGMA busy_timeout = 5000");
}

/// One transaction: `first` and whatever else of its side waits by then. Returns the first of another side, which
/// must not share it.
fn group(
    db: &mut Db,
    world: &World,
    first: Box<dyn Change>,
    inbox: &Receiver<Box<dyn Change>>,
) -> Option<Box<dyn Change>> {
    if let Err(error) = db.begin() {
        // Somebody else holds the file. Those behind have waited too, and must not each wait as long again; whoever
        // comes while they are told has not waited yet.
        let behind = inbox.len();
        for change in std::iter::once(first).chain(inbox.try_iter().take(behind)) {
            change.answer(Err(again(&error)));
        }
        return None;
    }
    let mut done = Vec::new();
    let (side, mut other) = (first.side(), None);
    let (mut next, mut is_whole) = (Some(first), true);
    while let Some(mut change) = next.take() {
        is_whole = run_in_savepoint(db, world, change.as_mut());
        done.push(change);
        if is_whole && done.len() < GROUP_MAX {
            let waits = inbox.try_recv().ok();
            (next, other) = waits.map_or((None, None), |change| split(side, change));
        }
    }
    let committed = if is_whole { world.commit(db) } else { Err(Fault::Full.into()) };
    if committed.is_err() {
        let _ = db.rollback();
    }
    match committed {
        // One of them needs more room than there is; alone, the others may fit.
        Err(Error::Fault(Fault::Full)) if done.len() > 1 => {
            for change in done {
                run_alone(db, world, change);
            }
        }
        committed => {
            for change in done {
                change.answer(committed.as_ref().map_err(again).copied());
            }
        }
    }
    other
}

/// A change that goes on with this side, or one that waits for the next group.
fn split(side: Side, change: Box<dyn Change>) -> (Next, Next) {
    if change.side() == side { (Some(change), None) } else { (None, Some(change)) }
}

/// Runs a change so that it can be undone by itself. `false`: the whole transaction is gone, as SQLite
/// may decide when the disk is full.
fn run_in_savepoint(db: &mut Db, world: &World, change: &mut dyn Change) -> bool {
    if savepoint(db, AnsiTransactionManager::begin_transaction).is_err() {
        return false;
    }
    let ended = match change.attempt(&mut Tx::new(db, world.clock.now(), &world.chance)) {
        Ok(()) => savepoint(db, AnsiTransactionManager::commit_transaction),
        Err(Retry::Never | Retry::Race) => savepoint(db, AnsiTransactionManager::rollback_transaction),
    };
    ended.is_ok()
}

/// Runs a change again, in a transaction of its own.
fn run_alone(db: &mut Db, world: &World, mut change: Box<dyn Change>) {
    let mut ended = db.begin();
    if ended.is_ok() {
        let verdict = change.attempt(&mut Tx::new(db, world.clock.now(), &world.chance));
        ended = if verdict.is_ok() { world.commit(db) } else { db.rollback() };
    }
    if ended.is_err() {
        let _ = db.rollback();
    }
    change.answer(ended);
}

fn savepoint(
    db: &mut Db,
    step: impl Fn(&mut diesel::SqliteConnection) -> diesel::QueryResult<()>,
) -> Result<(), Error> {
    match db {
        Db::Sqlite(conn) => step(conn).map_err(Error::from),
        Db::Pg(_) => Err(Fault::Busy.into()),
    }
}

/// A failed commit fails for everybody in it; errors do not clone, so each gets its own of the same sort.
fn again(error: &Error) -> Error {
    match error {
        Error::Fault(Fault::Full) => Fault::Full.into(),
        Error::Fault(Fault::Busy | Fault::Race) => Fault::Busy.into(),
        other => Error::other(other),
    }
}
