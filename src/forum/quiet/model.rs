//! What is said about whom one meets, what is known of it while a page is drawn, and why one may say no.

use std::collections::HashSet;

use crate::forum::replies::Reply;
use crate::forum::threads::Author;
use crate::kernel::{self, Day, FaceId};

crate::id! {
    /// A mute. Random, 53 bits: it belongs to a member's private side.
    MuteId;
}

/// What is muted, as addresses name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A person, by name.
    Person(String),
    /// A group, by its short name.
    Group(String),
    /// Another community.
    Community(Community),
}

/// Another community, by its name on the network: lower case, as peers are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community(String);

impl Community {
    /// Reads what somebody typed.
    ///
    /// # Errors
    /// `quiet-community` for what is no name of a community.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim().trim_start_matches('@').trim_end_matches('.');
        match url::Host::parse(text) {
            Ok(url::Host::Domain(domain)) if domain.contains('.') && domain.len() <= 253 => Ok(Self(domain)),
            _ => Err(Refusal::Community),
        }
    }

    /// Its name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How two people stand to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ties {
    /// The viewer blocked them.
    pub blocks: bool,
    /// They blocked the viewer.
    pub is_blocked: bool,
}

/// Something muted, as its member's own list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Muted {
    /// The name of a person, the short name of a group, or a community.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// The day on which it ends; none: for good.
    pub until: Option<Day>,
}

/// Everything somebody said about whom they meet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    /// Names they blocked.
    pub blocks: Vec<String>,
    /// People they hear less of.
    pub people: Vec<Muted>,
    /// Groups.
    pub groups: Vec<Muted>,
    /// Communities.
    pub communities: Vec<Muted>,
}

impl Lists {
    /// Whether nothing was said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.blocks.is_empty()
            && self.people.is_empty()
            && self.groups.is_empty()
            && self.communities.is_empty()
    }
}

/// What is known of a reader while a thread is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quiet {
    /// Whose words are not there for them.
    pub(super) unmet: HashSet<FaceId>,
    /// Whose words are folded: they blocked them, and look after the group.
    pub(super) blocked: HashSet<FaceId>,
    /// Whom they hear less of.
    pub(super) muted: HashSet<FaceId>,
    /// Communities they hear less of.
    pub(super) communities: HashSet<String>,
}

impl Quiet {
    /// Whose words are not there for the reader.
    #[must_use]
    pub fn unmet(&self) -> Vec<FaceId> {
        self.unmet.iter().copied().collect()
    }

    /// Leaves the place of a reply by somebody the reader does not meet, as if it had been taken back: what was answered
    /// to it still stands, and nothing says which of the two it is.
    #[must_use]
    pub fn veiled(&self, (reply, author): (Reply, Author)) -> (Reply, Author) {
        if !self.unmet.contains(&reply.author_face) {
            return (reply, author);
        }
        (reply.into_gone(), author)
    }

    /// The words on the fold over what somebody said whom the reader would rather not hear; none: it is open.
    #[must_use]
    pub fn fold(&self, face: FaceId, author: &Author) -> Option<&'static str> {
        if self.blocked.contains(&face) {
            return Some("fold-blocked-person");
        }
        let from = author.name.rsplit_once('@').map(|(_, domain)| domain).filter(|_| author.kind == "remote");
        let is_muted =
            self.muted.contains(&face) || from.is_some_and(|domain| self.communities.contains(domain));
        is_muted.then_some("fold-muted-person")
    }
}

/// Why one may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Everybody meets themself.
    #[error("that is you")]
    Oneself,
    /// As many as are kept for one member.
    #[error("as many as are kept for one member")]
    TooMany,
    /// Nothing was chosen.
    #[error("one of these is to be chosen")]
    Choice,
    /// No name of a community.
    #[error("the name of a community on the network")]
    Community,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Oneself => "quiet-oneself",
            Self::TooMany => "quiet-too-many",
            Self::Choice => "quiet-choice",
            Self::Community => "quiet-community",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::TooMany => kernel::Kind::Conflict,
            Self::Oneself | Self::Choice | Self::Community => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Choice => Some("how"),
            Self::Community => Some("community"),
            Self::Oneself | Self::TooMany => None,
        }
    }
}

#[test]
fn a_community_is_named_as_peers_are() {
    let read = |text: &str| Community::parse(text).map(|community| community.as_str().to_owned());
    assert_eq!(read(" @Calm.Example. "), Ok("calm.example".to_owned()));
    assert_eq!(read("bücher.example"), Ok("xn--bcher-kva.example".to_owned()));
    for not in ["", "calm", "10.0.0.1", "calm example", "https://calm.example", "a@b.example"] {
        assert_eq!(read(not), Err(Refusal::Community), "{not}");
    }
}
