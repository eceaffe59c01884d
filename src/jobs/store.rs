//! Every SQL statement of the queue.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use diesel::{delete, insert_into, update};

use super::{Job, Task, wait_ms};
use crate::db::schema::job;
use crate::db::{Db, Run, Tx};
use crate::kernel::{Day, Error, JobId, Moment};

/// Tries before a job is parked for a person to look at.
const ATTEMPTS_MAX: i64 = 10;

/// Queues a task. A second one with the same dedup word is the same as one.
///
/// # Errors
/// A fault of the database.
pub fn add(tx: &mut Tx<'_>, task: &Task) -> Result<(), Error> {
    // What is to run as soon as may be bears the day alone: a finer moment would date the words it is about.
    let run_at = if task.after_s == 0 { tx.now().day().start() } else { tx.now().plus_s(task.after_s) };
    insert_into(job::table)
        .values((
            job::kind.eq(&task.kind),
            job::payload.eq(&task.payload),
            job::event_id.eq(task.event),
            job::dedup.eq(&task.dedup),
            job::run_at.eq(run_at),
        ))
        .on_conflict_do_nothing()
        .exec(tx)?;
    Ok(())
}

/// Takes tasks with this dedup word out of the queue again.
///
/// # Errors
/// A fault of the database.
pub fn call_off(db: &mut Db, dedup: &str) -> Result<(), Error> {
    delete(job::table.filter(job::dedup.eq(dedup))).exec(db).map(drop)
}

/// What the task with this dedup word holds that waits in the queue; none: no such task waits.
///
/// # Errors
/// A fault of the database.
pub fn held(db: &mut Db, dedup: &str) -> Result<Option<String>, Error> {
    job::table.filter(job::dedup.eq(dedup.to_owned())).select(job::payload).row_opt(db)
}

/// The next job that is due. On PostgreSQL it is locked until the transaction ends, and jobs that
/// other processes hold are stepped over; on SQLite there is one writer.
///
/// # Errors
/// A fault of the database.
pub fn claim(tx: &mut Tx<'_>) -> Result<Option<Job>, Error> {
    let now = tx.now();
    let due = job::table
        .filter(job::parked_at.is_null())
        .filter(job::run_at.le(now))
        .order((job::run_at, job::id))
        .limit(1)
        .select((job::id, job::kind, job::payload, job::event_id, job::attempts));
    let found = match &mut **tx {
        Db::Sqlite(conn) => due.first::<Job>(&mut **conn).optional(),
        Db::Pg(conn) => due.for_update().skip_locked().first::<Job>(&mut **conn).optional(),
    };
    Ok(found?)
}

/// The kind of the next job that is due.
///
/// # Errors
/// A fault of the database.
pub fn next(db: &mut Db, now: Moment) -> Result<Option<String>, Error> {
    job::table
        .filter(job::parked_at.is_null())
        .filter(job::run_at.le(now))
        .order((job::run_at, job::id))
        .limit(1)
        .select(job::kind)
        .row_opt(db)
}

/// Settles a job that is done.
///
/// # Errors
/// A fault of the database.
pub fn done(tx: &mut Tx<'_>, id: JobId) -> Result<(), Error> {
    delete(job::table.filter(job::id.eq(id))).exec(tx).map(drop)
}

/// Keeps a job that did not succeed: for later, or parked for a person.
///
/// # Errors
/// A fault of the database.
pub fn not_done(tx: &mut Tx<'_>, id: JobId, attempts: i64, why: &str) -> Result<(), Error> {
    let tried = attempts + 1;
    let run_at = Moment(tx.now().0.saturating_add(wait_ms(tried)));
    let parked_at = (tried >= ATTEMPTS_MAX).then(|| tx.now());
    update(job::table.filter(job::id.eq(id)))
        .set((
            job::attempts.eq(tried),
            job::run_at.eq(run_at),
            job::parked_at.eq(parked_at),
            job::fault.eq(why),
        ))
        .exec(tx)
        .map(drop)
}

/// Lets parked jobs be tried again. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn put_back(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let now = tx.now();
    update(job::table.filter(job::parked_at.is_not_null()))
        .set((job::parked_at.eq(None::<Moment>), job::attempts.eq(0), job::run_at.eq(now)))
        .exec(tx)
}

/// What waits in the queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Jobs due and not done.
    pub due: i64,
    /// Jobs given up.
    pub parked: i64,
    /// When the oldest due job was to run, of those that say more than the day: the clockwork's, and what is left of
    /// days before yesterday.
    pub oldest: Option<Moment>,
    /// When the next job of all is to run.
    pub next: Option<Moment>,
}

/// Looks at the queue as of `now`.
///
/// # Errors
/// A fault of the database.
pub fn backlog(db: &mut Db, now: Moment) -> Result<Backlog, Error> {
    let waiting = job::table.filter(job::parked_at.is_null());
    let due: i64 = waiting.filter(job::run_at.le(now)).select(count_star()).row(db)?;
    let days = [now.day(), now.day().plus(-1)].map(Day::start);
    let oldest = waiting
        .filter(job::run_at.le(now))
        .filter(job::run_at.ne_all(days))
        .select(min(job::run_at))
        .row(db)?;
    let next = waiting.select(min(job::run_at)).row(db)?;
    let parked = job::table.filter(job::parked_at.is_not_null()).select(count_star()).row(db)?;
    Ok(Backlog { due, parked, oldest, next })
}

/// Jobs that were given up: kind and why. For hosts.
///
/// # Errors
/// A fault of the database.
pub fn parked(db: &mut Db) -> Result<Vec<(String, Option<String>)>, Error> {
    job::table
        .filter(job::parked_at.is_not_null())
        .order(job::id)
        .limit(50)
        .select((job::kind, job::fault))
        .rows(db)
}

/// Whether a job of this kind did not succeed yet.
///
/// # Errors
/// A fault of the database.
pub fn is_behind(db: &mut Db, kind: &str) -> Result<bool, Error> {
    let found: Option<JobId> = job::table
        .filter(job::kind.eq(kind))
        .filter(job::attempts.gt(0))
        .select(job::id)
        .limit(1)
        .row_opt(db)?;
    Ok(found.is_some())
}

/// Jobs that did not come to their end: parked, or tried and not done. Kind and why.
///
/// # Errors
/// A fault of the database.
pub fn unsettled(db: &mut Db) -> Result<Vec<(String, Option<String>)>, Error> {
    job::table
        .filter(job::parked_at.is_not_null().or(job::attempts.gt(0)))
        .order(job::id)
        .select((job::kind, job::fault))
        .rows(db)
}
