//! Who is looking or doing. Made in few places: the session middleware, the job runner, the command line.

use crate::kernel::{AccountId, FaceId};

crate::text_enum! {
    /// What somebody may do for the whole community.
    pub enum Rank {
        /// Reads and writes.
        Member = "member",
        /// Also looks after every group.
        Keeper = "keeper",
        /// Also runs the server.
        Host = "host",
    }
}

crate::text_enum! {
    /// What somebody may do in one group.
    pub enum Role {
        /// Reads and writes there.
        Member = "member",
        /// Also answers those who ask to join, invites, and sees who is new.
        Greeter = "greeter",
        /// Also sees what people worry about, and is there for whom it is about.
        Responder = "responder",
        /// Also locks and pins, and answers those who ask to join.
        Moderator = "moderator",
        /// Also shapes the group and says who looks after it.
        Steward = "steward",
    }
}

impl Role {
    /// Those who keep a group: what happens there is theirs to decide.
    pub const KEEPERS: [Self; 2] = [Self::Moderator, Self::Steward];
}

crate::text_enum! {
    /// How far words may travel. Declared from nearest to furthest, and ordered so.
    pub enum Reach {
        /// Members of this group, all on this server.
        Group = "group",
        /// Anyone signed in here.
        Community = "community",
        /// Also followers on communities this host has linked.
        Partners = "partners",
        /// The open web.
        Everyone = "everyone",
    }
}

/// A signed-in member, as commands see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The private side; only `identity` and `admin` use it.
    pub account: AccountId,
    /// The name they speak as.
    pub face: FaceId,
    /// What they may do for the community.
    pub rank: Rank,
    /// Came in less than two weeks ago, to the nearest week.
    pub is_new: bool,
    /// The alias they speak as, for this one act; none: their own name.
    pub voice: Option<FaceId>,
}

/// Somebody of another community, as commands see them: a face whose words stand here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Far {
    /// The face they speak as here.
    pub face: FaceId,
    /// Whether what faces partners is for them, too.
    pub is_partner: bool,
    /// Whether they look after the group it is about: a group of their side, by that group's own list.
    pub keeps: bool,
}

/// Whoever stands at a door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody we know.
    Guest,
    /// A member.
    Person(Person),
    /// Somebody of another community, whose letter was verified.
    Far(Far),
    /// The server itself: jobs and the command line.
    House,
}

impl Viewer {
    /// The face to compare rows with; a guest's matches none.
    #[must_use]
    pub const fn face(&self) -> FaceId {
        match self {
            Self::Person(person) => person.face,
            Self::Far(far) => far.face,
            Self::Guest | Self::House => FaceId(0),
        }
    }

    /// The face whose words these are: the alias spoken as, or else the member's own.
    #[must_use]
    pub const fn voice(&self) -> FaceId {
        match self {
            Self::Person(Person { voice: Some(alias), .. }) => *alias,
            _ => self.face(),
        }
    }

    /// The same member, speaking as an alias. What they may read and where they may write stays their own;
    /// what they write, and whether it is theirs to change, is the alias's. `identity::aliases` knows whose it is.
    #[must_use]
    pub fn speaking_as(&self, alias: FaceId) -> Self {
        match self {
            Self::Person(person) => Self::Person(Person { voice: Some(alias), ..person.clone() }),
            other => other.clone(),
        }
    }

    /// The same member before it is known which alias they speak as: somebody whom nobody has met, so that a block of
    /// their name stops no alias of theirs. Whoever blocked the name would learn by it whose the alias is.
    #[must_use]
    pub fn behind_a_mask(&self) -> Self {
        self.speaking_as(FaceId(0))
    }

    /// Whether these are a newcomer's words. An alias is never new: it would say something of who is behind it.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.person().is_some_and(|person| person.is_new && person.voice.is_none())
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub const fn is_signed_in(&self) -> bool {
        matches!(self, Self::Person(_))
    }

    /// The member, if there is one.
    #[must_use]
    pub const fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Guest | Self::Far(_) | Self::House => None,
        }
    }

    /// Somebody of another community, if it is one.
    #[must_use]
    pub const fn far(&self) -> Option<&Far> {
        match self {
            Self::Far(far) => Some(far),
            Self::Guest | Self::Person(_) | Self::House => None,
        }
    }

    /// The member, for what only members do.
    ///
    /// # Errors
    /// `sign-in-first` for anybody else.
    pub fn member(&self) -> Result<&Person, super::Refusal> {
        self.person().ok_or(super::Refusal::SignInFirst)
    }

    /// What they may do for the community.
    #[must_use]
    pub fn rank(&self) -> Option<Rank> {
        match self {
            Self::Guest | Self::Far(_) => None,
            Self::Person(person) => Some(person.rank),
            Self::House => Some(Rank::Host),
        }
    }
}
