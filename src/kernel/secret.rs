//! Values that must not reach a log, and the tokens that open things.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::Chance;

/// A value that prints as dots.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, where it is truly needed.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A 256-bit random reference, as it stands in a cookie or a link. Only its hash is ever stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token(Secret<String>);

impl Token {
    /// A new one.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        Self(Secret::new(URL_SAFE_NO_PAD.encode(chance.bytes::<32>())))
    }

    /// Reads one that somebody sent; anything of the wrong shape is no token.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 43 && URL_SAFE_NO_PAD.decode(text).is_ok();
        fits.then(|| Self(Secret::new(text.to_owned())))
    }

    /// The text to hand out once.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// What to store: SHA-256, in hex. The token has 256 bits, so no slow hash is needed (ASVS 5.0, 6.5.2).
    #[must_use]
    pub fn hash(&self) -> String {
        sha256_hex(self.expose().as_bytes())
    }
}

/// SHA-256 in lower-case hex.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A sender's own mark as it is kept, so that sending twice is sending once: of one length, whatever was sent. None if
/// nothing was.
#[must_use]
pub fn once(sent: &str) -> Option<String> {
    (!sent.is_empty()).then(|| sha256_hex(sent.as_bytes()))
}
