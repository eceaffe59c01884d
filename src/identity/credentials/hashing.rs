//! The one expensive step of every way back in. Hashing is the cheapest thing to flood a server with, so two run
//! at a time, a bounded number waits, and the rest is told to come again.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::config::Limits;
use crate::identity::words::{ReturnWords, normalise, password};
use crate::kernel::secret::{hex, sha256_hex};
use crate::kernel::{Chance, Error, Fault, Secret};
use crate::keys::Key;

/// How many run at once.
const TURNS: usize = 2;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// Bytes of the half that verifies, and of the half that wraps the member secret.
const HALF: usize = 32;
/// Bytes of the verifying half that find a row without a name.
const LOOKUP: usize = 16;
/// What keeps return words apart from everything else that is ever derived.
const WORDS: &str = "hearthside return words 1 ";
/// Longer than any six words or password that is taken; the rest is not read.
const LETTERS_MAX: usize = 512;

/// What one derivation costs; kept beside each verifier, so that it may rise for new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
}

impl Cost {
    /// As stored: `m=19456,t=2,p=1`.
    #[must_use]
    pub fn text(self) -> String {
        format!("m={},t={PASSES},p={LANES}", self.memory_kib)
    }

    /// Reads what [`Cost::text`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let memory = text.strip_prefix("m=")?.strip_suffix(&format!(",t={PASSES},p={LANES}"))?;
        Some(Self { memory_kib: memory.parse().ok()? })
    }
}

/// What one Argon2id call gives.
pub struct Derived {
    /// Hex of the first sixteen bytes: finds the row of return words. Sixty-six random bits went in, so this says
    /// no more about them than the verifier does.
    pub lookup: String,
    /// SHA-256 of the first half, hex.
    pub verifier: String,
    /// The second half: it wraps the member secret, and is dropped with this value.
    pub wrapping: Key,
    /// What it cost.
    pub cost: Cost,
}

impl Derived {
    /// Whether this is what a stored verifier was made from.
    #[must_use]
    pub fn fits(&self, verifier: &str) -> bool {
        self.verifier.as_bytes().ct_eq(verifier.as_bytes()).into()
    }
}

/// A password that has just been derived, with its salt.
pub struct New {
    /// Base64 would do as well: 32 hex letters.
    pub salt: String,
    /// What came of it.
    pub derived: Derived,
}

/// Derives, two at a time.
pub struct Hasher {
    cost: Cost,
    turns: Semaphore,
    waiting: AtomicUsize,
    waiting_max: usize,
    calls: AtomicU64,
}

impl Hasher {
    /// As the settings say.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        Self {
            cost: Cost { memory_kib: limits.hashing_memory_kib },
            turns: Semaphore::new(TURNS),
            waiting: AtomicUsize::new(0),
            waiting_max: usize::try_from(limits.hashing_queue).unwrap_or(usize::MAX),
            calls: AtomicU64::new(0),
        }
    }

    /// What a derivation costs today.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.cost
    }

    /// How many derivations there were: tests hold that every way to be refused takes as many.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::SeqCst)
    }

    /// Derives return words, or whatever was typed instead of them.
    ///
    /// Their salt is one for the whole server, so that six words alone find their row and nobody is asked for a
    /// name. A salt of their own would guard against two rows that derive alike; sixty-six random bits do.
    ///
    /// # Errors
    /// Busy.
    pub async fn words(
        &self,
        server_salt: &str,
        cost: Cost,
        words: Result<&ReturnWords, &str>,
    ) -> Result<Derived, Error> {
        let text = words.map_or_else(|typed| typed.chars().take(LETTERS_MAX).collect(), normalise);
        self.derive(text, format!("{WORDS}{server_salt}"), cost).await
    }

    /// Derives a new password.
    ///
    /// # Errors
    /// Busy.
    pub async fn new_password(&self, chance: &Chance, typed: &str) -> Result<New, Error> {
        let salt = hex(&chance.bytes::<16>());
        let derived = self.password(&salt, self.cost, typed).await?;
        Ok(New { salt, derived })
    }

    /// Derives a password with a stored salt and cost.
    ///
    /// # Errors
    /// Busy.
    pub async fn password(&self, salt: &str, cost: Cost, typed: &str) -> Result<Derived, Error> {
        let typed: String = typed.chars().take(LETTERS_MAX).collect();
        self.derive(password::normalise(&typed), salt.to_owned(), cost).await
    }

    async fn derive(&self, text: String, salt: String, cost: Cost) -> Result<Derived, Error> {
        let _place = self.queue()?;
        let _turn = self.turns.acquire().await.map_err(Error::other)?;
        self.calls.fetch_add(1, Ordering::SeqCst);
        let text = Secret::new(text);
        tokio::task::spawn_blocking(move || derive(&text, &salt, cost)).await.map_err(Error::other)?
    }

    fn queue(&self) -> Result<Place<'_>, Error> {
        let place = Place(&self.waiting);
        let before = self.waiting.fetch_add(1, Ordering::SeqCst);
        if before >= self.waiting_max.saturating_add(TURNS) { Err(Fault::Busy.into()) } else { Ok(place) }
    }
}

/// A place in the queue, given back when dropped.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn derive(text: &Secret<String>, salt: &str, cost: Cost) -> Result<Derived, Error> {
    let params = Params::new(cost.memory_kib, PASSES, LANES, Some(2 * HALF)).map_err(Error::other)?;
    let mut both = Zeroizing::new([0; 2 * HALF]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text.expose().as_bytes(), &Sha256::digest(salt.as_bytes()), both.as_mut_slice())
        .map_err(Error::other)?;
    let (verifying, wrapping) = both.split_at(HALF);
    Ok(Derived {
        lookup: hex(verifying.get(..LOOKUP).unwrap_or_default()),
        verifier: sha256_hex(verifying),
        wrapping: Key::derive(wrapping, "typed credential"),
        cost,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hasher(queue: u32) -> Hasher {
        Hasher::new(&Limits { hashing_memory_kib: 64, hashing_queue: queue, ..Limits::default() })
    }

    #[tokio::test]
    async fn the_same_words_derive_alike_and_nothing_else_does() {
        let hasher = hasher(50);
        let words = ["abandon", "laundry", "maple", "quiz", "river", "zoo"];
        let first = hasher.words("salt", hasher.cost(), Ok(&words)).await.unwrap();
        let again = hasher.words("salt", hasher.cost(), Ok(&words)).await.unwrap();
        let elsewhere = hasher.words("other", hasher.cost(), Ok(&words)).await.unwrap();
        assert!(first.fits(&again.verifier) && !first.fits(&elsewhere.verifier) && !first.fits(""));
        assert_eq!((first.lookup.len(), first.verifier.len(), hasher.calls()), (32, 64, 3));
        assert_eq!(first.wrapping, again.wrapping);
        assert_ne!(first.wrapping, elsewhere.wrapping);
        assert_eq!(Cost::parse(&first.cost.text()), Some(first.cost));
        assert_eq!(Cost::parse("m=64,t=9,p=1"), None);
    }

    #[tokio::test]
    async fn past_the_queue_it_says_busy_and_recovers() {
        let hasher = hasher(1);
        let places: Vec<_> = (0..3).map(|_| hasher.queue().unwrap()).collect();
        let refused = hasher.new_password(&Chance::seeded(1), "lamp river forty spoons").await.err().unwrap();
        assert_eq!(refused.code(), "busy");
        drop(places);
        assert!(hasher.new_password(&Chance::seeded(1), "lamp river forty spoons").await.is_ok());
    }
}
