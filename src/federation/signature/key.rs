//! Keys: made and written down with `rsa`, used with `aws-lc-rs`, whose signing takes the same time whatever the key is
//! (decision 0023).

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::rand as blinding;
use aws_lc_rs::signature::{self, Ed25519KeyPair, KeyPair as _, RsaKeyPair, UnparsedPublicKey};
use rsa::pkcs1::{DecodeRsaPublicKey as _, EncodeRsaPublicKey as _};
use rsa::pkcs8::{DecodePublicKey as _, Document, EncodePrivateKey as _, EncodePublicKey as _, LineEnding};
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, RsaPrivateKey, RsaPublicKey};
use zeroize::Zeroizing;

use super::model::Algorithm;
use crate::kernel::{Chance, Error};

/// Bits of a key made here.
const BITS: usize = 2_048;
/// Bits of another's that are neither too weak nor too dear.
const TAKEN: std::ops::RangeInclusive<usize> = 2_048..=4_096;
/// What an Ed25519 key looks like before its thirty-two bytes (RFC 8410).
const ED25519: &[u8] = &[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
/// The same behind `z` and base58 (multicodec `ed25519-pub`).
const MULTIKEY: &[u8] = &[0xed, 0x01];

/// A new RSA key as PKCS#8. Takes a while: never within a transaction, nor on a thread that answers requests.
///
/// # Errors
/// A fault, if no key could be made.
pub fn make_rsa(chance: &Chance) -> Result<Zeroizing<Vec<u8>>, Error> {
    let key = RsaPrivateKey::new(&mut Dice(chance), BITS).map_err(Error::other)?;
    let der = key.to_pkcs8_der().map_err(Error::other)?;
    Ok(Zeroizing::new(der.as_bytes().to_vec()))
}

/// The source of chance, as `rsa` asks it.
struct Dice<'a>(&'a Chance);

impl rsa::rand_core::RngCore for Dice<'_> {
    fn next_u32(&mut self) -> u32 {
        u32::from_le_bytes(self.0.bytes())
    }
    fn next_u64(&mut self) -> u64 {
        u64::from_le_bytes(self.0.bytes())
    }
    fn fill_bytes(&mut self, buffer: &mut [u8]) {
        self.0.fill(buffer);
    }
    fn try_fill_bytes(&mut self, buffer: &mut [u8]) -> Result<(), rsa::rand_core::Error> {
        self.0.fill(buffer);
        Ok(())
    }
}

impl rsa::rand_core::CryptoRng for Dice<'_> {}

/// A key that signs. It prints as dots.
pub struct SigningKey {
    key_id: String,
    pair: Arc<Pair>,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl SigningKey {
    /// Reads PKCS#8, of either sort.
    ///
    /// # Errors
    /// A fault: it is no key.
    pub fn from_pkcs8(key_id: impl Into<String>, der: &[u8]) -> Result<Self, Error> {
        let pair = match Ed25519KeyPair::from_pkcs8_maybe_unchecked(der) {
            Ok(pair) => Pair::Ed25519(pair),
            Err(_) => Pair::Rsa(RsaKeyPair::from_pkcs8(der).map_err(Error::other)?),
        };
        Ok(Self { key_id: key_id.into(), pair: Arc::new(pair) })
    }

    /// An Ed25519 key from its seed.
    ///
    /// # Errors
    /// A fault: it is no seed.
    pub fn from_seed(key_id: impl Into<String>, seed: &[u8]) -> Result<Self, Error> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(Error::other)?;
        Ok(Self { key_id: key_id.into(), pair: Arc::new(Pair::Ed25519(pair)) })
    }

    /// The same key under another address.
    #[must_use]
    pub fn named(&self, key_id: impl Into<String>) -> Self {
        Self { key_id: key_id.into(), pair: Arc::clone(&self.pair) }
    }

