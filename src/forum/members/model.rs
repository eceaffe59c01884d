//! Memberships, and why joining or leaving may say no.

use diesel::prelude::*;

use crate::db::schema::{face, membership};
use crate::forum::groups::Group;
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, Week};
use crate::policy::Role;

/// What somebody writes when asking to join: up to 500 letters; may be empty.
pub type AskWords = Bounded<0, 500, true>;
/// What comes with a "not now": one line, up to 280 letters; may be empty.
pub type Sentence = Bounded<0, 280, false>;

crate::text_enum! {
    /// Where somebody stands towards a group.
    pub enum State {
        /// They are in it.
        In = "in",
        /// They asked, and wait.
        Asked = "asked",
        /// They asked, and were told "not now".
        NotNow = "not-now",
        /// Those who look after it paused them, until a day or until they are let back.
        Paused = "paused",
    }
}

/// Somebody's place in a group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = membership)]
pub struct Membership {
    /// The group.
    pub group_id: GroupId,
    /// Who.
    pub face_id: FaceId,
    /// What they may do there.
    pub role: Role,
    /// Whether they are in it, or asked.
    pub state: State,
    /// What they wrote when asking.
    pub words: String,
    /// The day they asked.
    pub asked_on: Option<Day>,
    /// What came with a "not now".
    pub answer: String,
    /// Whether it is their home group.
    pub is_home: bool,
    /// Whether they are left out of the list of people.
    pub is_unlisted: bool,
    /// Since when, by week.
    pub since_week: Week,
    /// What they come back to after a rest; empty: they do not rest.
    rests_as: String,
}

impl Membership {
    /// Whether they are in the group.
    #[must_use]
    pub fn is_in(&self) -> bool {
        self.state == State::In
    }

    /// Whether they serve in the group, or rest from that.
    #[must_use]
    pub fn serves(&self) -> bool {
        self.role != Role::Member || !self.rests_as.is_empty()
    }

    /// Whether those who look after the group paused them.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.state == State::Paused
    }
}

/// A group somebody is in or has asked to join, and their place there.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
pub struct Mine {
    /// The group.
    #[diesel(embed)]
    pub group: Group,
    /// Their place.
    #[diesel(embed)]
    pub membership: Membership,
}

/// Somebody of a group, as its other members see them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Neighbour {
    /// Their name.
    pub name: String,
    /// `name`, `alias` or `remote`.
    pub kind: String,
    /// What draws their face.
    pub seed: i64,
    /// Their place.
    #[diesel(embed)]
    pub membership: Membership,
}

/// The Fluent key of a role's word.
#[must_use]
pub const fn role_key(role: &Role) -> &'static str {
    match role {
        Role::Member => "role-member",
        Role::Greeter => "role-greeter",
        Role::Responder => "role-responder",
        Role::Moderator => "role-moderator",
        Role::Steward => "role-steward",
    }
}

/// Why joining, leaving or appointing may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The group is closed.
    #[error("the group is closed and takes nobody new")]
    Closed,
    /// One asks first.
    #[error("people ask before they join this group")]
    AskFirst,
    /// A link is needed.
    #[error("this group lets people in by invitation")]
    ByInvitation,
    /// They are the only one who can shape the group.
    #[error("the last steward hands over first")]
    LastSteward,
    /// The person named is not in the group.
    #[error("this person is not in the group")]
    NotInGroup,
    /// Nobody of that name asks any more.
    #[error("they no longer ask to join")]
    AskGone,
    /// Nothing was chosen, or something nobody offered.
    #[error("choose one of these")]
    RoleUnchosen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed => "group-takes-nobody",
            Self::AskFirst => "join-ask-first",
            Self::ByInvitation => "join-by-invitation",
            Self::LastSteward => "last-steward",
            Self::NotInGroup => "not-in-group",
            Self::AskGone => "ask-gone",
            Self::RoleUnchosen => "role-unchosen",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::ByInvitation => kernel::Kind::NotAllowed,
            Self::RoleUnchosen => kernel::Kind::Invalid,
            Self::Closed | Self::AskFirst | Self::LastSteward | Self::NotInGroup | Self::AskGone => {
                kernel::Kind::Conflict
            }
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NotInGroup | Self::AskGone => Some("person"),
            Self::RoleUnchosen => Some("role"),
            Self::Closed | Self::AskFirst | Self::ByInvitation | Self::LastSteward => None,
        }
    }
}
