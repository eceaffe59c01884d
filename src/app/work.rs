//! Who does which job: news goes to those who listen, the rest is clockwork.

use std::sync::Arc;

use super::later::Later;
use super::schedule;
use crate::db::Tx;
use crate::events::{Event, Listener, outbox, support as company};
use crate::federation::outbound;
use crate::federation::peers::Own;
use crate::forum::{self, search};
use crate::jobs::Job;
use crate::kernel::Error;
use crate::keys::{Erased, Keyring};
use crate::{notify, recovery, safety, support};

/// What jobs need beside their transaction.
pub(super) struct Held {
    pub keys: Keyring,
    pub erased: Erased,
    pub later: Arc<Later>,
    /// This community on the network; none: it speaks with nobody.
    pub own: Option<Own>,
}

/// Brings a claimed job to whoever does it, within its transaction.
pub(super) fn settle(tx: &mut Tx<'_>, job: &Job, held: &Held) -> Result<(), Error> {
    if job.kind == outbound::LATER {
        return held.own.as_ref().map_or(Ok(()), |own| outbound::hear_later(tx, own, job));
    }
    if job.kind == safety::reports::PASS_ON {
        return held.own.as_ref().map_or(Ok(()), |own| outbound::pass_concern_on(tx, own, job));
    }
    let Some(listener) = outbox::listener_of(&job.kind) else {
        return schedule::run(tx, job, &held.keys, &held.erased);
    };
    let Some(id) = job.event else { return Err(Error::other("news without an event")) };
    let event = outbox::find(tx, id)?;
    match listener {
        Listener::Forum => forum::hear(tx, &event),
        Listener::Notify if is_back(&event, &held.later) => Ok(()),
        Listener::Notify => {
            let seen = |face| held.later.seen.of(&face).unwrap_or_default();
            notify::hear(tx, &event, &held.keys, &seen)
        }
        Listener::Recovery => recovery::hear(tx, &event),
        Listener::Safety => safety::hear(tx, &event),
        Listener::Support => support::hear(tx, &event),
        Listener::Search => search::hear(tx, &event),
        Listener::Federation => held.own.as_ref().map_or(Ok(()), |own| outbound::hear(tx, own, &event)),
    }
}

/// Whether somebody who is said to be quiet looked at a page since, and that waits to be written.
fn is_back(event: &Event, later: &Later) -> bool {
    matches!(event, Event::Support(company::Event::BuddyQuiet { by, by_looks: true, .. }) if later.here.of(by).is_some())
}
