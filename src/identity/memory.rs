//! What identity keeps in memory alone: hashing turns, words shown once, ceremonies under way.

use super::brief::Brief;
use super::credentials::Hasher;
use super::passkeys::Ceremonies;
use super::words::ReturnWords;
use crate::config::Settings;
use crate::kernel::{AccountId, Moment, SessionId, Token};
use crate::keys::MemberSecret;

/// Seconds for which new words and codes wait to be looked at.
const SHOWN_S: i64 = 600;
/// Seconds for which somebody who has shown who they are may change how they come back in.
const PROVEN_S: i64 = 600;
/// Seconds for which somebody who came in by themselves has no aliases yet.
const NEWCOMER_S: i64 = 86_400;
/// Seconds for which a session's former token still leads to it: for an answer that was lost on the way.
const FORMER_S: i64 = 300;

/// Seconds for which it is known that a session was in use; longer than any of them waits.
const HEARD_S: i64 = 2 * 3_600;

/// Part of [`crate::app::App`].
pub struct Memory {
    /// The one expensive step.
    pub hasher: Hasher,
    /// Passkeys being made or shown.
    pub ceremonies: Ceremonies,
    /// Return words not looked at yet; taken when they are shown.
    pub new_words: Brief<AccountId, ReturnWords>,
    /// Recovery codes not looked at yet; taken when they are shown.
    pub new_codes: Brief<AccountId, Vec<String>>,
    /// Sessions whose holder has shown again who they are.
    pub proven: Brief<SessionId, ()>,
    /// Forms of arrival sent a short while ago, by the hash of their mark, and the secret that went with each.
    pub arrivals: Brief<String, MemberSecret>,
    /// Accounts that came in by themselves within a day: aliases are for later.
    pub newcomers: Brief<AccountId, ()>,
    /// Former tokens of sessions, by hash, and the token that took over.
    pub former: Brief<String, Token>,
    /// Tokens that were replaced a moment ago, by hash: another tab may still show one, and is not emptied for it.
    pub replaced: Brief<String, ()>,
    /// When sessions were last in use: of those alone that lock themselves, or began on a device of others. When they began,
    /// of all, for as long.
    pub heard: Brief<SessionId, Moment>,
}

impl Memory {
    /// Empty, as the settings say.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        Self {
            hasher: Hasher::new(&settings.limits),
            ceremonies: Ceremonies::new(&settings.server.origin()),
            new_words: Brief::lasting_s(SHOWN_S),
            new_codes: Brief::lasting_s(SHOWN_S),
            proven: Brief::lasting_s(PROVEN_S),
            arrivals: Brief::lasting_s(SHOWN_S),
            newcomers: Brief::lasting_s(NEWCOMER_S),
            former: Brief::lasting_s(FORMER_S),
            replaced: Brief::lasting_s(FORMER_S),
            heard: Brief::lasting_s(HEARD_S),
        }
    }
}
