//! What came, and what is to become of it.

use diesel::prelude::*;

use super::rules::Why;
use crate::db::Tx;
use crate::db::schema::parcel;
use crate::kernel::{Day, Error, GroupId};

crate::text_enum! {
    /// How far an activity that came has got.
    pub enum State {
        /// Nobody has looked yet.
        New = "new",
        /// It waits for something, and is tried again.
        Parked = "parked",
        /// Its effect is done.
        Done = "done",
        /// It has none, for a reason.
        Dropped = "dropped",
    }
}

/// An activity as it came.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = parcel)]
pub(super) struct Parcel {
    /// Order of arrival.
    pub id: i64,
    /// Its address.
    pub activity: String,
    /// The community that sent it.
    pub domain: String,
    /// Who signed it.
    pub actor: String,
    /// JSON.
    pub body: Vec<u8>,
    /// The day.
    pub received_on: Day,
    /// How often it was tried.
    pub tries: i64,
}

/// An activity about to be kept.
#[derive(Debug, Clone)]
pub(super) struct Arrival {
    pub activity: String,
    pub domain: String,
    pub actor: String,
    pub body: Vec<u8>,
}

/// Whose word it is, and on which way it came.
#[derive(Debug, Clone)]
pub(super) struct Sender {
    /// Who did it.
    pub actor: String,
    /// Their community.
    pub host: String,
    /// The group elsewhere that passed it on; none: it came from them.
    pub via: Option<Via>,
}

/// A group elsewhere that this community follows.
#[derive(Debug, Clone)]
pub(super) struct Via {
    pub group: GroupId,
    pub actor: String,
    pub host: String,
    pub keepers: Vec<String>,
}

impl Sender {
    /// Whether they look after the group that passed it on.
    pub fn keeps(&self) -> bool {
        self.via.as_ref().is_some_and(|via| via.keepers.contains(&self.actor))
    }

    /// Whether what they say holds in a group. What a group passes on holds in it alone: nobody signed it but the group.
    pub fn speaks_in(&self, group: GroupId) -> bool {
        self.via.as_ref().is_none_or(|via| via.group == group)
    }

    /// Who answers for what they say: they themselves, or the group that passed it on from another community, or that they
    /// look after.
    pub fn surety(&self) -> &str {
        match &self.via {
            Some(via) if via.host != self.host || self.keeps() => &via.actor,
            _ => &self.actor,
        }
    }
}

/// What an activity does, in one transaction with its being settled. It may run more than once.
pub(super) type Deed = Box<dyn Fn(&mut Tx<'_>) -> Result<Outcome, Error> + Send>;

/// What is to be done with an activity, once all is known that had to be asked.
pub(super) enum Plan {
    /// Nothing, for a reason.
    Drop(Why),
    /// It waits for something.
    Later(Why),
    /// This.
    Do(Deed),
    /// This, which makes words wait for a look: on the side of aliases, where such words lie.
    Aside(Deed),
}

/// What an activity did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// What it says.
    Done,
    /// Nothing.
    Dropped(Why),
}

/// A plan that is to be done.
pub(super) fn plan(deed: impl Fn(&mut Tx<'_>) -> Result<Outcome, Error> + Send + 'static) -> Plan {
    Plan::Do(Box::new(deed))
}
