//! What somebody holds to find their own aliases: their secret and the ring. It lives as long as one request.

use crate::kernel::secret::hex;
use crate::kernel::{Day, Error, GroupId};
use crate::keys::{Key, Keyring, MemberSecret, Scope};

/// Names somebody may have had in one place within one month, one after the other.
const GENERATIONS: u32 = 3;
/// Aliases somebody may make in one month.
const ENTRIES: u32 = 100;
/// Months whose keys may still be there: this one and those before.
const MONTHS: usize = 5;

/// A member's secret and the ring, on one day. Prints as dots.
#[derive(Debug, Clone)]
pub struct Hand {
    secret: MemberSecret,
    ring: Keyring,
    today: Day,
}

/// A month's key.
pub(super) struct Epoch {
    pub month: String,
    pub key: Key,
}

impl Hand {
    /// Somebody's, today.
    #[must_use]
    pub const fn new(secret: MemberSecret, ring: Keyring, today: Day) -> Self {
        Self { secret, ring, today }
    }

    /// What something of this person's alone is known by, for a purpose: the same however often it is asked for, nobody
    /// else's, and a function of no account.
    #[must_use]
    pub fn mark(&self, purpose: &str, what: &str) -> String {
        let mac = self.secret.key(purpose).mac(&[what.as_bytes()]);
        hex(mac.first_chunk::<16>().map_or(&[], |head| head.as_slice()))
    }

    /// This month's key.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn current(&self) -> Result<Epoch, Error> {
        let (month, key) = self.ring.epoch_of(self.today)?;
        Ok(Epoch { month, key })
    }

    /// Every tag somebody may be found by in these places. Without a ring there is none.
    pub(super) fn tags(&self, scopes: &[Scope]) -> Vec<String> {
        let epochs = self.living();
        let of =
            |scope: &Scope| epochs.iter().flat_map(|epoch| self.tags_of(epoch, *scope)).collect::<Vec<_>>();
        scopes.iter().flat_map(of).collect()
    }

    /// The tags of one month in one place, in the order they are used up.
    pub(super) fn tags_of(&self, epoch: &Epoch, scope: Scope) -> Vec<String> {
        tags(&self.secret, &epoch.key, scope)
    }

    /// Every entry somebody's aliases may be listed by: of all months, or of the newest `months`.
    pub(super) fn entries(&self, months: usize) -> Vec<String> {
        self.living().iter().take(months).flat_map(|epoch| self.entries_of(epoch)).collect()
    }

    /// The entries of one month, in the order they are used up.
    pub(super) fn entries_of(&self, epoch: &Epoch) -> Vec<String> {
        entries(&self.secret, &epoch.key)
    }

    /// What a ban of this person in a group is found by.
    ///
    /// # Errors
    /// `keys-lost`.
    pub(super) fn ban(&self, group: GroupId) -> Result<crate::keys::BanTag, Error> {
        Ok(self.secret.ban_tag(&self.ring.bans_of(group)?, group))
    }

    /// The keys that are still there, the newest month first.
    fn living(&self) -> Vec<Epoch> {
        let with_key = |month: String| {
            let key = self.ring.epoch(&month).ok().flatten()?;
            Some(Epoch { month, key })
        };
        months_back(self.today).into_iter().filter_map(with_key).collect()
    }
}

fn tags(secret: &MemberSecret, key: &Key, scope: Scope) -> Vec<String> {
    (0..GENERATIONS).map(|number| hex(&secret.alias_tag(key, scope, number).0)).collect()
}

fn entries(secret: &MemberSecret, key: &Key) -> Vec<String> {
    let own = secret.key("alias entries");
    let entry = |number: u32| {
        let person = own.mac(&[b"entry", &number.to_be_bytes()]);
        let mac = key.mac(&[b"entry", &person]);
        hex(mac.first_chunk::<16>().map_or(&[], |head| head.as_slice()))
    };
    (0..ENTRIES).map(entry).collect()
}

/// This month and those before it, as the ring calls them.
fn months_back(today: Day) -> Vec<String> {
    let mut months: Vec<String> = Vec::with_capacity(MONTHS);
    let mut day = today;
    while months.len() < MONTHS {
        let text = day.iso();
        let month = text.get(..7).unwrap_or_default().to_owned();
        let into = text.get(8..10).and_then(|day| day.parse().ok()).unwrap_or(1);
        months.push(month);
        day = day.plus(-into);
    }
    months
}

#[test]
fn months_go_back_over_the_end_of_a_year() {
    let at: jiff::Timestamp = "2027-01-31T12:00:00Z".parse().unwrap();
    let months = months_back(crate::kernel::Moment(at.as_millisecond()).day());
    assert_eq!(months, ["2027-01", "2026-12", "2026-11", "2026-10", "2026-09"]);
}

#[test]
fn a_name_is_found_with_both_hands_and_not_with_one() {
    use crate::kernel::{Chance, ThreadId};
    let chance = Chance::seeded(1);
    let (ada, bea) = (MemberSecret::new(&chance), MemberSecret::new(&chance));
    let (ring, other) = (Key::new(&chance), Key::new(&chance));
    let all = |secret: &MemberSecret, key: &Key| {
        [tags(secret, key, Scope::Thread(ThreadId(4))), entries(secret, key)].concat()
    };
    let own = all(&ada, &ring);
    assert_eq!(own, all(&ada, &ring));
    for unlike in [all(&bea, &ring), all(&ada, &other)] {
        assert!(own.iter().all(|value| !unlike.contains(value)));
    }
    let values: std::collections::HashSet<&String> = own.iter().collect();
    assert_eq!(values.len(), own.len(), "no value is used twice");
}
