//! Every SQL statement about how the server is.

use diesel::dsl::{count_star, max, min};
use diesel::prelude::*;
use diesel::update;

use super::{Counts, Health};
use crate::db::schema::{account, community, event, group_, helpline, peer, reply, thread};
use crate::db::{Db, Run};
use crate::jobs;
use crate::kernel::{Day, Error, Moment};

/// How many of everything.
///
/// # Errors
/// A fault of the database, also when it holds no community.
pub fn counts(db: &mut Db) -> Result<Counts, Error> {
    Ok(Counts {
        people: account::table.select(count_star()).row(db)?,
        groups: group_::table.select(count_star()).row(db)?,
        threads: thread::table.select(count_star()).row(db)?,
        replies: reply::table.select(count_star()).row(db)?,
    })
}

/// The day of the newest news.
///
/// # Errors
/// A fault of the database.
pub fn newest_day(db: &mut Db) -> Result<Option<Day>, Error> {
    event::table.select(max(event::happened_on)).row(db)
}

/// Notes that a backup was made. Called by the command line alone, which has no transaction open.
///
/// # Errors
/// A fault of the database.
pub fn note_backup(db: &mut Db, day: Day) -> Result<(), Error> {
    update(community::table).set(community::backup_on.eq(day)).exec(db).map(drop)
}

/// Everything but the disk and the key ring, as of `now`.
pub(super) fn health(db: &mut Db, now: Moment) -> Result<Health, Error> {
    let waiting = thread::table
        .filter(thread::is_waiting.is_not_null())
        .filter(thread::removed_at.is_null())
        .filter(thread::taken_back_at.is_null());
    let (count, since) = waiting.select((count_star(), min(thread::said_on))).row(db)?;
    let about: Option<(Option<Day>, Option<Moment>)> =
        community::table.select((community::backup_on, community::opened_at)).row_opt(db)?;
    let (backup_on, opened_at) = about.unwrap_or_default();
    let open = account::table.filter(account::state.eq("open"));
    Ok(Health {
        now,
        waiting: count,
        waiting_since: since,
        backlog: jobs::backlog(db, now)?,
        parked: jobs::parked(db)?,
        space: None,
        backup_on,
        unchecked: helpline::table.filter(helpline::checked_on.is_null()).select(count_star()).row(db)?,
        has_ring: true,
        has_ring_copy: true,
        keepers: open.filter(account::rank.ne("member")).select(count_star()).row(db)?,
        asking: account::table.filter(account::state.eq("waiting")).select(count_star()).row(db)?,
        links: peer::table
            .filter(peer::state.eq("asking").or(peer::key_next.ne("")))
            .select(count_star())
            .row(db)?,
        is_open: opened_at.is_some(),
    })
}
