//! What federation keeps in memory alone: its client, opened keys, signatures that were taken, who was asked how often.

use std::sync::Arc;
use std::time::Duration;

use quick_cache::sync::Cache;
use tokio::sync::{Mutex, MutexGuard};

use super::fetch::{Client, Rates, Trouble};
use super::peers::Own;
use super::signature::{Replays, SigningKey};
use crate::config::Settings;
use crate::kernel::{Error, Moment};

/// Opened keys there is room for.
const KEYS: usize = 1_024;
/// How often keys of one host that do not fit any more are asked for anew, within a minute; and one key, within an hour.
const OF_HOST: (u32, i64) = (5, 60);
const OF_KEY: (u32, i64) = (1, 3_600);

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
    keys: Cache<String, Arc<SigningKey>>,
    making: Mutex<()>,
    hosts: Rates,
    again: Rates,
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
            keys: Cache::new(KEYS),
            making: Mutex::default(),
            hosts: Rates::of(OF_HOST.0, OF_HOST.1),
            again: Rates::of(OF_KEY.0, OF_KEY.1),
        })
    }

    /// A turn to make a key: one at a time.
    pub async fn key_turn(&self) -> MutexGuard<'_, ()> {
        self.making.lock().await
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

    /// Takes a turn to ask for a key that is known and did not fit.
    ///
    /// # Errors
    /// [`Trouble::Spent`].
    pub fn may_ask_again(&self, host: &str, key_id: &str, now: Moment) -> Result<(), Trouble> {
        self.again.take(key_id, now)?;
        self.hosts.take(host, now)
    }
}
