//! Devices that may be told, and what is on its way to them.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use url::Url;

use super::seal;
use crate::kernel::{Day, FaceId, Kind, Language, Moment, SessionId};
use crate::keys::{Field, Sealed};
use crate::notify::choices::Sort;

/// The subject of wakes: something may be on its way to a device.
pub const RINGS: &str = "rings";
/// The longest address of a device.
const ADDRESS_MAX: usize = 700;
/// Letters of a point and of a secret, in base64url.
const POINT_LETTERS: usize = 88;
const SECRET_LETTERS: usize = 24;

crate::id! {
    /// A device that may be told. Random, 53 bits.
    DeviceId;
    /// What is on its way to one. Random, 53 bits; the device knows it by this.
    LetterId;
}

/// How a device is reached: where its browser's service takes letters for it, and what they are encrypted with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ears {
    /// Where its service takes letters for it.
    pub endpoint: Url,
    /// Its public key, base64url.
    pub p256dh: String,
    /// What it shares with us alone, base64url.
    pub auth: String,
    /// What its member reads.
    pub language: String,
}

impl fmt::Debug for Ears {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Ears {
    /// As a browser says. Whether the address may be asked is for the one client there is to say.
    ///
    /// # Errors
    /// `push-address`, `push-keys`.
    pub fn parse(endpoint: &str, p256dh: &str, auth: &str, language: Language) -> Result<Self, Refusal> {
        if endpoint.len() > ADDRESS_MAX {
            return Err(Refusal::Address);
        }
        let endpoint = Url::parse(endpoint).map_err(|_| Refusal::Address)?;
        if p256dh.len() > POINT_LETTERS || auth.len() > SECRET_LETTERS {
            return Err(Refusal::Keys);
        }
        let plain = |text: &str| text.trim_end_matches('=').to_owned();
        let (p256dh, auth) = (plain(p256dh), plain(auth));
        let ears = Self { endpoint, p256dh, auth, language: language.code().to_owned() };
        let (point, _) = ears.keys().ok_or(Refusal::Keys)?;
        if seal::is_point(&point) { Ok(ears) } else { Err(Refusal::Keys) }
    }

    /// Its public key and the secret, as bytes.
    #[must_use]
    pub fn keys(&self) -> Option<(Vec<u8>, [u8; 16])> {
        let auth = URL_SAFE_NO_PAD.decode(&self.auth).ok()?;
        Some((URL_SAFE_NO_PAD.decode(&self.p256dh).ok()?, auth.try_into().ok()?))
    }

    /// Whose machine it is: `host:port`.
    #[must_use]
    pub fn host(&self) -> String {
        let port = self.endpoint.port().map(|port| format!(":{port}")).unwrap_or_default();
        format!("{}{port}", self.endpoint.host_str().unwrap_or_default())
    }
}

/// A device that is told, as its member's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ringing {
    /// Its id.
    pub id: DeviceId,
    /// What the member calls it; may be empty.
    pub label: String,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// One device, to be told of one sort of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// To which device.
    pub device: DeviceId,
    /// Of what.
    pub sort: Sort,
    /// After this it is of no use.
    pub late_at: Moment,
    /// How often it was tried, this time included.
    pub tries: i64,
    /// Whose device it is.
    pub face: FaceId,
    /// The last day of its session.
    pub until: Day,
    /// Its session.
    pub session: SessionId,
    /// How it is reached.
    pub ears: Sealed<EarsHeld>,
}

/// A letter as it goes out.
#[derive(Debug, Clone)]
pub struct Parcel {
    /// Where to.
    pub url: Url,
    /// What the service reads.
    pub headers: Vec<(&'static str, String)>,
    /// What it does not.
    pub body: Vec<u8>,
}

/// What a service said; no status: it did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: Option<u16>,
    /// How many seconds it asks us to wait.
    pub retry_after_s: Option<u64>,
}

/// The sealed columns.
#[derive(Debug)]
pub enum EarsHeld {}

impl Field for EarsHeld {
    const NAME: &'static str = "push_device.sealed";
}

/// See [`EarsHeld`].
#[derive(Debug)]
pub enum KeyHeld {}

impl Field for KeyHeld {
    const NAME: &'static str = "push_key.sealed";
}

/// Why a device is not turned on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The address is none we would send to.
    #[error("that is no address of a push service")]
    Address,
    /// The keys are none.
    #[error("these are no keys of a device")]
    Keys,
    /// Others use the device.
    #[error("others use this device")]
    Shared,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Address => "push-address",
            Self::Keys => "push-keys",
            Self::Shared => "push-shared",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            Self::Address | Self::Keys => Kind::Invalid,
            Self::Shared => Kind::Conflict,
        }
    }
}

#[test]
fn only_keys_of_a_device_are_taken() {
    const POINT: &str =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
    let verdict = |url: &str, point: &str, auth: &str| Ears::parse(url, point, auth, Language::En).map(drop);
    let url = "https://push.example/a";
    assert_eq!(verdict(url, POINT, AUTH), Ok(()));
    assert_eq!(verdict(url, &format!("{POINT}="), &format!("{AUTH}==")), Ok(()));
    // One bit off the curve; compressed; the point at infinity; huge; nothing.
    let off = POINT.replacen("BCV", "BCW", 1);
    for point in [off.as_str(), &POINT[..44], "AA", "", &"A".repeat(100_000), &"B".repeat(87), "%%%"] {
        assert_eq!(verdict(url, point, AUTH), Err(Refusal::Keys), "{}", point.len());
    }
    for auth in ["", "AA", &"A".repeat(24), &"A".repeat(100_000)] {
        assert_eq!(verdict(url, POINT, auth), Err(Refusal::Keys), "{}", auth.len());
    }
    let long = format!("https://push.example/{}", "a".repeat(700));
    for url in ["", "push.example", long.as_str()] {
        assert_eq!(verdict(url, POINT, AUTH), Err(Refusal::Address));
    }
}
