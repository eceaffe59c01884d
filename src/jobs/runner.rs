//! Runs what is due: each job in one transaction with its own settling, so its effect happens exactly once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::{Job, nap, store};
use crate::db::{Databases, Side, Tx, Wake};
use crate::kernel::{Clock, Error};

/// The longest sleep: a safety net under the nudges, for jobs another process queued.
const SWEEP: Duration = Duration::from_secs(15);

/// Does a claimed job, within its transaction.
pub type Handler = Arc<dyn Fn(&mut Tx<'_>, &Job) -> Result<(), Error> + Send + Sync>;

/// Whose rows a job of this kind touches. Its commit is shared with nobody of the other side.
pub type SideOf = fn(&str) -> Side;

/// The part of the server that works after the answer has been given.
#[derive(Clone)]
pub struct Runner {
    db: Databases,
    clock: Clock,
    handler: Handler,
    side_of: SideOf,
    nudge: Arc<Notify>,
}

/// What one step did.
enum Step {
    /// A job is settled; whoever waits for these may be woken.
    Did(Vec<Wake>),
    /// A job did not succeed: its row, its tries so far, and why.
    DidNot(Job, String),
    /// Nothing is due.
    Idle,
}

impl Runner {
    /// A runner over a database.
    #[must_use]
    pub fn new(db: Databases, clock: Clock, handler: Handler, side_of: SideOf) -> Self {
        Self { db, clock, handler, side_of, nudge: Arc::new(Notify::new()) }
    }

    /// Says that something may be due now.
    pub fn nudge(&self) {
        self.nudge.notify_one();
    }

    /// Runs everything that is due, and returns how many jobs were tried.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn run_due(&self, wake: impl Fn(&[Wake])) -> Result<usize, Error> {
        for tried in 0.. {
            match self.step().await? {
                Step::Did(wakes) => wake(&wakes),
                Step::DidNot(job, why) => {
                    tracing::warn!(job = %job.kind, attempts = job.attempts, why, "a job did not succeed");
                    self.db.write(move |tx| store::not_done(tx, job.id, job.attempts, &why)).await?;
                }
                Step::Idle => return Ok(tried),
            }
        }
        Ok(0)
    }

    /// Runs what is due, sleeps until more is, and goes on for ever.
    pub async fn run_forever(self, wake: impl Fn(&[Wake])) {
        loop {
            if let Err(error) = self.run_due(&wake).await {
                tracing::error!(%error, "the job queue does not answer");
            }
            let _ = tokio::time::timeout(self.until_next().await, self.nudge.notified()).await;
        }
    }

    async fn until_next(&self) -> Duration {
        let now = self.clock.now();
        let next =
            self.db.read(move |db| store::backlog(db, now)).await.ok().and_then(|backlog| backlog.next);
        nap(next, now, SWEEP)
    }

    async fn step(&self) -> Result<Step, Error> {
        let (handler, side_of, now) = (Arc::clone(&self.handler), self.side_of, self.clock.now());
        let Some(kind) = self.db.read(move |db| store::next(db, now)).await? else { return Ok(Step::Idle) };
        let side = side_of(&kind);
        let tried = Arc::new(std::sync::Mutex::new(None));
        let seen = Arc::clone(&tried);
        let outcome = self
            .db
            .write_as(side, move |tx| {
                let Some(job) = store::claim(tx)? else { return Ok(None) };
                // Another came first meanwhile. On PostgreSQL no two changes share a commit, and sides do not matter.
                if tx.is_sqlite() && side_of(&job.kind) != side {
                    return Ok(Some(Vec::new()));
                }
                if let Ok(mut seen) = seen.lock() {
                    *seen = Some(job.clone());
                }
                store::done(tx, job.id)?;
                handler(tx, &job)?;
                Ok(Some(tx.take_wakes()))
            })
            .await;
        let tried = tried.lock().ok().and_then(|mut job| job.take());
        match (outcome, tried) {
            (Ok(Some(wakes)), _) => Ok(Step::Did(wakes)),
            (Ok(None), _) => Ok(Step::Idle),
            (Err(error), Some(job)) => Ok(Step::DidNot(job, error.to_string())),
            (Err(error), None) => Err(error),
        }
    }
}
