//! SQLite's one writer: waiting changes share a transaction, each in a savepoint of its own, and one fsync.

use crossbeam_channel::Receiver;
use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::{Change, Retry, World};
use crate::db::{Db, Tx};
use crate::kernel::{Error, Fault};

/// Changes that may share one commit.
const GROUP_MAX: usize = 64;

/// Takes changes until nobody can send any more.
pub(super) fn write_forever(mut db: Db, world: &World, inbox: &Receiver<Box<dyn Change>>) {
    while let Ok(first) = inbox.recv() {
        group(&mut db, world, first, inbox);
    }
    // Leaves the planner's statistics fresh and the log folded into the file.
    let _ = db.batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
}

/// One transaction: `first` and whatever else waits by then.
fn group(db: &mut Db, world: &World, first: Box<dyn Change>, inbox: &Receiver<Box<dyn Change>>) {
    if let Err(error) = db.begin() {
        return first.answer(Err(error));
    }
    let mut done = Vec::new();
    let mut next = Some(first);
    while let Some(mut change) = next.take() {
        run_in_savepoint(db, world, change.as_mut());
        done.push(change);
        if done.len() < GROUP_MAX {
            next = inbox.try_recv().ok();
        }
    }
    let committed = db.commit();
    if committed.is_err() {
        let _ = db.rollback();
    }
    for change in done {
        change.answer(committed.as_ref().map_err(again).copied());
    }
}

fn run_in_savepoint(db: &mut Db, world: &World, change: &mut dyn Change) {
    if savepoint(db, AnsiTransactionManager::begin_transaction).is_err() {
        return;
    }
    let verdict = change.attempt(&mut Tx::new(db, world.clock.now(), &world.chance));
    let _ = match verdict {
        Ok(()) => savepoint(db, AnsiTransactionManager::commit_transaction),
        Err(Retry::Never | Retry::Race) => savepoint(db, AnsiTransactionManager::rollback_transaction),
    };
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
