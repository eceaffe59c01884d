//! "In a moment, please": token buckets in memory, keyed by a salted network or a face, never written down.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::HttpRequest;
use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest as _, Sha256};

use super::patience::Patience;
use crate::config::Limits;
use crate::kernel::{Chance, Error, FaceId, Kind};

/// Somebody sent too much at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too much at once")]
pub struct TooMany {
    wait_s: u64,
}

impl TooMany {
    /// Try again after so many seconds.
    #[must_use]
    pub const fn wait_s(wait_s: u64) -> Self {
        Self { wait_s }
    }
}

impl crate::kernel::Refusal for TooMany {
    fn code(&self) -> &'static str {
        "too-many"
    }
    fn kind(&self) -> Kind {
        Kind::TooMany
    }
    fn args(&self) -> Vec<(&'static str, String)> {
        vec![("minutes", self.wait_s.div_ceil(60).max(1).to_string())]
    }
}

/// Where a request comes from, as far as limits need to know: a salted hash of its /24 or /48. An e-mail address is counted by one too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(u64);

/// What is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bucket {
    /// Coming in for the first time.
    Arrivals,
    /// Coming back in.
    Returns,
    /// Having somebody elsewhere asked who they are.
    Keys,
}

/// Copies of one member's data.
const COPIES_AN_HOUR: u32 = 6;
/// Concerns one member tells of.
const CONCERNS_AN_HOUR: u32 = 12;
/// Lines one member says in small rooms: people talk there.
const ROOM_LINES_AN_HOUR: u32 = 400;
/// E-mail addresses one member gives, and how often one address is asked whether it is right, whoever gave it.
const ADDRESSES_A_DAY: u32 = 4;
const ASKED_A_DAY: u32 = 2;
/// Keys that are fetched for one network.
const KEYS_A_MINUTE: u32 = 60;

type Keyed<K> = RateLimiter<K, DashMapStateStore<K>, DefaultClock>;

/// All the buckets of a server.
pub struct Throttle {
    salt: [u8; 16],
    trusts_proxy: bool,
    arrivals: Keyed<Network>,
    returns: Keyed<Network>,
    keys: Keyed<Network>,
    posts: Keyed<FaceId>,
    first_posts: Keyed<FaceId>,
    first_replies: Keyed<FaceId>,
    aliases_a_day: Keyed<FaceId>,
    alias_words_an_hour: Keyed<FaceId>,
    alias_words_a_day: Keyed<FaceId>,
    names: Keyed<FaceId>,
    copies: Keyed<FaceId>,
    concerns: Keyed<FaceId>,
    rooms: Keyed<FaceId>,
    addresses: Keyed<FaceId>,
    asked: Keyed<Network>,
    patience: Patience,
}

impl Throttle {
    /// Buckets as the settings say, all full.
    #[must_use]
    pub fn new(limits: &Limits, trusts_proxy: bool, chance: &Chance) -> Self {
        let hour = Duration::from_hours(1);
        Self {
            salt: chance.bytes(),
            trusts_proxy,
            arrivals: bucket(limits.arrivals_per_hour, hour),
            returns: bucket(limits.returns_per_ten_minutes, hour / 6),
            keys: bucket(KEYS_A_MINUTE, hour / 60),
            posts: bucket(limits.posts_per_hour, hour),
            first_posts: bucket(limits.posts_first_hour, hour),
            first_replies: bucket(limits.replies_first_hour, hour),
            aliases_a_day: bucket(limits.aliases_per_day, hour * 24),
            alias_words_an_hour: bucket(limits.alias_posts_per_hour, hour),
            alias_words_a_day: bucket(limits.alias_posts_per_day, hour * 24),
            names: bucket(limits.names_per_day, hour * 24),
            copies: bucket(COPIES_AN_HOUR, hour),
            concerns: bucket(CONCERNS_AN_HOUR, hour),
            rooms: bucket(ROOM_LINES_AN_HOUR, hour),
            addresses: bucket(ADDRESSES_A_DAY, hour * 24),
            asked: bucket(ASKED_A_DAY, hour * 24),
            patience: Patience::new(chance),
        }
    }

