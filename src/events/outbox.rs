//! `tx.emit(event)`: the news and one job a listener, in the same commit as what happened.

use diesel::insert_into;
use diesel::prelude::*;

use super::{Event, Listener, forum, support};
use crate::db::schema::event;
use crate::db::{Db, Run, Tx, Wake};
use crate::jobs::{self, Task};
use crate::kernel::{Day, Error, EventId};

/// The prefix of a job that carries news to a listener: `hear:notify`.
const HEAR: &str = "hear:";

impl Tx<'_> {
    /// Says what happened. Listeners hear of it after the commit, each in a transaction of its own.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn emit(&mut self, news: impl Into<Event>) -> Result<(), Error> {
        let news = news.into();
        if let Some(wake) = wake(&news) {
            self.wake(wake);
        }
        let listeners = news.listeners();
        if listeners.is_empty() {
            return Ok(());
        }
        let payload = serde_json::to_string(&news).map_err(Error::other)?;
        let now = self.now();
        let id: EventId = insert_into(event::table)
            .values((
                event::kind.eq(news.name()),
                event::payload.eq(payload),
                event::happened_on.eq(now.day()),
            ))
            .returning(event::id)
            .row(self)?;
        for listener in listeners {
            jobs::add(self, &Task::new(&format!("{HEAR}{}", listener.code())).carrying(id))?;
        }
        Ok(())
    }
}

/// The listener a job brings news to, if it is such a job.
#[must_use]
pub fn listener_of(job_kind: &str) -> Option<Listener> {
    job_kind.strip_prefix(HEAR).and_then(Listener::parse)
}

/// Whether some news did not reach a listener yet, though it was tried.
///
/// # Errors
/// A fault of the database.
pub fn is_behind(db: &mut Db, listener: Listener) -> Result<bool, Error> {
    jobs::is_behind(db, &format!("{HEAR}{}", listener.code()))
}

/// Reads news back for a listener.
///
/// # Errors
/// [`Error::Absent`] if it was pruned; a fault if it cannot be read.
pub fn find(db: &mut Db, id: EventId) -> Result<Event, Error> {
    let payload: String = event::table.filter(event::id.eq(id)).select(event::payload).row(db)?;
    serde_json::from_str(&payload).map_err(Error::other)
}

/// Forgets news older than `day` that no job carries any more.
///
/// # Errors
/// A fault of the database.
pub fn prune(tx: &mut Tx<'_>, day: Day) -> Result<usize, Error> {
    use crate::db::schema::job;
    let carried = job::table.filter(job::event_id.eq(event::id.nullable()));
    diesel::delete(
        event::table
            .filter(event::happened_on.lt(day))
            .filter(diesel::dsl::not(diesel::dsl::exists(carried))),
    )
    .exec(tx)
}

/// Who waits for such news in this process: open pages of a thread, or of a small room.
fn wake(news: &Event) -> Option<Wake> {
    match news {
        Event::Forum(forum::Event::ReplyGiven { thread, by, .. }) => {
            Some(Wake { subject: ("thread", thread.0), by: *by })
        }
        Event::Support(support::Event::RoomChanged { ask, by }) => {
            Some(Wake { subject: ("ask", ask.0), by: *by })
        }
        Event::Forum(_) | Event::Identity(_) | Event::Recovery(_) | Event::Safety(_) | Event::Support(_) => {
            None
        }
    }
}
