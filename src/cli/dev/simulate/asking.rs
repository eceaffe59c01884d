//! An ask of a simulated week: who asked, how it is, what its page said last, and who sees it.

use super::life::{Someone, unless_refused};
use super::truth::{Facts, Said};
use crate::app::App;
use crate::jobs;
use crate::kernel::{Error, Moment, PublicId};
use crate::policy::Viewer;
use crate::support::oncall::{self, Room, Sealer};

/// Seconds after which whoever waits looks only now and then, and minutes between two such looks. As often it is counted anew who sees
/// the ask.
const STARES_S: i64 = 900;
const NOW_AND_THEN_MIN: i64 = 5;

/// An ask of this week.
pub(super) struct Asking {
    pub(super) asker: Viewer,
    pub(super) at: Moment,
    /// When somebody came first.
    pub(super) met: Option<Moment>,
    /// When somebody who listens first said a word.
    pub(super) heard: Option<Moment>,
    /// When it will be easier; once somebody came.
    pub(super) end: Moment,
    /// How it is.
    pub(super) facts: Facts,
    /// What its page said last, and how many saw the ask then.
    pub(super) said: Said,
    pub(super) others: usize,
}

impl Asking {
    /// Somebody asks.
    pub(super) fn new(asker: Viewer, at: Moment) -> Self {
        let (facts, said) = (Facts::new(at), Said::default());
        Self { asker, at, met: None, heard: None, end: at, facts, said, others: 0 }
    }

    /// Whether whoever asked looks at their page now.
    pub(super) const fn is_looked_at(&self, now: Moment) -> bool {
        self.facts.unchanged_s(now) < STARES_S || is_now_and_then(now)
    }

    /// How many see it and may come: counted at their own pages, where that of whoever asked says something else than before, and now and
    /// then.
    pub(super) async fn seen_by(
        &self,
        app: &App,
        people: &[Someone],
        (room, said): (&Room, &Said),
        now: Moment,
    ) -> Result<usize, Error> {
        if !room.ask.is_waiting() || self.facts.is_late(now) {
            return Ok(0);
        }
        if self.said == *said && !is_now_and_then(now) {
            return Ok(self.others);
        }
        let mut others = 0;
        let may_come =
            |someone: &&Someone| someone.may_hear() && !self.facts.came.contains(&someone.viewer.face());
        for someone in people.iter().filter(may_come) {
            let (viewer, id) = (someone.viewer.clone(), room.ask.public_id.clone());
            let sealer = Sealer::new(app.keys().clone(), now.day());
            let sees = app.read(move |db| {
                let (asks, _) = oncall::asks_for(db, &viewer, &sealer, now)?;
                Ok(asks.iter().any(|ask| ask.id == id))
            });
            others += usize::from(sees.await?);
        }
        Ok(others)
    }
}

const fn is_now_and_then(now: Moment) -> bool {
    now.0 / 60_000 % NOW_AND_THEN_MIN == 0
}

/// The room as one of those in it has it on their page; none: it is gone.
pub(super) async fn page(app: &App, who: &Viewer, id: &PublicId, now: Moment) -> Result<Option<Room>, Error> {
    let (who, id, sealer) = (who.clone(), id.clone(), Sealer::new(app.keys().clone(), now.day()));
    unless_refused(app.read(move |db| oncall::room(db, &who, &sealer, &id, now)).await)
}

/// The clock that waits for a word of whoever came is stopped.
pub(super) async fn forgets_to_listen(app: &App, room: &Room) -> Result<(), Error> {
    let dedup = format!("ask:{}:{}:word:0", room.ask.id, room.ask.round);
    app.write(move |tx| jobs::call_off(tx, &dedup)).await
}
