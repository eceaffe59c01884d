//! What is kept in memory alone: which services do not answer, how often a device rang within the hour, and a bell.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

use super::DeviceId;
use super::rules::PER_HOUR;
use crate::kernel::Moment;
use crate::notify::letters::Silence;

/// Services and devices that are counted at once; beyond, the counts begin anew.
const MOST: usize = 20_000;
const HOUR_S: i64 = 3_600;

/// Part of [`crate::app::App`].
#[derive(Debug, Default)]
pub struct Memory {
    /// Rings when something may be on its way to a device.
    pub bell: Notify,
    silent: Mutex<HashMap<String, Silence>>,
    rung: Mutex<HashMap<DeviceId, (Moment, u32)>>,
}

impl Memory {
    /// When a service is asked again that did not answer lately; none: now.
    #[must_use]
    pub fn rests_until(&self, host: &str, now: Moment) -> Option<Moment> {
        let silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        silent.get(host).and_then(|silence| silence.rests_until(now))
    }

    /// Remembers whether a service answered.
    pub fn heard(&self, host: &str, is_well: bool, now: Moment) {
        let mut silent = self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        if is_well {
            silent.remove(host);
            return;
        }
        if silent.len() >= MOST {
            silent.clear();
        }
        let silence = silent.entry(host.to_owned()).or_default();
        *silence = silence.longer(now);
    }

    /// Takes one of the times that a device may ring within an hour for what is not pressing.
    #[must_use]
    pub fn may_ring(&self, device: DeviceId, now: Moment) -> bool {
        let mut rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        if rung.len() >= MOST {
            rung.retain(|_, (since, _)| (0..HOUR_S).contains(&now.seconds_since(*since)));
        }
        let (since, times) = rung.entry(device).or_insert((now, 0));
        if !(0..HOUR_S).contains(&now.seconds_since(*since)) {
            (*since, *times) = (now, 0);
        }
        *times += 1;
        *times <= PER_HOUR
    }
}

#[test]
fn a_silent_service_rests_and_a_device_rings_so_often_an_hour() {
    let (memory, now) = (Memory::default(), Moment(1_000_000));
    for _ in 0..3 {
        assert_eq!(memory.rests_until("a", now), None);
        memory.heard("a", false, now);
    }
    assert_eq!(memory.rests_until("a", now), Some(now.plus_s(40)));
    assert_eq!((memory.rests_until("b", now), memory.rests_until("a", now.plus_s(41))), (None, None));
    memory.heard("a", true, now);
    assert_eq!(memory.rests_until("a", now), None);

    let rings = |s: i64| (0..6).filter(|_| memory.may_ring(DeviceId(1), now.plus_s(s))).count();
    assert_eq!([rings(0), rings(1_800), rings(HOUR_S)], [4, 0, 4]);
}
