//! What somebody shows to come back in, and the one answer to everything that does not fit.

use crate::http::Fields;
use crate::identity::credentials::Credential;
use crate::identity::passkeys::Found;
use crate::kernel::{AccountId, Kind, Secret};
use crate::keys::{Key, MemberSecret};

/// What somebody shows.
#[derive(Debug, Clone)]
pub enum Claim {
    /// Six words, as typed.
    Words(Secret<String>),
    /// A name and its password, as typed.
    Password {
        /// The name.
        name: String,
        /// The password.
        password: Secret<String>,
    },
    /// A recovery code, as typed.
    Code(Secret<String>),
    /// What a device answered.
    Passkey(Secret<String>),
}

impl Claim {
    /// Reads a form: what was filled in says which way it is.
    #[must_use]
    pub fn of(fields: &Fields) -> Self {
        let secret = |name: &str| Secret::new(fields.one(name).to_owned());
        let is_filled = |name: &str| !fields.one(name).trim().is_empty();
        if is_filled("credential") {
            Self::Passkey(secret("credential"))
        } else if is_filled("code") {
            Self::Code(secret("code"))
        } else if is_filled("password") {
            Self::Password { name: fields.one("name").to_owned(), password: secret("password") }
        } else {
            Self::Words(secret("words"))
        }
    }
}

/// Who was recognised, by what, and the secret it unwrapped; [`super::confirm`] checks within the transaction that it
/// still holds.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// By what.
    pub by: By,
    /// The member secret.
    pub secret: MemberSecret,
}

/// What somebody was recognised by.
#[derive(Debug, Clone)]
pub enum By {
    /// By words or a password.
    Typed(Credential),
    /// By a recovery code, which is used up.
    Code {
        /// Whose.
        account: AccountId,
        /// The code's hash.
        hash: String,
    },
    /// By a passkey.
    Passkey {
        /// Which.
        found: Box<Found>,
        /// What its device computed, if it can.
        key: Option<Key>,
    },
}

impl Recognised {
    /// Whose account it is.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        match &self.by {
            By::Typed(credential) => credential.account_id,
            By::Code { account, .. } => *account,
            By::Passkey { found, .. } => found.account,
        }
    }
}

/// Why nobody is let in. The same words whatever was amiss: a name nobody has, a name without a password, a wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("that does not open this door")]
pub struct Refusal {
    /// The field of the form it came from.
    pub field: &'static str,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        "back-in-unknown"
    }
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn field(&self) -> Option<&'static str> {
        Some(self.field)
    }
}
