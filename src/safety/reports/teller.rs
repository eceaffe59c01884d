//! What somebody holds to tell of a concern and to find it again: a key of their own secret, which no copy of the
//! database opens. It lives as long as one request.

use super::ConcernId;
use crate::kernel::secret::hex;
use crate::kernel::{Chance, Day, Error};
use crate::keys::{Key, Keyring, MemberSecret};

/// What the words of a report are called where they are sealed.
const WORDS: &str = "report.words";
/// The same for what was said to whoever tells.
const QUOTED: &str = "report.quoted";
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
    pub quoted: String,
    pub month: String,
}

/// What somebody tells, open: in their words, and what was said to them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opened {
    /// In their own words; may be empty.
    pub words: String,
    /// What was said to them; empty: nothing goes along.
    pub quoted: String,
}

impl Opened {
    /// The same, with what they told of it before: what they say again is not said twice.
    #[must_use]
    pub(super) fn after(self, before: Self) -> Self {
        let joined = |before: String, now: String| match (before.is_empty(), now.is_empty()) {
            (true, _) => now,
            (false, true) => before,
            (false, false) if before.lines().any(|line| line == now) || before == now => before,
            (false, false) => format!("{before}\n{now}"),
        };
        Self { words: joined(before.words, self.words), quoted: joined(before.quoted, self.quoted) }
    }
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
    pub(super) fn hide(&self, chance: &Chance, mark: &str, told: &Opened) -> Result<Hidden, Error> {
        let (month, key) = self.ring.epoch_of(self.today)?;
        let seal = |field: &str, plain: &str| match plain {
            "" => Ok(String::new()),
            plain => key.seal(chance, field, mark, plain.as_bytes()),
        };
        Ok(Hidden { words: seal(WORDS, &told.words)?, quoted: seal(QUOTED, &told.quoted)?, month })
    }

    /// What seals words here.
    pub(super) const fn ring(&self) -> &Keyring {
        &self.ring
    }
}

/// Opens what somebody told; empty where the month's key is gone.
#[must_use]
pub fn open(ring: &Keyring, mark: &str, hidden: &Hidden) -> Opened {
    let Ok(Some(key)) = ring.epoch(&hidden.month) else { return Opened::default() };
    let open = |field: &str, sealed: &str| {
        let plain = if sealed.is_empty() { None } else { key.open(field, mark, sealed) };
        plain.and_then(|plain| String::from_utf8(plain.to_vec()).ok()).unwrap_or_default()
    };
    Opened { words: open(WORDS, &hidden.words), quoted: open(QUOTED, &hidden.quoted) }
}

#[test]
fn what_is_told_again_stands_beside_what_was_told_before() {
    let told = |words: &str, quoted: &str| Opened { words: words.to_owned(), quoted: quoted.to_owned() };
    assert_eq!(told("", "b").after(told("a", "")), told("a", "b"));
    assert_eq!(told("c", "b").after(told("a", "b")), told("a\nc", "b"));
    assert_eq!(told("a", "d").after(told("a\nc", "b")), told("a\nc", "b\nd"));
}