    /// Takes one token for a network.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn network(&self, bucket: Bucket, request: &HttpRequest) -> Result<(), Error> {
        let network = self.network_of(request);
        match bucket {
            Bucket::Arrivals => take(&self.arrivals, &network),
            Bucket::Returns => take(&self.returns, &network),
            Bucket::Keys => take(&self.keys, &network),
        }
    }

    /// Takes one token for a post or reply of a face; somebody new has fewer.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn words(&self, face: FaceId, is_new: bool, is_reply: bool) -> Result<(), Error> {
        if is_new {
            take(if is_reply { &self.first_replies } else { &self.first_posts }, &face)?;
        }
        take(&self.posts, &face)
    }

    /// Takes one token for words of an alias, and one for a new alias; keyed by the member, in memory alone.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn alias(&self, face: FaceId, makes_one: bool) -> Result<(), Error> {
        if makes_one {
            take(&self.aliases_a_day, &face)?;
        }
        take(&self.alias_words_an_hour, &face)?;
        take(&self.alias_words_a_day, &face)
    }

    /// Takes one token for another name of a face: whoever may try many learns which are taken.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn another_name(&self, face: FaceId) -> Result<(), Error> {
        take(&self.names, &face)
    }

    /// Takes one token for a copy of everything a face holds.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn copy(&self, face: FaceId) -> Result<(), Error> {
        take(&self.copies, &face)
    }

    /// Takes one token for a concern of a face; in memory alone.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn concern(&self, face: FaceId) -> Result<(), Error> {
        take(&self.concerns, &face)
    }

    /// Takes one token for a line that a face says in a small room.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn room(&self, face: FaceId) -> Result<(), Error> {
        take(&self.rooms, &face)
    }

    /// Takes one token for an e-mail address that a face gives.
    ///
    /// # Errors
    /// `too-many`, with the minutes to wait.
    pub fn address(&self, face: FaceId) -> Result<(), Error> {
        take(&self.addresses, &face)
    }

    /// Whether an address may be asked whether it is right: a few times a day, whoever gave it, counted by a salted hash. That it was is told to
    /// nobody: it would say that somebody else gave it.
    #[must_use]
    pub fn may_ask(&self, address: &str) -> bool {
        let hash = Sha256::new_with_prefix(self.salt).chain_update(address.to_ascii_lowercase());
        take(&self.asked, &Network(first_of(hash))).is_ok()
    }

    /// Misses by name.
    #[must_use]
    pub const fn patience(&self) -> &Patience {
        &self.patience
    }

    /// Forgets buckets that are full again.
    pub fn sweep(&self) {
        self.arrivals.retain_recent();
        self.returns.retain_recent();
        self.keys.retain_recent();
        self.posts.retain_recent();
        self.first_posts.retain_recent();
        self.first_replies.retain_recent();
        self.aliases_a_day.retain_recent();
        self.alias_words_an_hour.retain_recent();
        self.alias_words_a_day.retain_recent();
        self.names.retain_recent();
        self.copies.retain_recent();
        self.concerns.retain_recent();
        self.rooms.retain_recent();
        self.addresses.retain_recent();
        self.asked.retain_recent();
    }

    fn network_of(&self, request: &HttpRequest) -> Network {
        let peer = request.peer_addr().map(|peer| peer.ip());
        let forwarded = (self.trusts_proxy && peer.is_none_or(|ip| ip.is_loopback()))
            .then(|| {
                request
                    .headers()
                    .get("x-forwarded-for")?
                    .to_str()
                    .ok()?
                    .rsplit(',')
                    .next()?
                    .trim()
                    .parse()
                    .ok()
            })
            .flatten();
        let mut hash = Sha256::new_with_prefix(self.salt);
        match forwarded.or(peer) {
            Some(IpAddr::V4(ip)) => hash.update(ip.octets().first_chunk::<3>().copied().unwrap_or_default()),
            Some(IpAddr::V6(ip)) => hash.update(ip.octets().first_chunk::<6>().copied().unwrap_or_default()),
            None => {}
        }
        Network(first_of(hash))
    }
}

fn first_of(hash: Sha256) -> u64 {
    hash.finalize().first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

fn bucket<K: std::hash::Hash + Eq + Clone>(amount: u32, per: Duration) -> Keyed<K> {
    let amount = NonZeroU32::new(amount).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::with_period(per / amount.get()).unwrap_or(Quota::per_hour(amount)).allow_burst(amount);
    RateLimiter::dashmap(quota)
}

fn take<K: std::hash::Hash + Eq + Clone>(bucket: &Keyed<K>, key: &K) -> Result<(), Error> {
    bucket.check_key(key).map_err(|full| {
        let wait_s = full.wait_time_from(DefaultClock::default().now()).as_secs();
        TooMany { wait_s }.into()
    })
}
