//! PostgreSQL's threads: each owns a connection, looks and changes alike, and reconnects when it is cut off.

use std::time::Duration;

use crossbeam_channel::{Receiver, select};

use super::{Change, Look, MAX_ATTEMPTS, Retry, World};
use crate::db::url::Purpose;
use crate::db::{Db, Tx};
use crate::kernel::{Error, Fault};

/// How long to wait before asking an absent database again.
const RECONNECT: Duration = Duration::from_millis(500);

/// Works until nobody can send any more.
pub(super) fn work_forever(world: &World, looks: &Receiver<Look>, changes: &Receiver<Box<dyn Change>>) {
    let mut held: Option<Db> = None;
    loop {
        select! {
            recv(looks) -> look => match look {
                Ok(look) => {
                    // Without a connection the look is dropped, and its caller hears "busy".
                    let lost = connected(world, &mut held).is_some_and(look);
                    if lost { held = None; }
                }
                Err(_) => return,
            },
            recv(changes) -> change => match change {
                Ok(change) => write(world, &mut held, change),
                Err(_) => return,
            },
        }
    }
}

fn connected<'a>(world: &World, held: &'a mut Option<Db>) -> Option<&'a mut Db> {
    if held.is_none() {
        match world.url.open(Purpose::Write) {
            Ok(db) => *held = Some(db),
            Err(error) => {
                tracing::warn!(%error, "PostgreSQL does not answer");
                wait(RECONNECT);
            }
        }
    }
    held.as_mut()
}

fn write(world: &World, held: &mut Option<Db>, mut change: Box<dyn Change>) {
    for attempt in 1..=MAX_ATTEMPTS {
        let Some(db) = connected(world, held) else { break };
        if db.begin().is_err() {
            // Cut off while idle: nothing has run yet, so a fresh connection may try.
            *held = None;
            continue;
        }
        match once(db, world, change.as_mut()) {
            Ok(()) | Err(None) => return change.answer(Ok(())),
            Err(Some(error)) if error.lost_a_race() && attempt < MAX_ATTEMPTS => pause(world, attempt),
            Err(Some(error)) => return change.answer(Err(error)),
        }
    }
    change.answer(Err(Fault::Busy.into()));
}

/// One attempt in the transaction just begun. `Err(None)` means the work itself said no, and its answer stands.
fn once(db: &mut Db, world: &World, change: &mut dyn Change) -> Result<(), Option<Error>> {
    let verdict = change.attempt(&mut Tx::new(db, world.clock.now(), &world.chance));
    let ended = match verdict {
        Ok(()) => db.commit().map_err(Some),
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
    let wait_ms = u64::try_from(world.chance.below(ceiling_ms)).unwrap_or(0);
    wait(Duration::from_millis(wait_ms));
}

#[expect(
    clippy::disallowed_methods,
    reason = "a database thread has nothing else to do, and its queue waits with it"
)]
fn wait(time: Duration) {
    std::thread::sleep(time);
}
