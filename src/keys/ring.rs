//! What is on the ring, and the rules of how long it stays there. No file and no clock: both are given.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Key;
use crate::kernel::secret::hex;
use crate::kernel::{Chance, Day, GroupId};

/// Days for which a month's key outlives its month, and a replaced field key its replacement.
pub const KEPT_DAYS: i64 = 90;
/// The longest step of the clock that counts whole, in days. A longer one counts as this and destroys nothing:
/// a clock that jumps years ahead would otherwise take every alias's keys with it.
const STEP_DAYS: i64 = 7;

/// The keys of one community.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// Which ring this is: random, and no secret. The database knows it too.
    id: String,
    /// The last day on which somebody looked after it.
    seen_on: i64,
    /// The day `keys backup` last copied it.
    backup_on: Option<i64>,
    /// What fields are sealed with; the last seals, those before still open.
    fields: Vec<FieldKey>,
    /// One a group, for bans of the person behind an alias.
    ban_groups: BTreeMap<i64, Key>,
    /// One a month, for aliases. Never in a backup.
    alias_epochs: BTreeMap<String, Epoch>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldKey {
    id: String,
    key: Key,
    since: i64,
    /// Days seen to go by since it was replaced.
    days: i64,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Epoch {
    key: Key,
    /// Days seen to go by outside its month.
    days: i64,
}

/// What a day's care did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tended {
    /// Months whose key is gone for good.
    pub epochs: usize,
    /// Replaced field keys that are gone for good.
    pub fields: usize,
}

/// A line of `keys status`: which key, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The key's id, or the month.
    pub name: String,
    /// Days that must still go by before it is destroyed; none while it is in use.
    pub days_left: Option<i64>,
}

impl Ring {
    /// A ring with one field key.
    #[must_use]
    pub fn new(chance: &Chance, today: Day) -> Self {
        let (fields, ban_groups, alias_epochs) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        let id = hex(&chance.bytes::<8>());
        let mut ring = Self { id, seen_on: today.0, backup_on: None, fields, ban_groups, alias_epochs };
        ring.rotate(chance, today);
        ring
    }

    /// Which ring this is.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The day it was last copied by `keys backup`.
    #[must_use]
    pub fn backup_on(&self) -> Option<Day> {
        self.backup_on.map(Day)
    }

    /// Notes that it was copied.
    pub fn note_backup(&mut self, today: Day) {
        self.backup_on = Some(today.0);
    }

    /// Seals with a new field key from now on. The others stay, to open what they sealed.
    pub fn rotate(&mut self, chance: &Chance, today: Day) {
        let id = hex(&chance.bytes::<4>());
        self.fields.push(FieldKey { id, key: Key::new(chance), since: today.0, days: 0 });
    }

    /// What seals, and its id.
    #[must_use]
    pub fn sealing(&self) -> Option<(&str, &Key)> {
        self.fields.last().map(|field| (field.id.as_str(), &field.key))
    }

    /// What opens values sealed with this key.
    #[must_use]
    pub fn opening(&self, id: &str) -> Option<&Key> {
        self.fields.iter().find(|field| field.id == id).map(|field| &field.key)
    }

    /// The ids of the field keys that open and no longer seal.
    pub fn replaced(&self) -> impl Iterator<Item = &str> {
        let sealing = self.fields.len().saturating_sub(1);
        self.fields.iter().take(sealing).map(|field| field.id.as_str())
    }

    /// A month's key, if there is one, or still one.
    #[must_use]
    pub fn epoch(&self, month: &str) -> Option<&Key> {
        self.alias_epochs.get(month).map(|epoch| &epoch.key)
    }

    /// A group's key for bans, if it has one.
    #[must_use]
    pub fn bans(&self, group: GroupId) -> Option<&Key> {
        self.ban_groups.get(&group.0)
    }

    pub(super) fn begin_epoch(&mut self, month: &str, chance: &Chance) {
        let begin = || Epoch { key: Key::new(chance), days: 0 };
        self.alias_epochs.entry(month.to_owned()).or_insert_with(begin);
    }

    pub(super) fn begin_bans(&mut self, group: GroupId, chance: &Chance) {
        self.ban_groups.entry(group.0).or_insert_with(|| Key::new(chance));
    }

    pub(super) fn drop_bans(&mut self, group: GroupId) {
        self.ban_groups.remove(&group.0);
    }

    /// Counts the days that went by since the last look, and destroys what has been out of use for ninety of them.
    /// Replaced field keys go only once nothing is sealed with them (`is_resealed`).
    ///
    /// Days are counted one look at a time, not read off the clock: a step ahead of more than a week counts as a
    /// week and destroys nothing, a step back counts as none.
    pub fn tend(&mut self, today: Day, is_resealed: bool) -> Tended {
        let step = today.0.saturating_sub(self.seen_on);
        self.seen_on = today.0;
        if step <= 0 {
            return Tended::default();
        }
        let (counted, month) = (step.min(STEP_DAYS), month(today));
        for (name, epoch) in &mut self.alias_epochs {
            epoch.days += if *name == month { 0 } else { counted };
        }
        if let Some((_, replaced)) = self.fields.split_last_mut() {
            for field in replaced {
                field.days += counted;
            }
        }
        if step > STEP_DAYS {
            return Tended::default();
        }
        let before = (self.alias_epochs.len(), self.fields.len());
        self.alias_epochs.retain(|_, epoch| epoch.days < KEPT_DAYS);
        self.fields.retain(|field| field.days < KEPT_DAYS || !is_resealed);
        Tended { epochs: before.0 - self.alias_epochs.len(), fields: before.1 - self.fields.len() }
    }

    /// What a backup holds: everything but the months' keys.
    #[must_use]
    pub fn for_backup(&self) -> Self {
        Self { alias_epochs: BTreeMap::new(), ..self.clone() }
    }

    /// The months' keys, oldest first.
    #[must_use]
    pub fn epochs(&self, today: Day) -> Vec<Kept> {
        let month = month(today);
        let left = |name: &str, days: i64| (name != month).then(|| (KEPT_DAYS - days).max(1));
        let all = self.alias_epochs.iter();
        all.map(|(name, epoch)| Kept { name: name.clone(), days_left: left(name, epoch.days) }).collect()
    }

    /// The field keys, oldest first.
    #[must_use]
    pub fn fields(&self) -> Vec<Kept> {
        let sealing = self.fields.len().saturating_sub(1);
        let kept = |(at, field): (usize, &FieldKey)| Kept {
            name: format!("{} of {}", field.id, Day(field.since).iso()),
            days_left: (at < sealing).then(|| (KEPT_DAYS - field.days).max(1)),
        };
        self.fields.iter().enumerate().map(kept).collect()
    }

    /// For how many groups there is a key for bans.
    #[must_use]
    pub fn ban_count(&self) -> usize {
        self.ban_groups.len()
    }
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The month a day falls in: `2026-11`.
#[must_use]
pub(super) fn month(day: Day) -> String {
    day.iso().get(..7).unwrap_or_default().to_owned()
}
