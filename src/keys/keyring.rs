//! The ring in a running server: read once, written when a key is made, and told apart from one that is lost.

use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use zeroize::Zeroizing;

use super::ring::month;
use super::{Field, Key, Ring, RingFile, Sealed, Tended, store};
use crate::db::Db;
use crate::kernel::{Chance, Day, Error, GroupId, Kind};

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

/// The ring of a running server. Cheap to clone; prints as dots.
#[derive(Clone)]
pub struct Keyring(Arc<Inner>);

struct Inner {
    file: RingFile,
    /// The ring this community belongs to, whether or not it is here.
    id: String,
    chance: Chance,
    ring: RwLock<Option<Ring>>,
}

impl Keyring {
    /// Opens the ring that `db` belongs to; a new database begins one, or takes up the one that lies there.
    /// A ring that is lost stops nobody: the server goes on, and what is sealed stays shut.
    ///
    /// # Errors
    /// Readable by others, not whole, another community's; a fault of the database.
    pub fn open(file: RingFile, db: &mut Db, chance: &Chance, today: Day) -> Result<Self, Error> {
        let ring = match (file.read()?, store::ring_of(db)?) {
            (ring, Some(id)) => (id, ring),
            (Some(ring), None) => (store::begin(db, ring.id())?, Some(ring)),
            (None, None) => {
                let ring = Ring::new(chance, today);
                file.put(&ring)?;
                (store::begin(db, ring.id())?, Some(ring))
            }
        };
        let (id, ring) = ring;
        if ring.as_ref().is_some_and(|ring| ring.id() != id) {
            return Err(file.foreign().into());
        }
        if ring.is_none() {
            tracing::warn!("the key ring is not here: what is sealed stays shut");
        }
        Ok(Self(Arc::new(Inner { file, id, chance: chance.clone(), ring: RwLock::new(ring) })))
    }

    /// Whether the ring is here.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.look(|_| ()).is_ok()
    }

    /// Whether a copy of it was ever made.
    #[must_use]
    pub fn was_copied(&self) -> bool {
        self.look(|ring| ring.backup_on().is_some()).unwrap_or_default()
    }

    /// Reads the file again: somebody may have rotated it, or put a lost one back.
    ///
    /// # Errors
    /// As [`RingFile::read`], or another community's.
    pub fn refresh(&self) -> Result<(), Error> {
        match self.0.file.read()? {
            Some(ring) if ring.id() != self.0.id => Err(self.0.file.foreign().into()),
            // A file that is gone leaves what is in memory: it serves until the server stops.
            None => Ok(()),
            Some(ring) => {
                self.keep(ring);
                Ok(())
            }
        }
    }

    /// Seals a value for a column. `whose` is the row's id, and the value opens in no other.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn seal<F: Field>(&self, whose: impl fmt::Display, plain: &[u8]) -> Result<Sealed<F>, Error> {
        self.look(|ring| {
            let (id, key) = ring.sealing().ok_or(Refusal::Lost)?;
            Ok(Sealed::new(id, &key.seal(&self.0.chance, F::NAME, whose, plain)?))
        })?
    }

    /// Opens a value of a column.
    ///
    /// # Errors
    /// `keys-lost`: also where the value was changed, or belongs elsewhere.
    pub fn unseal<F: Field>(
        &self,
        whose: impl fmt::Display,
        sealed: &Sealed<F>,
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (id, hidden) = sealed.parts();
        self.look(|ring| ring.opening(id).and_then(|key| key.open(F::NAME, whose, hidden)))?
            .ok_or_else(|| Refusal::Lost.into())
    }

    /// How every value begins that a replaced key sealed and that the ring still opens.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn replaced(&self) -> Result<Vec<String>, Error> {
        self.look(|ring| ring.replaced().map(|id| format!("{id}.")).collect())
    }

    /// This month's key for aliases and the month; made if it is the first of the month to be needed.
    ///
    /// # Errors
    /// `keys-lost`, or what the system said.
    pub fn epoch_of(&self, today: Day) -> Result<(String, Key), Error> {
        let month = month(today);
        let key = match self.epoch(&month)? {
            Some(key) => key,
            None => self.make(|ring, chance| ring.begin_epoch(&month, chance), |ring| ring.epoch(&month))?,
        };
        Ok((month, key))
    }

    /// The key of a month that has one still.
    ///
    /// # Errors
    /// `keys-lost`.
    pub fn epoch(&self, month: &str) -> Result<Option<Key>, Error> {
        self.look(|ring| ring.epoch(month).cloned())
    }

    /// A group's key for bans; made if it is the first to be needed.
    ///
    /// # Errors
    /// `keys-lost`, or what the system said.
    pub fn bans_of(&self, group: GroupId) -> Result<Key, Error> {
        match self.look(|ring| ring.bans(group).cloned())? {
            Some(key) => Ok(key),
            None => self.make(|ring, chance| ring.begin_bans(group, chance), |ring| ring.bans(group)),
        }
    }

    /// Forgets a group's key for bans: it has none any more.
    ///
    /// # Errors
    /// `keys-lost`, or what the system said.
    pub fn drop_bans(&self, group: GroupId) -> Result<(), Error> {
        self.look(|_| ())?;
        self.keep(self.0.file.change(|ring| ring.drop_bans(group))?);
        Ok(())
    }

    /// A day's care; see [`Ring::tend`]. A lost ring needs none.
    ///
    /// # Errors
    /// What the system said.
    pub fn tend(&self, today: Day, is_resealed: bool) -> Result<Tended, Error> {
        let mut tended = Tended::default();
        if self.is_here() {
            self.keep(self.0.file.change(|ring| tended = ring.tend(today, is_resealed))?);
        }
        Ok(tended)
    }

    fn make<'a>(
        &self,
        begin: impl FnOnce(&mut Ring, &Chance),
        find: impl Fn(&Ring) -> Option<&Key> + 'a,
    ) -> Result<Key, Error> {
        self.look(|_| ())?;
        let ring = self.0.file.change(|ring| begin(ring, &self.0.chance))?;
        let key = find(&ring).cloned().ok_or(Refusal::Lost)?;
        self.keep(ring);
        Ok(key)
    }

    fn look<T>(&self, work: impl FnOnce(&Ring) -> T) -> Result<T, Error> {
        let ring = self.0.ring.read().unwrap_or_else(PoisonError::into_inner);
        ring.as_ref().map(work).ok_or_else(|| Refusal::Lost.into())
    }

    fn keep(&self, ring: Ring) {
        *self.0.ring.write().unwrap_or_else(PoisonError::into_inner) = Some(ring);
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
