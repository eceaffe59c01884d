//! Small writes that can wait: that somebody was here this week, or today if their buddy is to notice, that they saw their news. Written at once, each would
//! say when its member was here, and words of an alias written a moment later would be theirs. They are kept in
//! memory, written together in no order some hours later, and at a stop; a crash loses them, and harms nothing.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::identity::sessions::Renewal;
use crate::kernel::{Chance, FaceId, Moment};
use crate::notify::inbox::Marks;

/// Seconds that pass at the least before anything is written, and the most that chance adds.
const WAIT_S: i64 = 6 * 3_600;
const MORE_S: usize = 6 * 3_600;

/// All that waits.
#[derive(Default)]
pub struct Later {
    /// What members saw of their news.
    pub seen: Waiting<FaceId, Marks>,
    /// Sessions that are in use, by the hash of their token.
    pub renewals: Waiting<String, Renewal>,
    /// Members who looked at a page, of those of whom their buddy is to notice a silence: of nobody else.
    pub here: Waiting<FaceId, ()>,
    /// Aliases whose holder is leaving and takes their words back.
    pub ends: Ends,
    due: Mutex<Option<Moment>>,
}

impl Later {
    /// Something waits: it is written some hours from now, along with whatever else waits by then.
    pub fn wait(&self, now: Moment, chance: &Chance) {
        lock(&self.due).get_or_insert_with(|| {
            let more = i64::try_from(chance.below(MORE_S)).unwrap_or(0);
            now.plus_s(WAIT_S + more)
        });
    }

    /// Whether its time has come; asked again, it has not.
    pub fn falls_due(&self, now: Moment) -> bool {
        lock(&self.due).take_if(|due| *due <= now).is_some()
    }
}

/// Aliases that are to end, each at a moment of its own: nothing that is written says that they had one holder.
#[derive(Default)]
pub struct Ends(Mutex<Vec<(Moment, FaceId)>>);

impl Ends {
    /// These end between six and twelve hours from now, each when chance says.
    pub fn wait(&self, faces: &[FaceId], now: Moment, chance: &Chance) {
        let at = || now.plus_s(WAIT_S + i64::try_from(chance.below(MORE_S)).unwrap_or(0));
        lock(&self.0).extend(faces.iter().map(|face| (at(), *face)));
    }

    /// Those whose moment has come, the earliest first.
    pub fn due(&self, now: Moment) -> Vec<FaceId> {
        let mut due: Vec<(Moment, FaceId)> =
            lock(&self.0).iter().filter(|(at, _)| *at <= now).copied().collect();
        due.sort_unstable();
        due.into_iter().map(|(_, face)| face).collect()
    }

    /// This one is written.
    pub fn written(&self, face: FaceId) {
        lock(&self.0).retain(|(_, waiting)| *waiting != face);
    }
}

/// What waits, one of a kind for each member or session. It can be asked until it is written.
pub struct Waiting<K, V>(Mutex<BTreeMap<K, V>>);

impl<K, V> Default for Waiting<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord + Clone, V: Clone + PartialEq> Waiting<K, V> {
    /// What waits under this key.
    pub fn of(&self, key: &K) -> Option<V> {
        lock(&self.0).get(key).cloned()
    }

    /// Changes what waits under this key, from what `begin` gives if there is nothing yet; returns how it stands now.
    pub fn change(&self, key: K, begin: impl FnOnce() -> V, work: impl FnOnce(&mut V)) -> V {
        let mut all = lock(&self.0);
        let value = all.entry(key).or_insert_with(begin);
        work(value);
        value.clone()
    }

    /// Everything that waits.
    pub fn all(&self) -> Vec<(K, V)> {
        lock(&self.0).iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    /// This was written; if it changed meanwhile, it waits on.
    pub fn written(&self, key: &K, value: &V) {
        let mut all = lock(&self.0);
        if all.get(key) == Some(value) {
            all.remove(key);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn what_waits_falls_due_once_and_what_changed_meanwhile_waits_on() {
    let (later, chance, now) = (Later::default(), Chance::seeded(3), Moment(0));
    assert!(!later.falls_due(now.plus_s(i64::from(u32::MAX))), "nothing waits");
    later.wait(now, &chance);
    later.wait(now.plus_s(3_600), &chance);
    assert!(!later.falls_due(now.plus_s(WAIT_S - 1)));
    assert!(later.falls_due(now.plus_s(2 * WAIT_S)) && !later.falls_due(now.plus_s(2 * WAIT_S)));

    let waiting = Waiting::<&str, i64>::default();
    let first = waiting.change("a", || 1, |value| *value += 1);
    waiting.change("a", || 0, |value| *value += 1);
    waiting.written(&"a", &first);
    assert_eq!(waiting.of(&"a"), Some(3));
    waiting.written(&"a", &3);
    assert_eq!(waiting.all(), []);
}
