//! Ways back in that are typed, and why they may say no.

use diesel::prelude::*;

use super::Derived;
use crate::db::schema::credential;
use crate::kernel::{AccountId, Kind};
use crate::keys::{self, MemberSecret};

crate::id! {
    /// A way back in.
    CredentialId;
}

crate::text_enum! {
    /// A way back in that is typed.
    pub enum Way {
        /// Six words, chosen by chance.
        Words = "words",
        /// Chosen by its holder.
        Password = "password",
    }
}

/// One way back in, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = credential)]
pub struct Credential {
    /// Its id; never shown.
    pub id: CredentialId,
    /// Whose.
    pub account_id: AccountId,
    /// Which way.
    pub kind: Way,
    /// A password's own.
    pub salt: String,
    /// What deriving it costs.
    pub params: String,
    /// SHA-256 of the verifying half.
    pub verifier: String,
    /// The member secret, wrapped by the other half.
    pub wrapped: String,
}

impl Credential {
    /// The member secret, with what the typed words derived to.
    #[must_use]
    pub fn unwrap(&self, derived: &Derived) -> Option<MemberSecret> {
        let way = match self.kind {
            Way::Words => keys::Way::Words,
            Way::Password => keys::Way::Password,
        };
        MemberSecret::unwrap(&self.wrapped, &derived.wrapping, way, self.account_id)
    }
}

/// Why a change of credentials is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Whoever holds the device has not shown lately that they hold the account.
    #[error("show again who you are first")]
    ProveFirst,
    /// The two passwords differ.
    #[error("the second password differs from the first")]
    NotAlike,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ProveFirst => "prove-first",
            Self::NotAlike => "password-not-alike",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::ProveFirst => Kind::NotAllowed,
            Self::NotAlike => Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::ProveFirst => None,
            Self::NotAlike => Some("again"),
        }
    }
}
