//! What is known of another community, in types that cannot be wrong.

use super::{Domain, Promises};
use crate::federation::far;
use crate::kernel::{Day, Kind};

crate::text_enum! {
    /// Which other communities may speak with this one.
    pub enum Links {
        /// None.
        Closed = "closed",
        /// Those the host has linked.
        Partners = "partners",
        /// All but those that are blocked.
        Open = "open",
    }
}

crate::text_enum! {
    /// How two communities stand to each other.
    pub enum State {
        /// Nobody has asked.
        Known = "known",
        /// They asked; this host has not answered.
        Asking = "asking",
        /// This host asked; they have not answered.
        Asked = "asked",
        /// Both said yes.
        Partner = "partner",
        /// One of them said no.
        Refused = "refused",
        /// It was, and one of them ended it.
        Ended = "ended",
    }
}

crate::text_enum! {
    /// What this host lets another community do. Declared from the mildest to the strictest, and ordered so.
    pub enum Stance {
        /// What its partnership or an open door allows.
        Allow = "allow",
        /// Only those who follow it see what comes from there.
        Limit = "limit",
        /// What comes from there waits for somebody who looks after the group.
        Hold = "hold",
        /// Nothing comes from there, and nothing goes.
        Block = "block",
    }
}

impl State {
    /// The Fluent key of how that is said.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Known => "peer-state-known",
            Self::Asking => "peer-state-asking",
            Self::Asked => "peer-state-asked",
            Self::Partner => "peer-state-partner",
            Self::Refused => "peer-state-refused",
            Self::Ended => "peer-state-ended",
        }
    }
}

/// Another community.
#[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = crate::db::schema::peer)]
pub struct Peer {
    /// Its name on the network.
    pub domain: String,
    /// How the two stand to each other.
    pub state: State,
    /// What it may do.
    pub stance: Stance,
    /// Whether pictures from there are taken.
    pub has_media: bool,
    /// Why, as lists pass it on.
    pub comment: String,
    /// What it promised, as JSON; empty until it said.
    pub promises: String,
    /// The address of the request that is open or was accepted.
    pub offer: String,
    /// Its key, when it became a partner.
    pub key_print: String,
    /// Another key that was seen since.
    pub key_next: String,
    /// Whether it may follow every group that faces partners.
    pub has_all: bool,
    /// Since when it is a partner.
    pub since_on: Option<Day>,
}

impl Peer {
    /// What it promised, if it said anything; without pictures, if none are taken from there.
    #[must_use]
    pub fn promised(&self) -> Option<Promises> {
        let said: Promises = serde_json::from_str(&self.promises).ok()?;
        if self.has_media {
            return Some(said);
        }
        Some(Promises { rules: far::bare(&said.rules), contact: far::bare(&said.contact), ..said })
    }

    /// Whether its key changed, so that all rests until the host looks.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        !self.key_next.is_empty()
    }
}

/// This community on the network, as its settings say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// `https://porch.example`
    pub origin: String,
    /// `porch.example`
    pub host: String,
}

impl Own {
    /// From the address people type.
    #[must_use]
    pub fn at(origin: &str) -> Self {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host).to_ascii_lowercase();
        Self { origin: origin.to_owned(), host }
    }

    /// The address of another community: as this one is reached, so are others.
    #[must_use]
    pub fn origin_of(&self, domain: &str) -> String {
        let scheme = if self.origin.starts_with("http://") { "http" } else { "https" };
        format!("{scheme}://{domain}")
    }

    /// Reads another community's name.
    ///
    /// # Errors
    /// `peer-domain`, `peer-own`.
    pub fn parse(&self, raw: &str) -> Result<Domain, Refusal> {
        Domain::parse(raw, &self.host)
    }

    /// The community an address belongs to.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn domain_of(&self, url: &url::Url) -> Result<Domain, Refusal> {
        let host = url.host_str().unwrap_or_default();
        match url.port() {
            Some(port) => self.parse(&format!("{host}:{port}")),
            None => self.parse(host),
        }
    }
}

/// What a host decides about another community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What it may do.
    pub stance: Stance,
    /// Whether pictures from there are taken.
    pub has_media: bool,
    /// Why, for lists that are passed on.
    pub comment: crate::kernel::Bounded<0, 300, false>,
}

/// Why a link may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a name of a community.
    #[error("expected a name such as calmwater.example")]
    Domain,
    /// It is this one.
    #[error("this is our own name")]
    Own,
    /// No community may speak with this one.
    #[error("links are closed: nobody can be asked")]
    Closed,
    /// It is blocked.
    #[error("this community is blocked")]
    Blocked,
    /// It did not ask.
    #[error("there is no request to answer")]
    NotAsking,
    /// Nothing chosen.
    #[error("choose one")]
    Choice,
    /// A list with no line that can be read.
    #[error("no line of this list can be read")]
    List,
    /// So many ask that no more are taken.
    #[error("too many communities wait for an answer")]
    Crowd,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Domain => "peer-domain",
            Self::Own => "peer-own",
            Self::Closed => "peer-closed",
            Self::Blocked => "peer-blocked",
            Self::NotAsking => "peer-not-asking",
            Self::Choice => "peer-choice",
            Self::List => "peer-list",
            Self::Crowd => "peer-crowd",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Domain | Self::Own | Self::Choice | Self::List => Kind::Invalid,
            Self::Closed | Self::Blocked | Self::NotAsking | Self::Crowd => Kind::Conflict,
        }
    }
}
