//! The ring of a running server, in memory alone until its file is here: what it tied is gone after a restart.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Key;
use crate::kernel::{AccountId, Chance, Day, Error, GroupId, Kind};
use crate::keys::MemberSecret;

/// Why something sealed stays shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The ring is lost, or the key it had for this is.
    #[error("the key for this is not here")]
    Lost,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "keys-lost"
    }
    fn kind(&self) -> Kind {
        Kind::Unavailable
    }
}

/// The ring of a running server. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Keyring(Arc<Mutex<Keys>>);

#[derive(Debug, Default)]
struct Keys {
    chance: Chance,
    epochs: BTreeMap<String, Key>,
    bans: BTreeMap<i64, Key>,
    members: BTreeMap<i64, MemberSecret>,
}

impl Keyring {
    /// This month's key for aliases and the month.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn epoch_of(&self, today: Day) -> Result<(String, Key), Error> {
        let month = today.iso().get(..7).unwrap_or_default().to_owned();
        let Keys { epochs, chance, .. } = &mut *self.keys();
        let key = epochs.entry(month.clone()).or_insert_with(|| Key::new(chance)).clone();
        Ok((month, key))
    }

    /// The key of a month that has one still.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn epoch(&self, month: &str) -> Result<Option<Key>, Error> {
        Ok(self.keys().epochs.get(month).cloned())
    }

    /// A group's key for bans.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn bans_of(&self, group: GroupId) -> Result<Key, Error> {
        let Keys { bans, chance, .. } = &mut *self.keys();
        Ok(bans.entry(group.0).or_insert_with(|| Key::new(chance)).clone())
    }

    /// The secret of a member.
    #[must_use]
    pub fn member(&self, account: AccountId) -> MemberSecret {
        let Keys { members, chance, .. } = &mut *self.keys();
        members.entry(account.0).or_insert_with(|| MemberSecret::new(chance)).clone()
    }

    fn keys(&self) -> MutexGuard<'_, Keys> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
