//! What is kept in memory alone: the machine that carries mails, whether it answered lately, and a bell.

use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

use super::Relay;
use crate::config::Settings;
use crate::kernel::{Error, Moment};
use crate::notify::letters::Silence;

/// Part of [`crate::app::App`].
#[derive(Default)]
pub struct Memory {
    /// Carries mails on; none: there is no e-mail here.
    pub relay: Option<Relay>,
    /// Rings when something may be on its way to an address.
    pub bell: Notify,
    silent: Mutex<Silence>,
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
        self.silent.lock().unwrap_or_else(PoisonError::into_inner).rests_until(now)
    }

    /// Remembers whether it answered.
    pub fn heard(&self, is_well: bool, now: Moment) {
        let mut silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        *silent = if is_well { Silence::default() } else { silent.longer(now) };
    }
}

#[test]
fn a_silent_machine_rests_until_it_answers() {
    let (memory, now) = (Memory::default(), Moment(1_000_000));
    for _ in 0..3 {
        assert_eq!(memory.rests_until(now), None);
        memory.heard(false, now);
    }
    assert_eq!(memory.rests_until(now), Some(now.plus_s(40)));
    memory.heard(true, now);
    assert_eq!(memory.rests_until(now), None);
}
