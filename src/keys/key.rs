//! Thirty-two secret bytes, and all that is ever done with them: derive, authenticate, seal, open.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::kernel::{Chance, Error};

/// Bytes of a key.
pub const LENGTH: usize = 32;
/// Bytes of the nonce: long enough to be drawn by chance.
const NONCE: usize = 24;
/// Keeps these derivations apart from any other program's.
const HOUSE: &str = "hearthside 1 ";

/// A key. It prints as dots, and its memory is overwritten when it goes.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; LENGTH]>);

impl Key {
    /// A new one.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        let mut key = Self::from_bytes([0; LENGTH]);
        chance.fill(key.0.as_mut_slice());
        key
    }

    /// These very bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// HKDF-SHA256 of something that cannot be guessed, for one purpose.
    #[must_use]
    pub fn derive(from: &[u8], purpose: &str) -> Self {
        let mut key = Self::from_bytes([0; LENGTH]);
        let info = [HOUSE.as_bytes(), purpose.as_bytes()];
        // Thirty-two bytes are far below what HKDF can give, so this does not fail.
        let _ = Hkdf::<Sha256>::new(None, from).expand_multi_info(&info, key.0.as_mut_slice());
        key
    }

    /// A key of this one's, for one purpose.
    #[must_use]
    pub fn part(&self, purpose: &str) -> Self {
        Self::derive(self.0.as_slice(), purpose)
    }

    /// HMAC-SHA256 of the parts in a row. Each caller keeps their lengths fixed, so that no two rows meet.
    #[must_use]
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; LENGTH] {
        let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(self.0.as_slice()) else {
            return [0; LENGTH];
        };
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    /// Seals bytes with XChaCha20-Poly1305: base64url of a nonce drawn by chance and what came of it.
    /// `what` chooses a key of its own; that and `whose` are bound in, so that nothing opens in another's place.
    ///
    /// # Errors
    /// A fault, if there are more bytes than can be sealed at once.
    pub fn seal(
        &self,
        chance: &Chance,
        what: &str,
        whose: impl fmt::Display,
        plain: &[u8],
    ) -> Result<String, Error> {
        let nonce = chance.bytes::<NONCE>();
        let about = format!("{what} {whose}");
        let payload = Payload { msg: plain, aad: about.as_bytes() };
        let hidden = self.cipher(what).encrypt(XNonce::from_slice(&nonce), payload);
        let hidden = hidden.map_err(|_| Error::other("too long to be sealed"))?;
        Ok(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &hidden].concat()))
    }

    /// Opens what [`Key::seal`] made; nothing else opens.
    #[must_use]
    pub fn open(&self, what: &str, whose: impl fmt::Display, sealed: &str) -> Option<Zeroizing<Vec<u8>>> {
        let both = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, hidden) = both.split_at_checked(NONCE)?;
        let about = format!("{what} {whose}");
        let payload = Payload { msg: hidden, aad: about.as_bytes() };
        self.cipher(what).decrypt(XNonce::from_slice(nonce), payload).ok().map(Zeroizing::new)
    }

    pub(super) fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    fn cipher(&self, what: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.part(what).bytes().into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_slice().ct_eq(other.0.as_slice()).into()
    }
}

impl Eq for Key {}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.as_slice())))
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text.as_bytes()).map_err(de::Error::custom)?);
        let bytes = bytes.first_chunk::<LENGTH>().filter(|_| bytes.len() == LENGTH);
        bytes.copied().map(Self::from_bytes).ok_or_else(|| de::Error::custom("a key of another length"))
    }
}
