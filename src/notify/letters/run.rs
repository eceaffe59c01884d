//! Sends what is due, several at once. Nobody waits for it: what is on its way lies in the database, and whoever dies leaves
//! it there.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio::sync::Notify;

use crate::app::App;
use crate::db::{Db, Tx};
use crate::jobs;
use crate::kernel::{Error, Moment};

/// The longest sleep: a safety net under the bell, for letters that other processes put on their way.
const SWEEP: Duration = Duration::from_secs(5);
/// After a fault of the database.
const PAUSE: Duration = Duration::from_secs(1);

/// Letters in a table of their own.
pub struct Queue<'a, T> {
    /// Whose.
    pub app: &'a App,
    /// Rings when something may be due.
    pub bell: &'a Notify,
    /// Of what, for the log.
    pub of: &'static str,
    /// Letters in hand at once.
    pub at_once: usize,
    /// Whoever has a letter and does not settle it by then is taken for dead.
    pub lease_s: i64,
    /// When the next letter is due.
    pub next_due: fn(&mut Db) -> Result<Option<Moment>, Error>,
    /// Takes letters that are due, so many at most, each until then.
    pub claim: fn(&mut Tx<'_>, i64, Moment) -> Result<Vec<T>, Error>,
}

impl<T: Send + 'static> Queue<'_, T> {
    /// Sends what is due for ever. `deliver` sends a letter and settles it.
    pub async fn run<F>(&self, deliver: impl Fn(T) -> F)
    where
        F: Future<Output = Result<(), Error>>,
    {
        loop {
            if let Err(error) = self.send_due(&deliver, true).await {
                tracing::error!(%error, "the queue of {} does not answer", self.of);
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Sends all that is due now, and returns how many letters that was.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn run_due<F>(&self, deliver: impl Fn(T) -> F) -> Result<usize, Error>
    where
        F: Future<Output = Result<(), Error>>,
    {
        self.send_due(&deliver, false).await
    }

    async fn send_due<F>(&self, deliver: &impl Fn(T) -> F, for_ever: bool) -> Result<usize, Error>
    where
        F: Future<Output = Result<(), Error>>,
    {
        let (mut hands, mut sent) = (FuturesUnordered::new(), 0);
        loop {
            for letter in self.take(self.at_once.saturating_sub(hands.len())).await? {
                sent += 1;
                hands.push(deliver(letter));
            }
            if hands.is_empty() && !for_ever {
                return Ok(sent);
            }
            let due = self.app.read(self.next_due).await?;
            let nap = jobs::nap(due, self.app.clock().now(), SWEEP);
            tokio::select! {
                Some(settled) = hands.next() => settled?,
                () = self.bell.notified(), if hands.len() < self.at_once => {}
                () = tokio::time::sleep(nap), if hands.len() < self.at_once => {}
            }
        }
    }

    /// Takes letters whose turn it is. Most of the time there are none, and then nothing is written.
    async fn take(&self, room: usize) -> Result<Vec<T>, Error> {
        let (now, room) = (self.app.clock().now(), i64::try_from(room).unwrap_or(0));
        if room == 0 || self.app.read(self.next_due).await?.is_none_or(|due| due > now) {
            return Ok(Vec::new());
        }
        let (claim, lease_s) = (self.claim, self.lease_s);
        self.app
            .write(move |tx| {
                let until = tx.now().plus_s(lease_s);
                claim(tx, room, until)
            })
            .await
    }
}
