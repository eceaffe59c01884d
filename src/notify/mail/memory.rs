//! What is kept in memory alone: the machine that carries mails, whether it answered lately, and a bell.

use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

use super::Relay;
use crate::config::Settings;
use crate::kernel::{Error, Moment};
use crate::notify::push::wait_ms;

/// Turns without an answer after which it is left alone for a while.
const OPENS_AFTER: i64 = 3;

/// Part of [`crate::app::App`].
#[derive(Default)]
pub struct Memory {
    /// Carries mails on; none: there is no e-mail here.
    pub relay: Option<Relay>,
    /// Rings when something may be on its way to an address.
    pub bell: Notify,
    silent: Mutex<Option<(i64, Moment)>>,
}

impl Memory {
    /// As the settings say.
    ///
    /// # Errors
    /// A fault: the settings are none.
    pub fn new(settings: &Settings) -> Result<Self, Error> {
        Ok(Self { relay: Relay::of(settings)?, ..Self::default() })
    }

    /// When it is asked again, if it did not answer lately; none: now.
    #[must_use]
    pub fn rests_until(&self, now: Moment) -> Option<Moment> {
        let silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        silent.filter(|(turns, until)| *turns >= OPENS_AFTER && *until > now).map(|(_, until)| until)
    }

    /// Remembers whether it answered.
    pub fn heard(&self, is_well: bool, now: Moment) {
        let mut silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        let turns = silent.map_or(0, |(turns, _)| turns) + 1;
        *silent = (!is_well).then(|| (turns, Moment(now.0.saturating_add(wait_ms(turns, 0)))));
    }
}

#[test]
fn a_silent_machine_rests_for_longer_and_longer() {
    let (memory, now) = (Memory::default(), Moment(1_000_000));
    for _ in 0..OPENS_AFTER {
        assert_eq!(memory.rests_until(now), None);
        memory.heard(false, now);
    }
    assert_eq!(memory.rests_until(now), Some(now.plus_s(40)));
    assert_eq!(memory.rests_until(now.plus_s(41)), None);
    memory.heard(false, now);
    assert_eq!(memory.rests_until(now), Some(now.plus_s(80)));
    memory.heard(true, now);
    assert_eq!(memory.rests_until(now), None);
}
