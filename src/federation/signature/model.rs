//! A request that is signed, a request that came in, and what it claims.

use url::Url;

use super::PublicKey;
use crate::kernel::Moment;

/// Seconds either way for which clocks may differ without a word.
pub const QUIET_S: i64 = 300;
/// Seconds either way after which a signature is none. Between the two, nothing is taken twice.
pub const LATEST_S: i64 = 3_600;

crate::text_enum! {
    /// How a signature is written. Remembered by host: not everybody reads both.
    pub enum Form {
        /// draft-cavage-http-signatures-12, which everybody reads.
        Draft = "draft",
        /// RFC 9421.
        Rfc9421 = "rfc9421",
    }
}

/// A request that is about to leave.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// Where it goes.
    pub url: &'a Url,
    /// What it carries.
    pub body: Option<&'a [u8]>,
    /// When it leaves.
    pub date: Moment,
}

impl Head<'_> {
    /// The host as its header names it: with its port, if that is not the usual one.
    pub(super) fn authority(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// Path and question, as the first line of the request has them.
    pub(super) fn target(&self) -> String {
        let path = self.url.path();
        self.url.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
    }
}

/// A request that came in.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `GET`, `POST` …
    pub method: &'a str,
    /// Path and question, as sent.
    pub target: &'a str,
    /// The address people type: what was signed for another is not for us.
    pub origin: &'a str,
    /// Headers in their order, names in lower case.
    pub headers: &'a [(String, String)],
    /// What it carries, byte for byte.
    pub body: &'a [u8],
}

impl<'a> Request<'a> {
    /// Every value of a header.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim())
    }

    /// The value of a header that may be there once.
    pub(super) fn one(&self, name: &str) -> Result<&'a str, Refusal> {
        let mut all = self.all(name);
        match (all.next(), all.next()) {
            (Some(value), None) => Ok(value),
            (None, _) => Err(Refusal::Unsigned),
            _ => Err(Refusal::Ambiguous),
        }
    }

    /// This server's host, as the header names it.
    pub(super) fn authority(&self) -> &'a str {
        self.origin.split_once("://").map_or(self.origin, |(_, host)| host)
    }
}

/// What a request says of its sender, before anybody looked at the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The address of the key.
    pub key_id: Url,
    /// How it was written: its sender reads this form, too.
    pub form: Form,
    /// When it was signed.
    pub at: Moment,
    /// How far the clocks differ, in seconds; what comes later is behind us.
    pub skew_s: i64,
    pub(super) covers_body: bool,
    pub(super) base: Vec<u8>,
    pub(super) signature: Vec<u8>,
    pub(super) algorithm: Option<Algorithm>,
}

/// What a signature is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    /// RSA, PKCS#1 v1.5, SHA-256.
    Rsa,
    /// Ed25519.
    Ed25519,
}

impl Claim {
    /// Whether this key made it.
    ///
    /// # Errors
    /// `wrong-key`: everything but an outright yes.
    pub fn check(&self, key: &PublicKey) -> Result<(), Refusal> {
        let is_of_its_sort = self.algorithm.is_none_or(|algorithm| algorithm == key.algorithm());
        if is_of_its_sort && key.verifies(&self.base, &self.signature) {
            Ok(())
        } else {
            Err(Refusal::WrongKey)
        }
    }

    /// Whether it came so late, or so early, that it must not come twice.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.skew_s.abs() > QUIET_S
    }
}

/// Whoever a request is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The address of the key.
    pub key_id: Url,
    /// Whose key it is.
    pub actor: Url,
    /// Their host, as [`crate::federation::peers`] writes it.
    pub host: String,
    /// The form they wrote in.
    pub form: Form,
}

/// Why a request is from nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is no signature.
    #[error("not signed")]
    Unsigned,
    /// There are two of something there must be one of.
    #[error("ambiguous")]
    Ambiguous,
    /// It is not written as either form is.
    #[error("unreadable")]
    Unreadable,
    /// It leaves out what it must cover.
    #[error("does not cover what it must")]
    Uncovered,
    /// The body is another than was signed.
    #[error("another body than was signed")]
    Digest,
    /// Its date is too far from ours.
    #[error("signed too long ago, or in the future")]
    Late,
    /// It came before.
    #[error("came before")]
    Again,
    /// The address of the key is none we would ask.
    #[error("the key has no address we would ask")]
    BadKeyId,
    /// Its host is not let in.
    #[error("the host is not let in")]
    Closed,
    /// The key could not be had.
    #[error("the key could not be had")]
    NoKey,
    /// The key and its owner do not name each other.
    #[error("the key and its owner do not name each other")]
    Unowned,
    /// The key did not make it.
    #[error("not by this key")]
    WrongKey,
    /// Our own trouble: they should come again.
    #[error("our own trouble")]
    Ours,
}

impl Refusal {
    /// In one word, for counts and logs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unsigned => "unsigned",
            Self::Ambiguous => "ambiguous",
            Self::Unreadable => "unreadable",
            Self::Uncovered => "uncovered",
            Self::Digest => "digest",
            Self::Late => "late",
            Self::Again => "again",
            Self::BadKeyId => "bad-key-id",
            Self::Closed => "closed",
            Self::NoKey => "no-key",
            Self::Unowned => "unowned",
            Self::WrongKey => "wrong-key",
            Self::Ours => "ours",
        }
    }

    /// Whether the same request may do better later.
    #[must_use]
    pub const fn may_pass_later(self) -> bool {
        matches!(self, Self::NoKey | Self::Ours)
    }
}

/// The address of a key: on the web, without a name or a password in it. What else it may be is for the host's door to say.
pub(super) fn key_id(text: &str) -> Result<Url, Refusal> {
    let url = Url::parse(text).map_err(|_| Refusal::BadKeyId)?;
    let is_plain = url.username().is_empty() && url.password().is_none() && url.has_host();
    if text.len() <= 2_048 && is_plain && matches!(url.scheme(), "https" | "http") {
        Ok(url)
    } else {
        Err(Refusal::BadKeyId)
    }
}

/// How far a date is from ours, if it is near enough.
pub(super) fn skew_s(at: Moment, expires: Option<i64>, now: Moment) -> Result<i64, Refusal> {
    let skew_s = now.seconds_since(at);
    let is_over = expires.is_some_and(|expires| now.0 / 1_000 > expires.saturating_add(QUIET_S));
    if skew_s.abs() > LATEST_S || is_over { Err(Refusal::Late) } else { Ok(skew_s) }
}

/// A date as headers have it.
pub(super) fn http_date(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0)
        .ok()
        .and_then(|at| jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).ok())
        .unwrap_or_default()
}

/// The moment a header's date means.
pub(super) fn read_date(text: &str) -> Result<Moment, Refusal> {
    let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text);
    at.map(|at| Moment(at.as_millisecond())).map_err(|_| Refusal::Unreadable)
}
