//! The dedicated database threads: callers await, connections never move, the middle stays synchronous.

mod postgres;
mod sqlite;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

use crossbeam_channel::{Sender, TrySendError};
use tokio::sync::oneshot;

use super::url::Purpose;
use super::{DatabaseUrl, Db, Tx};
use crate::kernel::{Chance, Clock, Error, Fault};

/// Requests that may wait for a database thread before we say "busy".
const QUEUE: usize = 1_024;
/// How often a lost race is tried again before we say so: some five seconds of pauses, since nobody is to hear of it.
const MAX_ATTEMPTS: u32 = 40;

/// A look at the database; says whether the connection seems lost.
type Look = Box<dyn FnOnce(&mut Db) -> bool + Send>;

/// Whose rows a change touches. Changes of different sides never share a commit: what is written at one moment would
/// tie an alias to whoever was here at that moment (decision 0018).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Members, the community, and all that says nothing of either side.
    House,
    /// Aliases and their words.
    Alias,
}

/// A change, waiting for its turn; it may be tried more than once and is answered once.
trait Change: Send {
    /// Whose rows it touches.
    fn side(&self) -> Side;
    /// Runs the work and keeps what it returned. `true` asks for a commit.
    fn attempt(&mut self, tx: &mut Tx<'_>) -> Result<(), Retry>;
    /// Tells the caller, once the commit is safe or has not happened.
    fn answer(self: Box<Self>, committed: Result<(), Error>);
}

/// Why an attempt is not committed.
enum Retry {
    /// The work said no; roll back and answer.
    Never,
    /// Another transaction was first; roll back and try again.
    Race,
}

/// The open database: readers and a writer, or a pool on PostgreSQL. Clones share the same threads.
#[derive(Clone)]
pub struct Databases {
    looks: Sender<Look>,
    changes: Sender<Box<dyn Change>>,
    commits: Arc<AtomicU64>,
    threads: Arc<Vec<JoinHandle<()>>>,
}

impl Databases {
    /// Opens every connection; `readers` is the number of reading threads (SQLite) or of all threads (PostgreSQL).
    ///
    /// # Errors
    /// What the database said, if a connection could not be opened.
    pub fn open(url: &DatabaseUrl, readers: usize, clock: &Clock, chance: &Chance) -> Result<Self, Error> {
        let (looks, to_look) = crossbeam_channel::bounded::<Look>(QUEUE);
        let (changes, to_change) = crossbeam_channel::bounded::<Box<dyn Change>>(QUEUE);
        let mut threads = Vec::new();
        let commits = Arc::<AtomicU64>::default();
        let world = World {
            clock: clock.clone(),
            chance: chance.clone(),
            url: url.clone(),
            commits: Arc::clone(&commits),
        };
        match url {
            DatabaseUrl::Sqlite(_) => {
                let writer = world.open(Purpose::Write)?;
                let at = world.clone();
                threads.push(spawn("db-writer", move || sqlite::write_forever(writer, &at, &to_change))?);
                for _ in 0..readers.max(1) {
                    let (reader, inbox) = (world.open(Purpose::Read)?, to_look.clone());
                    threads.push(spawn("db-reader", move || sqlite::read_forever(reader, &inbox))?);
                }
            }
            DatabaseUrl::Postgres(_) => {
                for _ in 0..readers.max(2) {
                    let at = world.clone();
                    let (looks, changes) = (to_look.clone(), to_change.clone());
                    threads.push(spawn("db", move || postgres::work_forever(&at, &looks, &changes))?);
                }
            }
        }
        Ok(Self { looks, changes, commits, threads: Arc::new(threads) })
    }

