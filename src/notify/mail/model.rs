//! Addresses that may be told, and what is on its way to them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, FaceId, Kind, Mailbox, Moment, Token};
use crate::keys::{Field, Sealed};
use crate::notify::choices::Sort;

/// The subject of wakes: something may be on its way to an address.
pub const MAILS: &str = "mails";

crate::id! {
    /// An address that may be told. Random, 53 bits.
    AddressId;
    /// What is on its way to one. Random, 53 bits.
    LetterId;
}

/// What is sealed of an address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Where to.
    pub address: String,
    /// What its member reads.
    pub language: String,
    /// What the link holds by which it says yes; empty once it did.
    pub yes: String,
    /// What the link holds that ends it.
    pub off: String,
    /// The latest day of its member's own clock on which a mail went there, and how many did.
    pub sent: (Day, u8),
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Held {
    /// Where to.
    #[must_use]
    pub fn mailbox(&self) -> Option<Mailbox> {
        Mailbox::parse(&self.address)
    }

    /// Whether this is what its link holds by which it says yes. Hashes are compared: how long that takes says nothing of them.
    #[must_use]
    pub fn is_asked_by(&self, shown: &Token) -> bool {
        Token::parse(&self.yes).is_some_and(|own| own.hash() == shown.hash())
    }

    /// How many mails went there on a day.
    #[must_use]
    pub fn sent_on(&self, day: Day) -> u8 {
        if self.sent.0 == day { self.sent.1 } else { 0 }
    }
}

/// An address as stored.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id.
    pub id: AddressId,
    /// Whose.
    pub face: FaceId,
    /// Last day on which it may be confirmed; none: it was.
    pub until: Option<Day>,
    /// The rest.
    pub sealed: Sealed<AddressHeld>,
}

/// A member's own address, as their page shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Own {
    /// Enough to know it again; empty where its key is lost.
    pub masked: String,
    /// All of it, for their own copy.
    pub address: String,
    /// Whether it said yes.
    pub is_confirmed: bool,
}

/// One address, to be told of one sort of news.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// Of what; none: it asks whether the address is right.
    pub sort: Option<Sort>,
    /// Whether it stands for other sorts too.
    pub is_several: bool,
    /// After this it is of no use.
    pub late_at: Moment,
    /// How often it was tried, this time included.
    pub tries: i64,
    /// To whom.
    pub to: Kept,
}

impl Letter {
    /// Whether minutes matter.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.sort.is_some_and(Sort::is_urgent)
    }
}

/// The sealed column.
#[derive(Debug)]
pub enum AddressHeld {}

impl Field for AddressHeld {
    const NAME: &'static str = "mail_address.sealed";
}

/// Why an address is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is none that is taken here.
    #[error("that is no e-mail address")]
    Address,
    /// The link did its work, is over, or is somebody else's: one answer for all.
    #[error("this link is of no use any more")]
    Link,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Address => "mail-address",
            Self::Link => "mail-link",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            Self::Address => Kind::Invalid,
            Self::Link => Kind::Gone,
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Address => Some("address"),
            Self::Link => None,
        }
    }
}
