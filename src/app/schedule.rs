//! The clockwork: what is done again and again, each as a job like any other.

use super::keeping;
use crate::db::{Side, Tx};
use crate::events::outbox;
use crate::federation::{actors, delivery, far, inbound, resolve};
use crate::forum::{authors, folds, members, quiet, sanctions, screening, shelter, turns};
use crate::identity::accounts::{self, standing};
use crate::identity::{affiliations, aliases, invitations, passkeys, sessions, silences};
use crate::jobs::{self, Job, Task};
use crate::kernel::Error;
use crate::keys::{Erased, Keyring, Tended};
use crate::support::{buddies, noticing, nudges, oncall};
use crate::{notify, recovery, safety};

/// Days for which news is kept after everybody has heard of it.
const NEWS_DAYS: i64 = 7;
/// Values a turn that are sealed anew, and seconds until the next turn.
const RESEALED_AT_ONCE: i64 = 100;
const PAUSE_S: i64 = 5;
/// Letters that everybody has are not kept.
const SWEEP_LETTERS: &str = "sweep-letters";

/// A recurring job: its stable name, how often in seconds, and what it does.
struct Recurring {
    kind: &'static str,
    every_s: i64,
    work: fn(&mut Tx<'_>, &Keyring) -> Result<Done, Error>,
}

/// How far a turn came.
enum Done {
    /// There is no more to do until the next turn.
    Whole,
    /// There is more of the same.
    InPart,
}

const ALL: &[Recurring] = &[
    Recurring { kind: "sweep-sessions", every_s: 86_400, work: |tx, _| whole(sessions::sweep(tx)) },
    Recurring { kind: "end-pauses", every_s: 86_400, work: |tx, _| whole(standing::end_pauses(tx)) },
    Recurring { kind: "end-group-pauses", every_s: 86_400, work: |tx, _| whole(members::end_pauses(tx)) },
    Recurring { kind: "tend-turns", every_s: 86_400, work: |tx, _| whole(turns::tend(tx)) },
    Recurring { kind: "tend-terms", every_s: 86_400, work: |tx, _| whole(safety::terms::tend(tx)) },
    Recurring { kind: "end-mutes", every_s: 3_600, work: |tx, _| whole(quiet::sweep(tx)) },
    Recurring { kind: "end-shelters", every_s: 86_400, work: |tx, _| whole(shelter::sweep(tx)) },
    Recurring { kind: "sweep-folds", every_s: 86_400, work: |tx, _| whole(folds::sweep(tx)) },
    Recurring { kind: "end-slow", every_s: 86_400, work: |tx, _| whole(end_slow(tx)) },
    Recurring { kind: "end-labels", every_s: 86_400, work: |tx, _| whole(affiliations::sweep(tx)) },
    Recurring { kind: "sweep-concerns", every_s: 3_600, work: |tx, _| whole(safety::sweep(tx)) },
    Recurring { kind: "sweep-checkins", every_s: 86_400, work: |tx, _| whole(recovery::sweep(tx)) },
    Recurring {
        kind: "sweep-company",
        every_s: oncall::SWEEP_S,
        work: |tx, keys| whole(oncall::sweep(tx, keys)),
    },
    Recurring { kind: "sweep-buddies", every_s: 86_400, work: |tx, keys| whole(buddies::sweep(tx, keys)) },
    Recurring { kind: nudges::SEND, every_s: 1_800, work: |tx, keys| whole(nudges::send(tx, keys)) },
    Recurring { kind: "prune-invitations", every_s: 86_400, work: |tx, _| prune_invitations(tx) },
    Recurring { kind: "prune-news", every_s: 86_400, work: |tx, _| prune_news(tx) },
    Recurring { kind: "sweep-actors", every_s: 86_400, work: |tx, _| sweep_actors(tx) },
    Recurring { kind: "sweep-push", every_s: 3_600, work: |tx, _| whole(notify::push::sweep(tx)) },
    Recurring { kind: "sweep-mail", every_s: 3_600, work: |tx, _| whole(notify::mail::sweep(tx)) },
    Recurring { kind: "tend-keys", every_s: 3_600, work: tend_keys },
];

/// Winds the clockwork: every recurring job that is not in the queue is put there.
///
/// # Errors
/// A fault of the database.
pub fn wind(tx: &mut Tx<'_>) -> Result<(), Error> {
    ALL.iter().try_for_each(|recurring| jobs::add(tx, &Task::new(recurring.kind).single(60)))?;
    [aliases::END_TIES, accounts::END, keeping::SWEEP, SWEEP_LETTERS, noticing::COUNT]
        .iter()
        .try_for_each(|kind| jobs::add(tx, &Task::new(kind).single(60)))
}

/// What does a job that somebody queued.
type Work = fn(&mut Tx<'_>, &Job) -> Result<(), Error>;

/// Work that is put in the queue by somebody, or sees to its next turn by itself.
const ONCE: &[(&str, Work)] = &[
    (aliases::END_TIES, aliases::end_ties),
    (accounts::END, accounts::end_accounts),
    (keeping::SWEEP, keeping::sweep),
    (SWEEP_LETTERS, delivery::sweep),
    (authors::BURY, authors::bury),
    (oncall::WIDEN, oncall::widen_due),
    (oncall::LOOK, oncall::look_due),
    (far::LEAVE_OUT, far::leave_out),
];

/// Whose rows a job touches.
#[must_use]
pub fn side_of(kind: &str) -> Side {
    if [sanctions::BAR, aliases::END_TIES].contains(&kind) { Side::Alias } else { Side::House }
}

/// Does a job that carries no news; a recurring one queues its next turn.
///
/// # Errors
/// A fault, if there is no such job or its work did not succeed.
pub fn run(tx: &mut Tx<'_>, job: &Job, keys: &Keyring, erased: &Erased) -> Result<(), Error> {
    if job.kind == accounts::NOTE {
        return accounts::note(job, erased);
    }
    if job.kind == sanctions::BAR {
        return sanctions::bar(tx, job, keys);
    }
    if job.kind == noticing::COUNT {
        return noticing::count(tx, job, keys);
    }
    if let Some((_, work)) = ONCE.iter().find(|(kind, _)| *kind == job.kind) {
        return work(tx, job);
    }
    let recurring = ALL
        .iter()
        .find(|recurring| recurring.kind == job.kind)
        .ok_or_else(|| Error::other(format!("nobody does {}", job.kind)))?;
    let after_s = match (recurring.work)(tx, keys)? {
        Done::Whole => recurring.every_s,
        Done::InPart => PAUSE_S,
    };
    jobs::add(tx, &Task::new(recurring.kind).single(after_s))
}

fn end_slow(tx: &mut Tx<'_>) -> Result<usize, Error> {
    let today = tx.now().day();
    screening::sweep(tx, today)
}

fn sweep_actors(tx: &mut Tx<'_>) -> Result<Done, Error> {
    actors::sweep(tx)?;
    inbound::sweep(tx)?;
    whole(resolve::sweep(tx))
}

fn whole<T>(outcome: Result<T, Error>) -> Result<Done, Error> {
    outcome.map(|_| Done::Whole)
}

/// Seals anew what another key sealed, some rows a turn, and lets go of keys whose time is over. A ring that is lost
/// may be back; one that is not has nothing to tend.
fn tend_keys(tx: &mut Tx<'_>, keys: &Keyring) -> Result<Done, Error> {
    keys.refresh()?;
    if !keys.is_here() {
        return Ok(Done::Whole);
    }
    let resealed = passkeys::reseal(tx, keys, RESEALED_AT_ONCE)?
        + actors::reseal(tx, keys, RESEALED_AT_ONCE)?
        + notify::reseal(tx, keys, RESEALED_AT_ONCE)?
        + buddies::reseal(tx, keys, RESEALED_AT_ONCE)?
        + silences::reseal(tx, keys, RESEALED_AT_ONCE)?
        + nudges::reseal(tx, keys, RESEALED_AT_ONCE)?
        + recovery::reseal(tx, keys, RESEALED_AT_ONCE)?
        + oncall::reseal(tx, keys, RESEALED_AT_ONCE)?
        + safety::terms::reseal(tx, keys)?;
    if resealed > 0 {
        return Ok(Done::InPart);
    }
    let tended = keys.tend(tx.now().day(), true)?;
    if tended != Tended::default() {
        tracing::info!(
            epochs = tended.epochs,
            fields = tended.fields,
            "keys whose time was over are destroyed"
        );
    }
    Ok(Done::Whole)
}

fn prune_invitations(tx: &mut Tx<'_>) -> Result<Done, Error> {
    let today = tx.now().day();
    whole(invitations::prune(tx, today))
}

fn prune_news(tx: &mut Tx<'_>) -> Result<Done, Error> {
    let before = tx.now().day().plus(-NEWS_DAYS);
    whole(outbox::prune(tx, before))
}