    /// Looks at the database on one of its threads.
    ///
    /// # Errors
    /// What `work` returned, or [`Fault::Busy`] if too many wait already.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let look: Look = Box::new(move |db| {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(db)))
                .unwrap_or_else(|_| Err(Error::other("a panic while reading")));
            let seems_lost = matches!(outcome, Err(Error::Fault(Fault::Busy)));
            let _ = tell.send(outcome);
            seems_lost
        });
        self.looks.try_send(look).map_err(|refused| busy(&refused))?;
        told.await.map_err(|_| Error::from(Fault::Busy))?
    }

    /// Runs `work` in one transaction and commits what it wrote if it returns `Ok`.
    ///
    /// Both databases run it as if alone (SQLite takes the write lock first, PostgreSQL is serializable), so
    /// `work` may read, decide and write without a thought for races. It may run more than once, and must
    /// therefore touch nothing but the transaction. When this returns `Ok`, the change is on disk.
    ///
    /// # Errors
    /// What `work` returned, or a fault if it could not be committed; then nothing was written.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.write_as(Side::House, work).await
    }

    /// As [`Databases::write`], for one side.
    ///
    /// # Errors
    /// As [`Databases::write`].
    pub async fn write_as<T, F>(&self, side: Side, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let change: Box<dyn Change> = Box::new(Pending { side, work, tell, outcome: None });
        self.changes.try_send(change).map_err(|refused| busy(&refused))?;
        told.await.map_err(|_| Error::from(Fault::Busy))?
    }

    /// How often this process has committed something. Whoever made something from what they read compares it with what
    /// it was before they read.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// How many reads and writes wait for a thread.
    #[must_use]
    pub fn waiting(&self) -> (usize, usize) {
        (self.looks.len(), self.changes.len())
    }

    /// Lets the threads finish what they have and waits for them. Other clones must be gone.
    pub fn close(self) {
        drop((self.looks, self.changes));
        for thread in Arc::into_inner(self.threads).into_iter().flatten() {
            let _ = thread.join();
        }
    }
}

/// What a database thread needs to know of the world.
#[derive(Clone)]
struct World {
    clock: Clock,
    chance: Chance,
    url: DatabaseUrl,
    commits: Arc<AtomicU64>,
}

impl World {
    /// Commits, and counts it before anybody is told.
    fn commit(&self, db: &mut Db) -> Result<(), Error> {
        // One that may have reached the database counts as well as one that has.
        let committed = db.commit();
        self.commits.fetch_add(1, Ordering::AcqRel);
        committed
    }

    /// Opens a connection on a thread of its own: PostgreSQL's driver must not start inside an async runtime.
    fn open(&self, purpose: Purpose) -> Result<Db, Error> {
        let url = self.url.clone();
        std::thread::scope(|scope| scope.spawn(move || url.open(purpose)).join())
            .map_err(|_| Error::other("a panic while opening the database"))?
    }
}

struct Pending<T, F> {
    side: Side,
    work: F,
    tell: oneshot::Sender<Result<T, Error>>,
    outcome: Option<Result<T, Error>>,
}

impl<T, F> Change for Pending<T, F>
where
    T: Send,
    F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send,
{
    fn side(&self) -> Side {
        self.side
    }

    fn attempt(&mut self, tx: &mut Tx<'_>) -> Result<(), Retry> {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)))
            .unwrap_or_else(|_| Err(Error::other("a panic while writing")));
        let verdict = match &outcome {
            Ok(_) => Ok(()),
            Err(error) if error.lost_a_race() => Err(Retry::Race),
            Err(_) => Err(Retry::Never),
        };
        self.outcome = Some(outcome);
        verdict
    }

    fn answer(self: Box<Self>, committed: Result<(), Error>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(Fault::Busy.into()));
        let _ = self.tell.send(outcome.and_then(|value| committed.map(|()| value)));
    }
}

fn busy<T>(refused: &TrySendError<T>) -> Error {
    match refused {
        TrySendError::Full(_) | TrySendError::Disconnected(_) => Fault::Busy.into(),
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, Error> {
    std::thread::Builder::new().name(name.to_owned()).spawn(work).map_err(Error::other)
}
