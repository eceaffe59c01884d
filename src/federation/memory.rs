//! What federation keeps in memory alone: its client, opened keys, signatures that were taken, who was asked how often.

use std::sync::Arc;
use std::time::Duration;

use quick_cache::sync::Cache;
use tokio::sync::{Mutex, MutexGuard, Notify};
use zeroize::Zeroizing;

use super::fetch::{Client, Rates, Trouble, Turn, Turns};
use super::peers::Own;
use super::signature::{Refusal, Replays, SigningKey};
use crate::config::Settings;
use crate::kernel::{Error, Moment};

/// Opened keys there is room for.
const KEYS: usize = 1_024;
/// How often keys of one host that do not fit any more are asked for anew, within a minute; and one key, within an hour.
const OF_HOST: (u32, i64) = (5, 60);
const OF_KEY: (u32, i64) = (1, 3_600);
/// How many keys of one host that nobody here knows are asked for, within a minute; and how many at once, of all and of one.
const OF_NEW: (u32, i64) = (30, 60);
const AT_ONCE: (usize, usize) = (16, 4);
/// Keys that could not be had which are remembered, and for how long: those that nobody answered for, and those of nobody.
const MISSING: usize = 4_096;
const MISSING_S: (i64, i64) = (10, 300);
/// How often a letter of one host counts as a sign that it is back, within so many seconds.
const OF_SIGNS: (u32, i64) = (1, 5);

/// A key that belongs to nobody yet.
pub type LaidBy = Zeroizing<Vec<u8>>;

/// Part of [`crate::app::App`].
pub struct Memory {
    /// This community on the network.
    pub own: Own,
    /// Whether to speak with other communities at all, whatever the host decided.
    pub is_on: bool,
    /// Speaks with others.
    pub client: Client,
    /// Signatures that were taken.
    pub replays: Replays,
    /// Rings when something came.
    pub arrivals: Notify,
    keys: Cache<String, Arc<SigningKey>>,
    making: Mutex<Vec<LaidBy>>,
    hosts: Rates,
    again: Rates,
    signs: Rates,
    new: Rates,
    asking: Turns,
    missing: Cache<String, (Refusal, Moment)>,
}

impl Memory {
    /// Empty, as the settings say.
    ///
    /// # Errors
    /// A fault: TLS could not be set up, or communities of this machine were asked for by one that is on the network.
    pub fn new(settings: &Settings) -> Result<Self, Error> {
        let origin = settings.server.origin();
        let is_near = ["http://127.0.0.1:", "http://localhost:"].iter().any(|near| origin.starts_with(near));
        if settings.is_on_loopback && !is_near {
            return Err(Error::other(
                "communities on this machine are for one that is itself on this machine alone",
            ));
        }
        let timeout = Duration::from_secs(u64::from(settings.federation.timeout_s));
        Ok(Self {
            client: Client::new(&origin, timeout, settings.is_on_loopback)?,
            own: Own::at(&origin),
            is_on: settings.federation.enabled,
            replays: Replays::default(),
            arrivals: Notify::new(),
            keys: Cache::new(KEYS),
            making: Mutex::default(),
            hosts: Rates::of(OF_HOST.0, OF_HOST.1),
            again: Rates::of(OF_KEY.0, OF_KEY.1),
            signs: Rates::of(OF_SIGNS.0, OF_SIGNS.1),
            new: Rates::of(OF_NEW.0, OF_NEW.1),
            asking: Turns::of(AT_ONCE.0, AT_ONCE.1),
            missing: Cache::new(MISSING),
        })
    }

    /// A turn to make a key: one at a time. It holds the keys that were laid by, which are used up first.
    pub async fn key_turn(&self) -> MutexGuard<'_, Vec<LaidBy>> {
        self.making.lock().await
    }

    /// Lays a key by, as PKCS#8, for whoever needs one next: making it takes a core for a while. Tests do.
    pub async fn lay_by(&self, key: LaidBy) {
        self.making.lock().await.push(key);
    }

    /// A key that was opened before.
    #[must_use]
    pub fn opened(&self, key_id: &str) -> Option<Arc<SigningKey>> {
        self.keys.get(key_id)
    }

    /// Keeps an opened key.
    pub fn keep_opened(&self, key: Arc<SigningKey>) {
        self.keys.insert(key.key_id().to_owned(), key);
    }

    /// Takes a turn to ask for a key that is unknown here, unless it could not be had a moment ago.
    ///
    /// # Errors
    /// What was wrong with it then; [`Refusal::NoKey`] where too much is asked already.
    pub fn may_ask(&self, host: &str, key_id: &str, now: Moment) -> Result<Turn<'_>, Refusal> {
        self.is_not_missing(key_id, now)?;
        let turn = self.asking.take(host).map_err(|_| Refusal::NoKey)?;
        self.new.take(host, now).map_err(|_| Refusal::NoKey)?;
        Ok(turn)
    }

    /// Whether a key may be looked for; one that could not be had a moment ago costs nothing.
    ///
    /// # Errors
    /// What was wrong with it then.
    pub fn is_not_missing(&self, key_id: &str, now: Moment) -> Result<(), Refusal> {
        match self.missing.get(key_id) {
            Some((refusal, until)) if until > now => Err(refusal),
            _ => Ok(()),
        }
    }

    /// Remembers that a key could not be had, and why.
    pub fn keep_missing(&self, key_id: &str, refusal: Refusal, now: Moment) {
        let wait_s = if refusal.may_pass_later() { MISSING_S.0 } else { MISSING_S.1 };
        self.missing.insert(key_id.to_owned(), (refusal, now.plus_s(wait_s)));
    }

    /// Whether a letter of a host is to be taken for a sign that it is back: now and then, however many come.
    #[must_use]
    pub fn is_sign_of_life(&self, host: &str, now: Moment) -> bool {
        self.signs.take(host, now).is_ok()
    }

    /// Takes a turn to ask for a key that is known and did not fit.
    ///
    /// # Errors
    /// [`Trouble::Spent`].
    pub fn may_ask_again(&self, host: &str, key_id: &str, now: Moment) -> Result<(), Trouble> {
        self.again.take(key_id, now)?;
        self.hosts.take(host, now)
    }
}
