//! The clockwork: what is done again and again, each as a job like any other.

use crate::db::Tx;
use crate::events::outbox;
use crate::forum::sanctions;
use crate::identity::accounts::standing;
use crate::identity::{invitations, sessions};
use crate::jobs::{self, Job, Task};
use crate::kernel::Error;

/// Days for which news is kept after everybody has heard of it.
const NEWS_DAYS: i64 = 7;

/// A recurring job: its stable name, how often in seconds, and what it does.
struct Recurring {
    kind: &'static str,
    every_s: i64,
    work: fn(&mut Tx<'_>) -> Result<(), Error>,
}

const ALL: &[Recurring] = &[
    Recurring { kind: "sweep-sessions", every_s: 86_400, work: |tx| sessions::sweep(tx).map(drop) },
    Recurring { kind: "end-pauses", every_s: 86_400, work: |tx| standing::end_pauses(tx).map(drop) },
    Recurring { kind: "prune-invitations", every_s: 86_400, work: prune_invitations },
    Recurring { kind: "prune-news", every_s: 86_400, work: prune_news },
];

/// Winds the clockwork: every recurring job that is not in the queue is put there.
///
/// # Errors
/// A fault of the database.
pub fn wind(tx: &mut Tx<'_>) -> Result<(), Error> {
    ALL.iter().try_for_each(|recurring| jobs::add(tx, &Task::new(recurring.kind).single(60)))
}

/// Work that is put in the queue by somebody, and done once.
const ONCE: &[(&str, fn(&mut Tx<'_>, &Job) -> Result<(), Error>)] = &[(sanctions::BAR, sanctions::bar)];

/// Does a job that carries no news; a recurring one queues its next turn.
///
/// # Errors
/// A fault, if there is no such job or its work did not succeed.
pub fn run(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    if let Some((_, work)) = ONCE.iter().find(|(kind, _)| *kind == job.kind) {
        return work(tx, job);
    }
    let recurring = ALL
        .iter()
        .find(|recurring| recurring.kind == job.kind)
        .ok_or_else(|| Error::other(format!("nobody does {}", job.kind)))?;
    (recurring.work)(tx)?;
    jobs::add(tx, &Task::new(recurring.kind).single(recurring.every_s))
}

fn prune_invitations(tx: &mut Tx<'_>) -> Result<(), Error> {
    let today = tx.now().day();
    invitations::prune(tx, today).map(drop)
}

fn prune_news(tx: &mut Tx<'_>) -> Result<(), Error> {
    let before = tx.now().day().plus(-NEWS_DAYS);
    outbox::prune(tx, before).map(drop)
}
