//! PostgreSQL's threads: each owns a connection, looks and changes alike, and reconnects when it is cut off.

use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, select};

use super::{Change, Look, MAX_ATTEMPTS, Retry, World};
use crate::db::url::Purpose;
use crate::db::{Db, Tx};
use crate::kernel::{Error, Fault};

/// How long to wait before asking an absent database again.
const RECONNECT: Duration = Duration::from_millis(500);

/// A connection that nobody used for so long is asked whether it is still there.
const IDLE: Duration = Duration::from_secs(1);

/// A connection, and when it was last of use.
type Held = Option<(Db, Instant)>;

/// Works until nobody can send any more.
pub(super) fn work_forever(world: &World, looks: &Receiver<Look>, changes: &Receiver<Box<dyn Change>>) {
    let mut held: Held = None;
    loop {
        let answers = select! {
            recv(looks) -> look => match look {
                // Without a connection the look is dropped, and its caller hears "busy".
                Ok(look) => look_once(world, &mut held, look),
                Err(_) => return,
            },
            recv(changes) -> change => match change {
                Ok(change) => write(world, &mut held, change),
                Err(_) => return,
            },
        };
        if !answers {
            // Those behind hear it now too: waiting for the next attempt would not help them.
            let (readers, writers) = (looks.len(), changes.len());
            looks.try_iter().take(readers).for_each(drop);
            changes.try_iter().take(writers).for_each(|change| change.answer(Err(Fault::Busy.into())));
        }
    }
}

/// Whether the database answers.
fn look_once(world: &World, held: &mut Held, look: Look) -> bool {
    let Some(db) = connected(world, held) else { return false };
    if look(db) {
        *held = None;
    }
    true
}

fn connected<'a>(world: &World, held: &'a mut Held) -> Option<&'a mut Db> {
    if held.as_mut().is_some_and(|(db, used)| used.elapsed() > IDLE && db.batch("SELECT 1").is_err()) {
        *held = None;
    }
    if held.is_none() {
        match world.url.open(Purpose::Write) {
            Ok(db) => *held = Some((db, Instant::now())),
            Err(error) => {
                tracing::warn!(%error, "PostgreSQL does not answer");
                wait(RECONNECT);
            }
        }
    }
    let (db, used) = held.as_mut()?;
    *used = Instant::now();
    Some(db)
}

/// Whether the database answers.
fn write(world: &World, held: &mut Held, mut change: Box<dyn Change>) -> bool {
    for attempt in 1..=MAX_ATTEMPTS {
        let Some(db) = connected(world, held) else {
            change.answer(Err(Fault::Busy.into()));
            return false;
        };
        if db.begin().is_err() {
            // Cut off while idle: nothing has run yet, so a fresh connection may try.
            *held = None;
            continue;
        }
        match once(db, world, change.as_mut()) {
            Ok(()) | Err(None) => {
                change.answer(Ok(()));
                return true;
            }
            Err(Some(error)) if error.lost_a_race() && attempt < MAX_ATTEMPTS => pause(world, attempt),
            Err(Some(error)) => {
                change.answer(Err(error));
                return true;
            }
        }
    }
    change.answer(Err(Fault::Busy.into()));
    true
}

/// One attempt in the transaction just begun. `Err(None)` means the work itself said no, and its answer stands.
fn once(db: &mut Db, world: &World, change: &mut dyn Change) -> Result<(), Option<Error>> {
    let verdict = change.attempt(&mut Tx::new(db, world.clock.now(), &world.chance));
    let ended = match verdict {
        Ok(()) => world.commit(db).map_err(Some),
        Err(Retry::Race) => Err(Some(Fault::Race.into())),
        Err(Retry::Never) => Err(None),
    };
    if ended.is_err() {
        let _ = db.rollback();
    }
    ended
}

/// Waits a random while, longer each time, so that rivals do not meet again.
fn pause(world: &World, attempt: u32) {
    let ceiling_ms = 2_usize << attempt.min(7);
    let wait_ms = u64::try_from(world.chance.stream("pause", 0).below(ceiling_ms)).unwrap_or(0);
    wait(Duration::from_millis(wait_ms));
}

#[expect(
    clippy::disallowed_methods,
    reason = "a database thread has nothing else to do, and its queue waits with it"
)]
fn wait(time: Duration) {
    std::thread::sleep(time);
}
