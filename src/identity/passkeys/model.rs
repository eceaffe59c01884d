//! Passkeys, and why they may say no.

use diesel::prelude::*;
use webauthn_rs::prelude::Passkey;

use crate::db::schema::passkey;
use crate::kernel::{AccountId, Bounded, Kind, Week};

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
    /// The label is too long.
    #[error("a label has at most 40 letters")]
    LabelLength,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThrough => "passkey-not-through",
            Self::NotOffered => "passkey-not-offered",
            Self::LabelLength => "passkey-label-length",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NotThrough | Self::LabelLength => Kind::Invalid,
            Self::NotOffered => Kind::NotAllowed,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotThrough => Some("credential"),
            Self::LabelLength => Some("label"),
            Self::NotOffered => None,
        }
    }
}
