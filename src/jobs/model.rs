//! What a job is made of.

use crate::kernel::{EventId, JobId};

/// Work to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// A stable name: `hear:notify`, `sweep-sessions`.
    pub kind: String,
    /// JSON, for tasks that need more than their name.
    pub payload: String,
    /// The news it carries.
    pub event: Option<EventId>,
    /// With this set, no second job bearing the same word waits.
    pub dedup: Option<String>,
    /// Seconds from now before it may run.
    pub after_s: i64,
}

impl Task {
    /// A task to run as soon as may be.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        Self { kind: kind.to_owned(), payload: String::from("{}"), event: None, dedup: None, after_s: 0 }
    }

    /// The same task, carrying news.
    #[must_use]
    pub fn carrying(self, event: EventId) -> Self {
        Self { event: Some(event), ..self }
    }

    /// The same task, at most once in the queue and not before `after_s` seconds.
    #[must_use]
    pub fn single(self, after_s: i64) -> Self {
        Self { dedup: Some(self.kind.clone()), after_s, ..self }
    }
}

/// A job that was claimed.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable)]
pub struct Job {
    /// Its row.
    pub id: JobId,
    /// A stable name.
    pub kind: String,
    /// JSON.
    pub payload: String,
    /// The news it carries.
    pub event: Option<EventId>,
    /// How often it was tried before.
    pub attempts: i64,
}
