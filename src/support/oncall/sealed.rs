//! What was said in a room is kept sealed by the month's key of the ring: a copy of the database alone opens nothing, and in a
//! backup that outlives the room it stays shut once that key is gone.

use crate::kernel::{Chance, Day, Error, PublicId};
use crate::keys::{Keyring, Refusal};

const LINE: &str = "ask.line";
const WORDS: &str = "ask.words";

/// Seals and opens, as of a day.
#[derive(Debug, Clone)]
pub struct Sealer {
    ring: Keyring,
    today: Day,
}

impl Sealer {
    /// With a ring.
    #[must_use]
    pub const fn new(ring: Keyring, today: Day) -> Self {
        Self { ring, today }
    }

    /// The ring itself, for what it seals beside rooms.
    pub(super) const fn ring(&self) -> &Keyring {
        &self.ring
    }

    /// The month whose key is to seal, and a line sealed by it. Without a line it needs no key: who only asks is never turned
    /// away because a key is lost.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn line(
        &self,
        chance: &Chance,
        ask: &PublicId,
        line: &str,
    ) -> Result<(String, String), Error> {
        if line.is_empty() {
            let month = self.ring.epoch_of(self.today).map(|(month, _)| month).unwrap_or_default();
            return Ok((month, String::new()));
        }
        let (month, key) = self.ring.epoch_of(self.today)?;
        let sealed = key.seal(chance, LINE, ask, line.as_bytes())?;
        Ok((month, sealed))
    }

    /// Seals what somebody says in a room: by the key of its month, or by this month's if the ring was lost when it was asked.
    /// Gives that month.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn words(
        &self,
        chance: &Chance,
        (ask, month): (&PublicId, &str),
        number: i64,
        words: &str,
    ) -> Result<(String, String), Error> {
        let (month, key) = match month {
            "" => self.ring.epoch_of(self.today)?,
            month => (month.to_owned(), self.ring.epoch(month)?.ok_or(Refusal::Lost)?),
        };
        let sealed = key.seal(chance, WORDS, format_args!("{ask} {number}"), words.as_bytes())?;
        Ok((month, sealed))
    }

    /// Opens a line; none where its key is not here.
    pub(super) fn open_line(&self, (ask, month): (&PublicId, &str), sealed: &str) -> Option<String> {
        if sealed.is_empty() {
            return Some(String::new());
        }
        let plain = self.ring.epoch(month).ok().flatten()?.open(LINE, ask, sealed)?;
        String::from_utf8(plain.to_vec()).ok()
    }

    /// Opens what somebody said; none where its key is not here.
    pub(super) fn open_words(
        &self,
        (ask, month): (&PublicId, &str),
        number: i64,
        sealed: &str,
    ) -> Option<String> {
        let key = self.ring.epoch(month).ok().flatten()?;
        let plain = key.open(WORDS, format_args!("{ask} {number}"), sealed)?;
        String::from_utf8(plain.to_vec()).ok()
    }
}
