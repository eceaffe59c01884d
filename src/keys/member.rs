//! The member secret: thirty-two bytes an account is given when it begins, kept only wrapped by what lets its
//! holder in. A live session holds it; a copy of the database does not.

use std::fmt;

use super::Key;
use crate::kernel::{AccountId, Chance, Error};

/// What every wrap is called.
const WHAT: &str = "member-secret";

/// A way back in that wraps the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Return words: the second half of their one Argon2id call.
    Words,
    /// A password, likewise.
    Password,
    /// A recovery code.
    Code,
    /// What a passkey's device computes for us alone.
    Passkey,
}

impl Way {
    const fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Password => "password",
            Self::Code => "code",
            Self::Passkey => "passkey",
        }
    }
}

/// What only its holder's live session can read. It prints as dots, and its memory is overwritten when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct MemberSecret(Key);

impl MemberSecret {
    /// The secret of a new account.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        Self(Key::new(chance))
    }

    /// Read back from where it was sealed.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let whole =
            bytes.first_chunk().filter(|whole: &&[u8; super::key::LENGTH]| whole.len() == bytes.len());
        whole.copied().map(Key::from_bytes).map(Self)
    }

    /// To be sealed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    /// A key of this secret's, for one purpose.
    #[must_use]
    pub fn key(&self, purpose: &str) -> Key {
        self.0.part(purpose)
    }

    /// Wraps it for one way back in.
    ///
    /// # Errors
    /// None that can be met; see [`Key::seal`].
    pub fn wrap(&self, chance: &Chance, key: &Key, way: Way, account: AccountId) -> Result<String, Error> {
        key.seal(chance, WHAT, Whose(way, account), self.bytes())
    }

    /// Unwraps it again.
    #[must_use]
    pub fn unwrap(wrapped: &str, key: &Key, way: Way, account: AccountId) -> Option<Self> {
        Self::from_bytes(&key.open(WHAT, Whose(way, account), wrapped)?)
    }

    pub(super) fn mac(&self, parts: &[&[u8]]) -> Key {
        Key::from_bytes(self.0.mac(parts))
    }
}

impl fmt::Debug for MemberSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A wrap opens for its own account and way alone.
struct Whose(Way, AccountId);

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.word(), self.1)
    }
}
