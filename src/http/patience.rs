//! Guessing at one name takes longer each time. Never a lockout: that would let anybody shut somebody else out.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use super::limits::TooMany;
use crate::kernel::{Chance, Error, Moment};

/// Misses that cost nothing.
const FREE: u32 = 5;
/// The longest wait, in seconds.
const WAIT_MAX_S: i64 = 900;
/// Seconds after which misses are forgotten.
const FORGET_S: i64 = 86_400;
/// Misses of which its holder is told.
const TOLD: u32 = 10;
/// Names watched at once; past that, old ones are forgotten early.
const NAMES_MAX: usize = 50_000;

#[derive(Clone, Copy)]
struct Misses {
    /// Since its holder was last back; each costs more time.
    count: u32,
    /// Since the day began in which there was always another.
    all: u32,
    last: Moment,
}

impl Misses {
    fn is_old(&self, now: Moment) -> bool {
        now.seconds_since(self.last) >= FORGET_S
    }
}

/// Misses by name: whether anybody has that name makes no difference. In memory, salted, never written down.
pub struct Patience {
    salt: [u8; 16],
    names: Mutex<HashMap<[u8; 32], Misses>>,
}

impl Patience {
    /// Nobody has missed yet.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        Self { salt: chance.bytes(), names: Mutex::default() }
    }

    /// Whether a guess at this name may be made now.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn ask(&self, name_key: &str, now: Moment) -> Result<(), Error> {
        let Some(misses) = self.names().get(&self.hash(name_key)).copied() else { return Ok(()) };
        let left = wait_s(misses.count) - now.seconds_since(misses.last);
        if left > 0 { Err(TooMany::wait_s(left.unsigned_abs()).into()) } else { Ok(()) }
    }

    /// A guess did not fit.
    pub fn missed(&self, name_key: &str, now: Moment) {
        let mut names = self.names();
        if names.len() >= NAMES_MAX {
            names.retain(|_, misses| now.seconds_since(misses.last) < WAIT_MAX_S);
        }
        let misses = names.entry(self.hash(name_key)).or_insert(Misses { count: 0, all: 0, last: now });
        let before = if misses.is_old(now) { Misses { count: 0, all: 0, last: now } } else { *misses };
        let (count, all) = (before.count.saturating_add(1), before.all.saturating_add(1));
        *misses = Misses { count, all, last: now };
    }

    /// Its holder is back. What happened meanwhile stays to be told.
    pub fn met(&self, name_key: &str) {
        if let Some(misses) = self.names().get_mut(&self.hash(name_key)) {
            misses.count = 0;
        }
    }

    /// Whether somebody tried this name so often, within a day, that its holder should know. Ask for nobody else.
    #[must_use]
    pub fn was_tried_often(&self, name_key: &str, now: Moment) -> bool {
        let misses = self.names().get(&self.hash(name_key)).copied();
        misses.is_some_and(|misses| misses.all >= TOLD && !misses.is_old(now))
    }

    fn names(&self) -> MutexGuard<'_, HashMap<[u8; 32], Misses>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hash(&self, name_key: &str) -> [u8; 32] {
        Sha256::new_with_prefix(self.salt).chain_update(name_key).finalize().into()
    }
}

/// Seconds to wait after so many misses: 1, 2, 4 … up to a quarter of an hour.
fn wait_s(misses: u32) -> i64 {
    match misses.checked_sub(FREE) {
        None => 0,
        Some(more) => (1_i64 << more.min(20)).min(WAIT_MAX_S),
    }
}

#[test]
fn waits_double_and_level_off_and_end_when_the_holder_is_back() {
    let patience = Patience::new(&Chance::seeded(1));
    let at = |second| Moment(0).plus_s(second);
    for _ in 0..4 {
        patience.missed("ada", at(0));
    }
    assert!(patience.ask("ada", at(0)).is_ok());
    patience.missed("ada", at(0));
    assert!(patience.ask("ada", at(0)).is_err() && patience.ask("ada", at(1)).is_ok());
    assert!(patience.ask("bea", at(0)).is_ok());
    patience.missed("ada", at(1));
    assert!(patience.ask("ada", at(2)).is_err() && patience.ask("ada", at(3)).is_ok());
    for (misses, wait) in [(0, 0), (4, 0), (5, 1), (6, 2), (14, 512), (15, 900), (u32::MAX, 900)] {
        assert_eq!(wait_s(misses), wait, "{misses}");
    }
    patience.met("ada");
    assert!(patience.ask("ada", at(1)).is_ok());
}

#[test]
fn the_holder_of_a_name_is_told_for_a_day_that_it_was_tried_often() {
    let (patience, at) = (Patience::new(&Chance::seeded(1)), |second| Moment(0).plus_s(second));
    for second in 0..10 {
        assert!(!patience.was_tried_often("ada", at(second)));
        patience.missed("ada", at(second));
    }
    patience.met("ada");
    assert!(patience.was_tried_often("ada", at(FORGET_S)) && !patience.was_tried_often("bea", at(9)));
    assert!(!patience.was_tried_often("ada", at(9 + FORGET_S)));
    patience.missed("ada", at(10 + FORGET_S));
    assert!(!patience.was_tried_often("ada", at(10 + FORGET_S)));
}
