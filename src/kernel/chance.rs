//! The only source of chance: the system's in the server, seeded in tests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::{OsRng, StdRng};
use rand::{RngCore, SeedableRng, TryRngCore};
use sha2::{Digest as _, Sha256};

/// Ids of account-side rows fit a JavaScript number: 53 bits.
const ID_BITS: u32 = 53;

/// What values are drawn for, and for whom (0: for nobody in particular).
type Stream = (&'static str, i64);

/// Where random values come from. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Chance(Option<Seeded>);

#[derive(Debug, Clone)]
struct Seeded {
    seed: u64,
    stream: Stream,
    streams: Arc<Mutex<HashMap<Stream, StdRng>>>,
}

impl Chance {
    /// The same values every time, for tests and the seeded town.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        let streams = HashMap::from([(("", 0), StdRng::seed_from_u64(seed))]);
        Self(Some(Seeded { seed, stream: ("", 0), streams: Arc::new(Mutex::new(streams)) }))
    }

    /// Chance for one purpose of one owner: what is drawn for them moves nobody else's values. The system's source has
    /// no order to move. In tests this is what lets two worlds that differ in one person be alike to all others.
    #[must_use]
    pub fn stream(&self, purpose: &'static str, owner: i64) -> Self {
        Self(self.0.as_ref().map(|seeded| Seeded { stream: (purpose, owner), ..seeded.clone() }))
    }

    /// Fills a buffer.
    ///
    /// If the system's source cannot answer, the process ends: to go on would mean
    /// guessable secrets, and no caller could do better.
    pub fn fill(&self, buffer: &mut [u8]) {
        match &self.0 {
            Some(seeded) => seeded.fill(buffer),
            None => {
                if OsRng.try_fill_bytes(buffer).is_err() {
                    std::process::abort();
                }
            }
        }
    }

    /// `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// An id for an account-side row: never zero, 53 bits, in no order.
    #[must_use]
    pub fn id(&self) -> i64 {
        let bits = u64::from_le_bytes(self.bytes()) >> (u64::BITS - ID_BITS);
        i64::try_from(bits).unwrap_or(1).max(1)
    }

    /// A number from 0 up to, and without, `end`; 0 if `end` is 0.
    #[must_use]
    pub fn below(&self, end: usize) -> usize {
        let (end, draw) = (u64::try_from(end).unwrap_or(u64::MAX).max(1), u64::from_le_bytes(self.bytes()));
        // The bias is below 2^-40 for every list in this project.
        usize::try_from(draw % end).unwrap_or(0)
    }
}

impl Seeded {
    fn fill(&self, buffer: &mut [u8]) {
        let mut streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let (purpose, owner) = self.stream;
        let begin = || {
            let begun = Sha256::new_with_prefix(purpose).chain_update(self.seed.to_be_bytes());
            StdRng::from_seed(begun.chain_update(owner.to_be_bytes()).finalize().into())
        };
        streams.entry(self.stream).or_insert_with(begin).fill_bytes(buffer);
    }
}

#[test]
fn what_is_drawn_for_one_moves_nobody_elses_values() {
    let (one, other) = (Chance::seeded(1), Chance::seeded(1));
    let _ = (one.stream("forms", 5).id(), one.stream("forms", 5).id(), one.stream("sessions", 5).id());
    assert_eq!(one.id(), other.id());
    assert_eq!(one.stream("forms", 6).id(), other.stream("forms", 6).id());
    assert_ne!(one.stream("forms", 5).id(), other.stream("forms", 5).id(), "a stream goes on where it was");
    assert_ne!(other.stream("forms", 7).id(), other.stream("forms", 8).id());
}
