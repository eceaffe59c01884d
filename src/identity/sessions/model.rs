//! Sessions and devices.

use super::seal::Seat;
use crate::http::muted::MutedWords;
use crate::identity::muted;
use crate::kernel::{Day, FaceId, Kind, Moment, SessionId, Token, Week};
use crate::keys::Holder;
use crate::policy::{Person, Rank};

/// How long a device stays signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staying {
    /// "This is not my device": the cookie ends with the browser, the session after an hour without a request, the row
    /// after a day.
    Shared,
    /// Thirty days after it was last used, and at most ninety (ASVS 5.0, 7.3).
    Own,
}

impl Staying {
    /// What somebody ticked, or did not.
    #[must_use]
    pub const fn of(is_shared: bool) -> Self {
        if is_shared { Self::Shared } else { Self::Own }
    }

    /// Days until the row expires.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Shared => 1,
            Self::Own => 30,
        }
    }
}

/// Weeks for which somebody counts as new.
const NEW_WEEKS: i64 = 2;
/// Longest life of a session, in weeks.
pub const WEEKS_MAX: i64 = 13;

/// A live session with what a request needs of its member.
#[derive(Debug, Clone)]
pub struct Live {
    /// What its row held.
    pub seat: Seat,
    /// Its holder, as they are now.
    pub owner: Owner,
}

/// What a request needs of an account.
#[derive(Debug, Clone, diesel::Queryable)]
pub struct Owner {
    /// Their name's face.
    pub face: FaceId,
    /// Their name.
    pub name: String,
    /// What draws their face.
    pub seed: i64,
    /// What they may do.
    pub rank: Rank,
    /// Where the account stands: `open`, `waiting`, `paused`, `closed`.
    pub state: String,
    /// The day a pause ends.
    pub until: Option<Day>,
    /// When they came in.
    pub joined: Week,
    /// Whether leaving fast signs out.
    pub leave_signs_out: bool,
    /// Whether the return words were kept.
    pub words_kept: bool,
    /// Whether their buddy is to notice when they are quiet.
    pub is_counted: bool,
    /// Words they would rather not meet, sealed.
    pub muted_words: String,
}

impl Live {
    /// Whether this member may do what members do: a pause ends by itself.
    #[must_use]
    pub fn is_open(&self, today: Day) -> bool {
        let Owner { state, until, .. } = &self.owner;
        state == "open" || state == "paused" && until.is_some_and(|until| until <= today)
    }

    /// The member as rules know them.
    #[must_use]
    pub const fn person(&self, now: Moment) -> Person {
        let is_new = now.week().0 - self.owner.joined.0 < NEW_WEEKS;
        Person {
            account: self.seat.account,
            face: self.owner.face,
            rank: self.owner.rank,
            is_new,
            voice: None,
        }
    }

    /// Words they would rather not meet, for this request.
    #[must_use]
    pub fn muted(&self, today: Day) -> MutedWords {
        muted::ready(&self.owner.muted_words, &self.seat.secret, self.seat.account, today)
    }

    /// How long the device stays signed in.
    #[must_use]
    pub const fn staying(&self) -> Staying {
        Staying::of(self.seat.is_shared)
    }
}

/// That a session is in use, once a week. It is written hours later.
#[derive(Debug, Clone)]
pub struct Renewal {
    /// Whose, under the token that leads to it now.
    pub holder: Holder,
    /// The day it was used.
    pub on: Day,
    /// The token its browser was handed beside the one it has.
    pub next: Option<Token>,
    /// Whether it has shown that one: only then may it take over, since an answer may be lost on the way.
    pub has_arrived: bool,
}

impl Renewal {
    /// The token that leads to the session once this is written, if that is another.
    #[must_use]
    pub fn takes_over(&self) -> Option<&Token> {
        self.next.as_ref().filter(|_| self.has_arrived)
    }
}

impl PartialEq for Renewal {
    fn eq(&self, other: &Self) -> bool {
        (self.on, &self.next, self.has_arrived) == (other.on, &other.next, other.has_arrived)
    }
}

/// One row of the device list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Device {
    /// The session.
    pub id: SessionId,
    /// What the member calls it.
    pub label: String,
    /// Whether it is shared.
    pub is_shared: bool,
    /// The week it signed in.
    pub made: Week,
    /// The week it was last here.
    pub seen: Week,
    /// The day it is signed out by itself.
    pub expires: Day,
}

/// Why a session may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A label is too long.
    #[error("a device's name has at most 40 letters")]
    LabelLength,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "device-label-length"
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn field(&self) -> Option<&'static str> {
        Some("label")
    }
}
