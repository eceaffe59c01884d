//! The world of a running server: settings, database, clock, chance. Nothing is global elsewhere.

mod asked;
mod bells;
mod calls;
mod elsewhere;
mod flush;
mod keeping;
pub mod later;
pub mod schedule;
mod work;

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use crate::admin::health::{Load, Metrics};
use crate::config::Settings;
use crate::db::disk::Disk;
use crate::db::{Databases, Db, Purpose, Side, Tx, migrate};
use crate::federation;
use crate::forum::{first_answers, here, screening};
use crate::http::kept::Seen;
use crate::http::sse::Live;
use crate::http::{Kept, Throttle};
use crate::identity::{Memory, accounts};
use crate::jobs::{Job, Runner};
use crate::kernel::{Chance, Clock, Error, Moment};
use crate::keys::{Erased, Keyring, RingFile};
use crate::safety::actions;
use crate::ui::House;
use crate::{admin, notify};
use later::Later;
use tokio::sync::Notify;

/// How long another process's change to the community may go unnoticed, in seconds.
const HOUSE_FRESH_S: i64 = 5;
/// How often it is asked whether what waits has fallen due, and how many of it share a commit.
const LATER_LOOKS: Duration = Duration::from_mins(1);
const LATER_AT_ONCE: usize = 50;

/// A running server, without its doors. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    settings: Settings,
    db: Databases,
    clock: Clock,
    chance: Chance,
    runner: Runner,
    live: Live,
    throttle: Throttle,
    identity: Memory,
    keys: Keyring,
    erased: Erased,
    disk: Disk,
    metrics: Metrics,
    house: RwLock<Option<(Moment, Arc<House>)>>,
    kept: Kept,
    later: Arc<Later>,
    leases: actions::Leases,
    paces: screening::Paces,
    firsts: first_answers::Firsts,
    here: here::Here,
    letters: Notify,
    push: notify::push::Memory,
    mail: notify::mail::Memory,
    federation: federation::Memory,
}

impl App {
    /// Migrates the database, opens it, and makes a world around it. Must not be called on an async thread.
    ///
    /// # Errors
    /// What is wrong with the settings or the database.
    pub fn open(settings: Settings, clock: Clock, chance: Chance) -> Result<Self, Error> {
        let url = settings.server.database().map_err(Error::other)?;
        if url.sqlite_path().is_some() {
            private_folder(&settings.server.data)?;
        }
        let migrated = migrate::run(&url)?;
        if !migrated.applied.is_empty() {
            tracing::info!(
                migrations = migrated.applied.len(),
                backup = migrated.backup.is_some(),
                "migrated"
            );
        }
        let threads = match usize::from(settings.server.database_threads) {
            0 => std::thread::available_parallelism().map_or(2, usize::from).max(2),
            chosen => chosen,
        };
        let db = Databases::open(&url, threads, &clock, &chance)?;
        let ring = RingFile::within(&settings.server.keys());
        let keys = Keyring::open(ring, &mut url.open(Purpose::Write)?, &chance, clock.now().day())?;
        let erased = Erased::within(&settings.server.keys());
        let later = Arc::<Later>::default();
        let federation = federation::Memory::new(&settings)?;
        let own = federation.is_on.then(|| federation.own.clone());
        let held = work::Held { keys: keys.clone(), erased: erased.clone(), later: Arc::clone(&later), own };
        let work = move |tx: &mut Tx<'_>, job: &Job| work::settle(tx, job, &held);
        let runner = Runner::new(db.clone(), clock.clone(), Arc::new(work), schedule::side_of);
        let live = Live::new(usize::try_from(settings.limits.live_max).unwrap_or(usize::MAX));
        let throttle = Throttle::new(&settings.limits, settings.server.trust_proxy, &Chance::default());
        let (identity, disk) = (Memory::new(&settings), Disk::under(&settings.server.data));
        let (metrics, house) = (Metrics::default(), RwLock::new(None));
        Ok(Self(Arc::new(Inner {
            mail: notify::mail::Memory::new(&settings)?,
            settings,
            db,
            clock,
            chance,
            runner,
            live,
            throttle,
            identity,
            keys,
            erased,
            disk,
            metrics,
            house,
            kept: Kept::default(),
            later,
            leases: actions::Leases::default(),
            paces: screening::Paces::new(&Chance::default()),
            firsts: first_answers::Firsts::default(),
            here: here::Here::default(),
            letters: Notify::new(),
            push: notify::push::Memory::default(),
            federation,
        })))
    }

