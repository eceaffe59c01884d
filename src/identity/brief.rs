//! Things kept for minutes, in memory alone: they are gone after a restart, and no backup ever holds them.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::kernel::Moment;

/// More than this many at once, and what is oldest goes.
const ITEMS_MAX: usize = 20_000;

/// A map whose entries last `life_s` seconds.
pub struct Brief<K, V> {
    life_s: i64,
    items: Mutex<HashMap<K, (Moment, V)>>,
}

impl<K: Eq + Hash + Clone, V: Clone> Brief<K, V> {
    /// Nothing yet.
    #[must_use]
    pub fn lasting_s(life_s: i64) -> Self {
        Self { life_s, items: Mutex::default() }
    }

    /// Keeps a value; one of the same key is replaced.
    pub fn put(&self, key: K, value: V, now: Moment) {
        let mut items = self.items();
        self.make_room(&mut items, now);
        items.insert(key, (now, value));
    }

    /// Keeps a value unless one of the same key is kept; returns the one that is.
    pub fn put_first(&self, key: K, value: V, now: Moment) -> V {
        let mut items = self.items();
        match items.get(&key) {
            Some((kept, first)) if self.lasts(*kept, now) => first.clone(),
            _ => {
                self.make_room(&mut items, now);
                items.insert(key, (now, value.clone()));
                value
            }
        }
    }

    /// Takes a value out, if it is still there.
    pub fn take(&self, key: &K, now: Moment) -> Option<V> {
        let (kept, value) = self.items().remove(key)?;
        self.lasts(kept, now).then_some(value)
    }

    /// Looks at a value, and leaves it.
    pub fn peek(&self, key: &K, now: Moment) -> Option<V> {
        let items = self.items();
        let (kept, value) = items.get(key)?;
        self.lasts(*kept, now).then(|| value.clone())
    }

    /// The keys of values that are such ones, and are still there.
    pub fn keys(&self, now: Moment, is_one: impl Fn(&V) -> bool) -> Vec<K> {
        let items = self.items();
        let here = items.iter().filter(|(_, (kept, value))| self.lasts(*kept, now) && is_one(value));
        here.map(|(key, _)| key.clone()).collect()
    }

    fn lasts(&self, kept: Moment, now: Moment) -> bool {
        now.seconds_since(kept) < self.life_s
    }

    fn make_room(&self, items: &mut HashMap<K, (Moment, V)>, now: Moment) {
        if items.len() >= ITEMS_MAX {
            items.retain(|_, (kept, _)| self.lasts(*kept, now));
        }
        if items.len() >= ITEMS_MAX
            && let Some(oldest) = items.iter().min_by_key(|(_, (kept, _))| *kept).map(|(key, _)| key.clone())
        {
            items.remove(&oldest);
        }
    }

    fn items(&self) -> MutexGuard<'_, HashMap<K, (Moment, V)>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[test]
fn what_is_kept_is_taken_once_and_not_after_its_time() {
    let brief = Brief::lasting_s(600);
    let at = |second| Moment(0).plus_s(second);
    brief.put("a", 1, at(0));
    brief.put("b", 2, at(0));
    assert_eq!((brief.peek(&"a", at(599)), brief.take(&"a", at(599))), (Some(1), Some(1)));
    assert_eq!(
        (brief.take(&"a", at(599)), brief.peek(&"b", at(600)), brief.take(&"b", at(600))),
        (None, None, None)
    );
    brief.put("d", 3, at(0));
    assert_eq!(
        (brief.keys(at(599), |value| *value == 3), brief.keys(at(600), |_| true)),
        (vec!["d"], vec![])
    );
    let firsts = [0, 599, 600].map(|second| brief.put_first("c", second, at(second)));
    assert_eq!(firsts, [0, 0, 600]);
}
