//! Where an account is signed in: a list on the account that only a live session of its holder reads.

use serde::{Deserialize, Serialize};

use super::WEEKS_MAX;
use super::model::Device;
use super::seal::Seat;
use crate::kernel::{AccountId, Chance, Day, Error, SessionId, Week};
use crate::keys::MemberSecret;

/// What the sealed list is called.
const WHAT: &str = "devices";
/// The list is filled up to a multiple of this, so that its length says little of how many they are.
const FILLED_TO: usize = 2_048;
/// Devices at once; the one longest unseen makes room.
pub const DEVICES_MAX: usize = 40;

/// One device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The session.
    pub id: i64,
    /// Its row now.
    pub row: String,
    /// What the member calls it.
    pub label: String,
    /// Whether others use it.
    pub shared: bool,
    /// The week it signed in.
    pub made: i64,
    /// The week it was last here.
    pub seen: i64,
    /// The last day on which it lets in.
    pub expires: i64,
}

impl Entry {
    /// The entry of a new session.
    #[must_use]
    pub fn of(seat: &Seat, row: &str) -> Self {
        Self {
            id: seat.session.0,
            row: row.to_owned(),
            label: String::new(),
            shared: seat.is_shared,
            made: seat.made.0,
            seen: seat.seen.0,
            expires: seat.expires.0,
        }
    }

    /// As its holder's page shows it.
    #[must_use]
    pub fn shown(self) -> Device {
        Device {
            id: SessionId(self.id),
            label: self.label,
            is_shared: self.shared,
            made: Week(self.made),
            seen: Week(self.seen),
            expires: Day(self.expires),
        }
    }
}

/// Seals a list.
///
/// # Errors
/// None that can be met.
pub fn seal(
    list: &[Entry],
    chance: &Chance,
    secret: &MemberSecret,
    account: AccountId,
) -> Result<String, Error> {
    let mut plain = serde_json::to_vec(list).map_err(Error::other)?;
    plain.resize(plain.len().next_multiple_of(FILLED_TO), b' ');
    secret.key(WHAT).seal(chance, WHAT, account, &plain)
}

/// The devices of a sealed list that still let in, newest first. One that does not open is begun anew: signing out
/// everywhere goes by the account's generation, and needs no list.
#[must_use]
pub fn open(sealed: &str, secret: &MemberSecret, account: AccountId, today: Day) -> Vec<Entry> {
    let plain = secret.key(WHAT).open(WHAT, account, sealed);
    let mut list: Vec<Entry> =
        plain.and_then(|plain| serde_json::from_slice(&plain).ok()).unwrap_or_default();
    list.retain(|entry| entry.expires >= today.0 && entry.made > today.week().0 - WEEKS_MAX);
    list.sort_by_key(|entry| (-entry.seen, -entry.made, entry.id));
    list
}
