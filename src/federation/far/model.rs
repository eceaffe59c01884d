//! Groups, people and words elsewhere, as rows.

use diesel::prelude::*;

use crate::db::schema::{far_group, follower};
use crate::kernel::{self, Day, FaceId, GroupId, Kind, PublicId, ReplyId, ThreadId};
use crate::policy::Reach;

crate::text_enum! {
    /// How this community stands to a group elsewhere.
    pub enum State {
        /// Somebody looked at it; nobody here is in it yet, or the request has not left.
        Wanted = "wanted",
        /// It was asked, and has not answered.
        Asked = "asked",
        /// Its words come here.
        In = "in",
        /// It said no.
        Refused = "refused",
        /// Nobody here is in it any more.
        Left = "left",
    }
}

impl State {
    /// The Fluent key of how that is said.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Wanted => "far-state-wanted",
            Self::Asked => "far-state-asked",
            Self::In => "far-state-in",
            Self::Refused => "far-state-refused",
            Self::Left => "far-state-left",
        }
    }
}

/// Why a group elsewhere is not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// What was typed is no address.
    #[error("expected an address such as @night-owls@quiet.example")]
    Address,
    /// This community does not speak with that one.
    #[error("this community is not linked with that one")]
    NotLinked,
    /// There is no group, or not for this community.
    #[error("no group with this address, or none for this community")]
    NoGroup,
    /// That community does not answer now.
    #[error("that community does not answer now")]
    NotReached,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Address => "far-address",
            Self::NotLinked => "far-not-linked",
            Self::NoGroup => "far-no-group",
            Self::NotReached => "far-not-reached",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Address => Kind::Invalid,
            Self::NotLinked | Self::NoGroup | Self::NotReached => Kind::Conflict,
        }
    }
}

/// A group elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = far_group)]
pub struct FarGroup {
    /// Its row among groups.
    pub group_id: GroupId,
    /// Its address.
    pub actor: String,
    /// Its community.
    pub domain: String,
    /// Where to write to it.
    pub inbox: String,
    /// Where to write to all of its community; empty if there is no such place.
    pub shared: String,
    /// Where its newest threads are listed; empty if nowhere.
    pub outbox: String,
    /// How this community stands to it.
    pub state: State,
    /// The address of our request; empty before the first.
    pub follow: String,
    /// JSON: addresses of those who look after it.
    pub moderators: String,
    /// The day it was last asked for.
    pub seen_on: Day,
}

impl FarGroup {
    /// The addresses of those who look after it, itself among them.
    #[must_use]
    pub fn keepers(&self) -> Vec<String> {
        let mut keepers: Vec<String> = serde_json::from_str(&self.moderators).unwrap_or_default();
        keepers.push(self.actor.clone());
        keepers
    }
}

/// What a group elsewhere says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its address.
    pub actor: String,
    /// Its community.
    pub domain: String,
    /// Short, as its address has it.
    pub handle: String,
    /// What people call it.
    pub title: String,
    /// Who it is for, in Markdown.
    pub purpose: String,
    /// The code of its language.
    pub language: String,
    /// How far its posts travel.
    pub reach: Reach,
    /// Where to write to it.
    pub inbox: String,
    /// Where to write to all of its community.
    pub shared: String,
    /// Where its newest threads are listed.
    pub outbox: String,
    /// Addresses of those who look after it.
    pub moderators: Vec<String>,
}

/// Somebody elsewhere who follows a group of ours.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = follower)]
pub struct Follower {
    /// The group.
    pub group_id: GroupId,
    /// Their address.
    pub actor: String,
    /// Their community.
    pub domain: String,
    /// Where to write to them.
    pub inbox: String,
    /// Where to write to all of their community.
    pub shared: String,
    /// The address of their request.
    pub follow: String,
    /// The day.
    pub since_on: Day,
}

/// Words that stand here, found by their address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The group.
    pub group: GroupId,
    /// The thread.
    pub thread: ThreadId,
    /// Its public id.
    pub thread_id: PublicId,
    /// The reply; none: the thread itself.
    pub reply: Option<(ReplyId, PublicId)>,
    /// Whose words they are.
    pub author: FaceId,
}

impl Placed {
    /// Whose they are, and in which group.
    #[must_use]
    pub const fn whose(&self) -> (FaceId, GroupId) {
        (self.author, self.group)
    }

    /// The rows.
    #[must_use]
    pub fn of(&self) -> (ThreadId, Option<ReplyId>) {
        (self.thread, self.reply.as_ref().map(|(id, _)| *id))
    }
}
