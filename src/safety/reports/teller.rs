//! What somebody holds to tell of a concern and to find it again: a key of their own secret, which no copy of the
//! database opens. It lives as long as one request.

use super::ConcernId;
use crate::kernel::secret::hex;
use crate::kernel::{Day, Error};
use crate::keys::{Key, Keyring, MemberSecret};

/// What the words of a report are called where they are sealed.
const WORDS: &str = "report.words";
/// Concerns somebody may tell of within a span, the days of a span, and the spans after which all are swept.
const ENTRIES: u32 = 30;
const SPAN_DAYS: i64 = 91;
const SPANS: i64 = 3;

/// Somebody's key for concerns, the ring that seals words, and today.
#[derive(Debug, Clone)]
pub struct Teller {
    key: Key,
    ring: Keyring,
    today: Day,
}

/// What a person's words are kept as: sealed, and the month of the key that opens them.
#[derive(Debug, Clone)]
pub struct Hidden {
    pub words: String,
    pub month: String,
}

impl Teller {
    /// Somebody's, today.
    #[must_use]
    pub fn new(secret: &MemberSecret, ring: Keyring, today: Day) -> Self {
        Self { key: secret.key("concerns"), ring, today }
    }

    /// What their telling of one concern is known by: the same however often they tell of it.
    #[must_use]
    pub(super) fn mark(&self, concern: ConcernId) -> String {
        self.short(&[b"mark", &concern.0.to_be_bytes()])
    }

    /// What they may find a telling of this span by, in the order these are used up.
    #[must_use]
    pub(super) fn entries(&self) -> Vec<String> {
        self.entries_of(self.span())
    }

    /// What they may find every telling by that is still kept, the latest first.
    #[must_use]
    pub(super) fn all_entries(&self) -> Vec<String> {
        let now = self.span();
        (now - SPANS + 1..=now).rev().flat_map(|span| self.entries_of(span).into_iter().rev()).collect()
    }

    fn entries_of(&self, span: i64) -> Vec<String> {
        let entry = |number: u32| self.short(&[b"list", &span.to_be_bytes(), &number.to_be_bytes()]);
        (0..ENTRIES).map(entry).collect()
    }

    const fn span(&self) -> i64 {
        self.today.0.div_euclid(SPAN_DAYS)
    }

    fn short(&self, parts: &[&[u8]]) -> String {
        hex(self.key.mac(parts).first_chunk::<16>().map_or(&[], |head| head.as_slice()))
    }

    /// Seals what somebody wrote: it opens for those who look after the concern, through the ring.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn hide(
        &self,
        chance: &crate::kernel::Chance,
        mark: &str,
        words: &str,
    ) -> Result<Hidden, Error> {
        let (month, key) = self.ring.epoch_of(self.today)?;
        let words =
            if words.is_empty() { String::new() } else { key.seal(chance, WORDS, mark, words.as_bytes())? };
        Ok(Hidden { words, month })
    }
}

/// Opens what somebody wrote; none where the month's key is gone.
#[must_use]
pub fn open(ring: &Keyring, mark: &str, hidden: &Hidden) -> Option<String> {
    if hidden.words.is_empty() {
        return Some(String::new());
    }
    let key = ring.epoch(&hidden.month).ok().flatten()?;
    let plain = key.open(WORDS, mark, &hidden.words)?;
    String::from_utf8(plain.to_vec()).ok()
}
