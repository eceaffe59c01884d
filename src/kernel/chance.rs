//! The only source of chance: the system's in the server, seeded in tests.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::{OsRng, StdRng};
use rand::{RngCore, SeedableRng, TryRngCore};

/// Ids of account-side rows fit a JavaScript number: 53 bits.
const ID_BITS: u32 = 53;

/// Where random values come from. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Chance(Option<Arc<Mutex<StdRng>>>);

impl Chance {
    /// The same values every time, for tests and the seeded town.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Some(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// Fills a buffer.
    ///
    /// If the system's source cannot answer, the process ends: to go on would mean
    /// guessable secrets, and no caller could do better.
    pub fn fill(&self, buffer: &mut [u8]) {
        match &self.0 {
            Some(seeded) => seeded.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(buffer),
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
