//! The only clock: real in the server, moved by hand in tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Moment;

/// Where `now` comes from. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// A clock that stands still at `at` until [`Clock::advance_s`] moves it.
    #[must_use]
    pub fn standing_at(at: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.0))))
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(hands) => Moment(hands.load(Ordering::SeqCst)),
            None => Moment(wall_ms()),
        }
    }

    /// Moves a standing clock forward by seconds; a real clock ignores this.
    pub fn advance_s(&self, seconds: i64) {
        if let Some(hands) = &self.0 {
            hands.fetch_add(seconds.saturating_mul(1_000), Ordering::SeqCst);
        }
    }
}

fn wall_ms() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
