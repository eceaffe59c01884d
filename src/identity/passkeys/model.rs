//! Passkeys, and why they may say no.

use diesel::prelude::*;
use webauthn_rs::prelude::Passkey;

use crate::db::schema::passkey;
use crate::kernel::{AccountId, Bounded, Error, Kind, Week};
use crate::keys::{self, Keyring, MemberSecret, Sealed};

crate::id! {
    /// A passkey, as its holder's list knows it.
    KeyId;
}

/// What its holder calls it.
pub type Label = Bounded<0, 40, false>;

/// One line of its holder's list.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, serde::Serialize, utoipa::ToSchema)]
#[diesel(table_name = passkey)]
pub struct Key {
    /// Its id.
    #[schema(value_type = i64)]
    pub id: KeyId,
    /// What its holder calls it.
    pub label: String,
    /// When it was made.
    #[schema(value_type = i64)]
    pub made_week: Week,
}

/// A stored passkey somebody may come back in with.
#[derive(Debug, Clone)]
pub struct Found {
    /// Whose.
    pub account: AccountId,
    /// As stored, to notice whether it changed since.
    pub stored: String,
    /// What checks it.
    pub key: Passkey,
    /// Its row.
    pub id: KeyId,
    /// The member secret.
    pub secret: Kept,
}

impl Found {
    /// The member secret, by what the device computed or by the key ring.
    ///
    /// # Errors
    /// `passkey-sealed`.
    pub fn unwrap(&self, ring: &Keyring, computed: Option<&keys::Key>) -> Result<MemberSecret, Error> {
        let secret = match &self.secret {
            Kept::Wrapped(wrapped) => {
                computed.and_then(|key| MemberSecret::unwrap(wrapped, key, keys::Way::Passkey, self.account))
            }
            Kept::Sealed(sealed) => {
                ring.unseal(self.id, sealed).ok().and_then(|bytes| MemberSecret::from_bytes(&bytes))
            }
        };
        secret.ok_or_else(|| Refusal::Sealed.into())
    }
}

/// How the member secret is kept for a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// By what its device computes.
    Wrapped(String),
    /// By the key ring, because its device has computed nothing yet.
    Sealed(Sealed<InRing>),
}

/// The column that the ring seals.
#[derive(Debug)]
pub struct InRing;

impl keys::Field for InRing {
    const NAME: &'static str = "passkey.sealed";
}

/// A passkey that has just been made.
#[derive(Debug, Clone)]
pub struct Made {
    /// What its holder calls it.
    pub label: Label,
    /// What checks it.
    pub key: Passkey,
    /// What its device computed, if it can.
    pub computed: Option<keys::Key>,
}

/// Why a passkey is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The ceremony took too long, or its answer does not fit.
    #[error("the passkey did not come through")]
    NotThrough,
    /// The server's address is a number, and passkeys need a name.
    #[error("passkeys need a public address with a name")]
    NotOffered,
    /// It is the right one, and what it should have opened stays shut: the browser gave no key, or the ring is lost.
    #[error("this passkey does not open the account in this browser")]
    Sealed,
    /// The label is too long.
    #[error("a label has at most 40 letters")]
    LabelLength,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThrough => "passkey-not-through",
            Self::NotOffered => "passkey-not-offered",
            Self::Sealed => "passkey-sealed",
            Self::LabelLength => "passkey-label-length",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NotThrough | Self::Sealed | Self::LabelLength => Kind::Invalid,
            Self::NotOffered => Kind::NotAllowed,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotThrough | Self::Sealed => Some("credential"),
            Self::LabelLength => Some("label"),
            Self::NotOffered => None,
        }
    }
}