    /// The address under which others find its public half.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.key_id
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        match &*self.pair {
            Pair::Rsa(pair) => PublicKey::Rsa(pair.public_key().as_ref().to_vec()),
            Pair::Ed25519(pair) => PublicKey::Ed25519(pair.public_key().as_ref().to_vec()),
        }
    }

    pub(super) fn sign(&self, text: &[u8]) -> Result<Vec<u8>, Error> {
        match &*self.pair {
            Pair::Ed25519(pair) => Ok(pair.sign(text).as_ref().to_vec()),
            Pair::Rsa(pair) => {
                let mut made = vec![0; pair.public_modulus_len()];
                // Only blinds the work: what comes of it is the same each time.
                let chance = blinding::SystemRandom::new();
                pair.sign(&signature::RSA_PKCS1_SHA256, &chance, text, &mut made).map_err(Error::other)?;
                Ok(made)
            }
        }
    }

    /// How the draft names what it signs with: the older name for RSA, which even the oldest peers read.
    pub(super) fn draft_name(&self) -> &'static str {
        match &*self.pair {
            Pair::Rsa(_) => "rsa-sha256",
            Pair::Ed25519(_) => "hs2019",
        }
    }

    /// The same for RFC 9421.
    pub(super) fn message_name(&self) -> &'static str {
        match &*self.pair {
            Pair::Rsa(_) => "rsa-v1_5-sha256",
            Pair::Ed25519(_) => "ed25519",
        }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A key that verifies: strong enough, and of a sort we know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// PKCS#1, DER.
    Rsa(Vec<u8>),
    /// Thirty-two bytes.
    Ed25519(Vec<u8>),
}

impl PublicKey {
    /// Reads `publicKeyPem`; none if it is no key, too weak or too dear to use.
    #[must_use]
    pub fn from_pem(pem: &str) -> Option<Self> {
        let (label, der) = Document::from_pem(pem.trim()).ok()?;
        let der = der.as_bytes();
        let key = match label {
            "PUBLIC KEY" => {
                if let Some(raw) = der.strip_prefix(ED25519).filter(|raw| raw.len() == 32) {
                    return Some(Self::Ed25519(raw.to_vec()));
                }
                RsaPublicKey::from_public_key_der(der).ok()?
            }
            "RSA PUBLIC KEY" => RsaPublicKey::from_pkcs1_der(der).ok()?,
            _ => return None,
        };
        // The usual exponent and those above it; an even one is no key, a small one has been a weakness more than once.
        let exponent = key.e();
        let is_sound = *exponent >= BigUint::from(65_537_u32) && exponent.to_bytes_le().first()? & 1 == 1;
        if !TAKEN.contains(&key.n().bits()) || !is_sound {
            return None;
        }
        key.to_pkcs1_der().ok().map(|der| Self::Rsa(der.as_bytes().to_vec()))
    }

    /// Reads `publicKeyMultibase` (FEP-521a); Ed25519 alone.
    #[must_use]
    pub fn from_multibase(text: &str) -> Option<Self> {
        let bytes = base58(text.strip_prefix('z').filter(|text| text.len() <= 64)?)?;
        let raw = bytes.strip_prefix(MULTIKEY).filter(|raw| raw.len() == 32)?;
        Some(Self::Ed25519(raw.to_vec()))
    }

    /// As others read it: PEM.
    ///
    /// # Errors
    /// A fault: it is no key.
    pub fn to_pem(&self) -> Result<String, Error> {
        match self {
            Self::Rsa(der) => RsaPublicKey::from_pkcs1_der(der)
                .map_err(Error::other)?
                .to_public_key_pem(LineEnding::LF)
                .map_err(Error::other),
            Self::Ed25519(raw) => {
                let der = Document::try_from([ED25519, raw].concat()).map_err(Error::other)?;
                der.to_pem("PUBLIC KEY", LineEnding::LF).map_err(Error::other)
            }
        }
    }

    pub(super) const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rsa(_) => Algorithm::Rsa,
            Self::Ed25519(_) => Algorithm::Ed25519,
        }
    }

    pub(super) fn verifies(&self, text: &[u8], made: &[u8]) -> bool {
        let verified = match self {
            Self::Rsa(der) => {
                UnparsedPublicKey::new(&signature::RSA_PKCS1_2048_8192_SHA256, der).verify(text, made)
            }
            Self::Ed25519(raw) => UnparsedPublicKey::new(&signature::ED25519, raw).verify(text, made),
        };
        verified.is_ok()
    }
}

/// Base58 as Bitcoin writes it.
fn base58(text: &str) -> Option<Vec<u8>> {
    const LETTERS: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes: Vec<u8> = Vec::new();
    for letter in text.chars() {
        let mut carry = u32::try_from(LETTERS.find(letter)?).ok()?;
        for byte in &mut bytes {
            carry += u32::from(*byte) * 58;
            *byte = u8::try_from(carry & 0xff).ok()?;
            carry >>= 8;
        }
        while carry > 0 {
            bytes.push(u8::try_from(carry & 0xff).ok()?);
            carry >>= 8;
        }
    }
    bytes.extend(text.chars().take_while(|letter| *letter == '1').map(|_| 0));
    bytes.reverse();
    Some(bytes)
}
