//! What each took today. In memory alone: no row says when somebody was here. What they decided is in the log of service, and
//! is counted from there; so a restart forgets no more than what was taken and put down again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::kernel::{Day, FaceId};
use crate::safety::reports::ConcernId;

/// By face, the concerns of one day.
type Taken = BTreeMap<FaceId, BTreeSet<ConcernId>>;

/// What each took on the day that was asked about last.
#[derive(Debug)]
pub struct Tally(Mutex<(Day, Taken)>);

impl Default for Tally {
    fn default() -> Self {
        Self(Mutex::new((Day(0), Taken::new())))
    }
}

impl Tally {
    /// Somebody took a concern.
    pub fn add(&self, face: FaceId, id: ConcernId, today: Day) {
        self.on(today).1.entry(face).or_default().insert(id);
    }

    /// What somebody took today.
    #[must_use]
    pub fn of(&self, face: FaceId, today: Day) -> BTreeSet<ConcernId> {
        self.on(today).1.get(&face).cloned().unwrap_or_default()
    }

    fn on(&self, today: Day) -> MutexGuard<'_, (Day, Taken)> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.0 != today {
            *taken = (today, Taken::new());
        }
        taken
    }
}

#[test]
fn a_day_begins_with_nothing_and_a_case_counts_once() {
    let (tally, ada) = (Tally::default(), FaceId(1));
    tally.add(ada, ConcernId(7), Day(3));
    tally.add(ada, ConcernId(7), Day(3));
    tally.add(FaceId(2), ConcernId(8), Day(3));
    assert_eq!(tally.of(ada, Day(3)), BTreeSet::from([ConcernId(7)]));
    assert!(tally.of(ada, Day(4)).is_empty());
}
