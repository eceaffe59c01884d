//! What can happen, who listens, and the outbox that cannot lose it.

pub mod forum;
pub mod identity;
pub mod outbox;
pub mod recovery;
pub mod safety;
pub mod support;

use serde::{Deserialize, Serialize};

/// Something that happened, told in the transaction that made it happen. Holds ids, never words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// News of groups, threads and replies.
    Forum(forum::Event),
    /// News of members.
    Identity(identity::Event),
    /// News of check-ins and counters.
    Recovery(recovery::Event),
    /// News of concerns and decisions.
    Safety(safety::Event),
    /// News of who asks for company, and of who came.
    Support(support::Event),
}

crate::text_enum! {
    /// Who can hear news: each hears it in a transaction of its own, at least once, later.
    pub enum Listener {
        /// Writes the notices that members read under "News".
        Notify = "notify",
        /// Keeps the search index in step.
        Search = "search",
        /// Writes what leaves for other communities.
        Federation = "federation",
        /// Lets `forum` erase what an erased member left there.
        Forum = "forum",
        /// Lets `recovery` erase what an erased member kept there.
        Recovery = "recovery",
        /// Lets `safety` forget an erased member.
        Safety = "safety",
        /// Lets `support` erase what an erased member left there, and end what somebody who is paused does there.
        Support = "support",
    }
}

impl Event {
    /// Its name: the noun and a past participle.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Forum(event) => event.name(),
            Self::Identity(event) => event.name(),
            Self::Recovery(event) => event.name(),
            Self::Safety(event) => event.name(),
            Self::Support(event) => event.name(),
        }
    }

    /// Who hears of it. No `_` arm: a new event must answer.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::Forum(event) => event.listeners(),
            Self::Identity(event) => event.listeners(),
            Self::Recovery(event) => event.listeners(),
            Self::Safety(event) => event.listeners(),
            Self::Support(event) => event.listeners(),
        }
    }
}

impl From<forum::Event> for Event {
    fn from(event: forum::Event) -> Self {
        Self::Forum(event)
    }
}

impl From<identity::Event> for Event {
    fn from(event: identity::Event) -> Self {
        Self::Identity(event)
    }
}

impl From<recovery::Event> for Event {
    fn from(event: recovery::Event) -> Self {
        Self::Recovery(event)
    }
}

impl From<safety::Event> for Event {
    fn from(event: safety::Event) -> Self {
        Self::Safety(event)
    }
}

impl From<support::Event> for Event {
    fn from(event: support::Event) -> Self {
        Self::Support(event)
    }
}