    /// What is done before the doors open: an old copy of the database must bring nobody back who was erased, and the
    /// clockwork is wound.
    ///
    /// # Errors
    /// A fault of the database, `disk-full`, or the list of the erased cannot be read.
    pub async fn begin(&self) -> Result<(), Error> {
        let erased = self.0.erased.clone();
        let back = self.write(move |tx| accounts::erase_again(tx, &erased)).await?;
        if back > 0 {
            tracing::warn!(accounts = back, "an old copy held people who were erased: they are erased again");
        }
        self.write(federation::delivery::begin).await?;
        self.begin_push().await;
        self.write(schedule::wind).await
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The source of chance.
    #[must_use]
    pub fn chance(&self) -> &Chance {
        &self.0.chance
    }

    /// The hub of live pages.
    #[must_use]
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// The buckets of "in a moment, please".
    #[must_use]
    pub fn throttle(&self) -> &Throttle {
        &self.0.throttle
    }

    /// What identity keeps in memory alone.
    #[must_use]
    pub fn identity(&self) -> &Memory {
        &self.0.identity
    }

    /// The key ring.
    #[must_use]
    pub fn keys(&self) -> &Keyring {
        &self.0.keys
    }

    /// The disk under the data folder.
    #[must_use]
    pub fn disk(&self) -> &Disk {
        &self.0.disk
    }

    /// What is counted of requests.
    #[must_use]
    pub fn metrics(&self) -> &Metrics {
        &self.0.metrics
    }

    /// Pages of the open web, as they were a moment ago.
    #[must_use]
    pub fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// Small writes that wait.
    #[must_use]
    pub fn later(&self) -> &Later {
        &self.0.later
    }

    /// Who looks at which concern right now.
    #[must_use]
    pub fn leases(&self) -> &actions::Leases {
        &self.0.leases
    }

    /// When each name spoke last where a group takes its time.
    #[must_use]
    pub fn paces(&self) -> &screening::Paces {
        &self.0.paces
    }

    /// Threads in which people who answer first go before others.
    #[must_use]
    pub fn firsts(&self) -> &first_answers::Firsts {
        &self.0.firsts
    }

    /// Who looked at which group in the last minutes.
    #[must_use]
    pub fn here(&self) -> &here::Here {
        &self.0.here
    }

    /// What federation keeps in memory alone.
    #[must_use]
    pub fn federation(&self) -> &federation::Memory {
        &self.0.federation
    }

    /// What a page that is begun now will have seen at least.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen { commits: self.0.db.commits(), at: self.0.clock.now() }
    }

    /// How much waits right now.
    #[must_use]
    pub fn load(&self) -> Load {
        Load { database: self.0.db.waiting(), live: self.0.live.open() }
    }

    /// Whether the database can be read and written: nothing is changed, and a full disk does not matter.
    ///
    /// # Errors
    /// Busy, or a fault.
    pub async fn probe(&self) -> Result<(), Error> {
        self.0.db.read(|db| db.batch("SELECT 1")).await?;
        self.0.db.write(|tx| tx.batch("SELECT 1")).await
    }

    /// Ends live pages, lets the database finish what it has, and closes it. Other clones must be gone.
    pub fn close(self) {
        self.0.live.close();
        if let Some(inner) = Arc::into_inner(self.0) {
            drop(inner.runner);
            inner.db.close();
        }
    }

    /// Looks at the database.
    ///
    /// # Errors
    /// What `work` returned, or busy.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        self.0.db.read(work).await
    }

    /// Changes the world: one request, one transaction. See [`Databases::write`].
    ///
    /// # Errors
    /// What `work` returned, `disk-full`, or a fault; then nothing was written.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.write_as(Side::House, work).await
    }

    /// As [`App::write`], on the side of aliases: what it writes never shares a commit with what a member wrote as
    /// themself.
    ///
    /// # Errors
    /// As [`App::write`].
    pub async fn write_as<T, F>(&self, side: Side, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    {
        self.0.disk.refuse_if_full()?;
        let (value, wakes) =
            self.0.db.write_as(side, move |tx| work(tx).map(|value| (value, tx.take_wakes()))).await?;
        self.wake(&wakes);
        self.0.runner.nudge();
        Ok(value)
    }

    /// The community, as pages show it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn house(&self) -> Result<Arc<House>, Error> {
        let now = self.0.clock.now();
        if let Some((read_at, house)) = &*self.0.house.read().unwrap_or_else(PoisonError::into_inner)
            && now.seconds_since(*read_at) < HOUSE_FRESH_S
        {
            return Ok(Arc::clone(house));
        }
        let house = self.read(admin::settings::house).await?;
        let has_room = self.0.disk.refuse_if_full().is_ok();
        let house = Arc::new(House { has_room, ..house });
        *self.0.house.write().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&house)));
        Ok(house)
    }

    /// Forgets what was read of the community: the host has just changed it.
    pub fn forget_house(&self) {
        *self.0.house.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Runs every job that is due; returns how many were tried.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn run_due_jobs(&self) -> Result<usize, Error> {
        self.write_what_waited().await;
        self.0.runner.run_due(|wakes| self.wake(wakes)).await
    }

    /// Runs jobs as they fall due, for ever.
    pub async fn run_jobs_forever(self) {
        let (app, runner) = (self.clone(), self.0.runner.clone());
        let waiting = async {
            loop {
                tokio::time::sleep(LATER_LOOKS).await;
                self.write_what_waited().await;
            }
        };
        tokio::join!(runner.run_forever(move |wakes| app.wake(wakes)), waiting);
    }
}

/// Everything members wrote lies here: its owner alone may look.
fn private_folder(path: &std::path::Path) -> Result<(), Error> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(Error::other)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700)).map_err(Error::other)
}
