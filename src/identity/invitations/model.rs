//! Invitations, what they are made from, and why they may say no.

use diesel::prelude::*;

use crate::db::schema::{face, invitation};
use crate::identity::newcomers::Settling;
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, InvitationId, Token};

/// What its maker calls it: one line, up to 60 letters; may be empty.
pub type Label = Bounded<0, 60, false>;

/// A link that still works. The token itself is stored nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = invitation)]
pub struct Invitation {
    /// Its id; shown to its maker alone.
    pub id: InvitationId,
    /// Who made it.
    pub made_by: FaceId,
    /// Where it leads; none: the community only.
    pub group_id: Option<GroupId>,
    /// What its maker calls it.
    pub label: String,
    /// How many more may come in by it.
    pub uses_left: i64,
    /// The last day it works.
    pub expires_on: Day,
}

/// A link in a list, with the name of its maker.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
pub struct Link {
    /// The link.
    #[diesel(embed)]
    pub invitation: Invitation,
    /// Who made it.
    #[diesel(embed)]
    pub maker: Maker,
}

/// The name of whoever made a link.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Maker {
    /// Their name.
    pub name: String,
}

/// How many may come in by one link: 1 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uses(i64);

/// For how many days a link works: 1 to 90.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(i64);

impl Uses {
    /// The most people by one link.
    pub const MAX: i64 = 100;

    /// Reads what was typed.
    ///
    /// # Errors
    /// `invitation-uses`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        within(raw, Self::MAX).map(Self).ok_or(Refusal::Uses)
    }

    /// The number.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }
}

impl Days {
    /// The longest a link works.
    pub const MAX: i64 = 90;

    /// Reads what was typed.
    ///
    /// # Errors
    /// `invitation-days`.
    pub fn parse(raw: &str) -> Result<Self, Refusal> {
        within(raw, Self::MAX).map(Self).ok_or(Refusal::Days)
    }

    /// The number.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }
}

fn within(raw: &str, max: i64) -> Option<i64> {
    raw.trim().parse().ok().filter(|number| (1..=max).contains(number))
}

/// What somebody wants a link to be.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Where it leads; none: the community only.
    pub group: Option<GroupId>,
    /// What its maker calls it.
    pub label: Label,
    /// How many may come in by it.
    pub uses: Uses,
    /// For how long.
    pub days: Days,
    /// The form's own mark becomes the link's token, so that a second press makes no second link.
    pub token: Option<Token>,
}

/// A link, and the token to hand out: the only time it can be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The link.
    pub invitation: Invitation,
    /// What goes behind `/i/`.
    pub token: Token,
}

/// One use was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// Where it leads; none: the community only.
    pub group: Option<GroupId>,
    /// Who made the link.
    pub by: FaceId,
}

/// Why an invitation may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Used up, expired, withdrawn, or never made: told alike.
    #[error("this invitation no longer works")]
    Ended,
    /// Not between 1 and 100.
    #[error("a link lets in 1 to 100 people")]
    Uses,
    /// Not between 1 and 90.
    #[error("a link works for 1 to 90 days")]
    Days,
    /// Somebody has many open links already.
    #[error("many links are open already; withdraw one first")]
    TooManyOpen,
    /// Somebody came lately: links into the community are for a little later.
    #[error("inviting is for a little later")]
    Settling(Settling),
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Ended => "invitation-ended",
            Self::Uses => "invitation-uses",
            Self::Days => "invitation-days",
            Self::TooManyOpen => "invitation-too-many-open",
            Self::Settling(_) => "settling-invite",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Ended | Self::TooManyOpen | Self::Settling(_) => kernel::Kind::Conflict,
            Self::Uses | Self::Days => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Ended => Some("invitation"),
            Self::Uses => Some("uses"),
            Self::Days => Some("days"),
            Self::TooManyOpen | Self::Settling(_) => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Settling(settling) => settling.args(),
            _ => Vec::new(),
        }
    }
}

#[test]
fn numbers_are_read_within_their_bounds() {
    assert_eq!(Uses::parse(" 100 ").map(Uses::count), Ok(100));
    for raw in ["", "0", "101", "-1", "1.5", "many", "99999999999999999999"] {
        assert_eq!(Uses::parse(raw), Err(Refusal::Uses), "{raw}");
    }
    assert_eq!(Days::parse("91"), Err(Refusal::Days));
}
