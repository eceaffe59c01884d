//! Accounts and why they may say no.

use diesel::prelude::*;

use crate::db::schema::{account, face};
use crate::identity::affiliations::Label;
use crate::kernel::{Bounded, Day, FaceId, Kind, Week};
use crate::policy::Rank;

crate::text_enum! {
    /// Who may come in, as the host chose.
    pub enum Gate {
        /// Everybody.
        Open = "open",
        /// Everybody may ask; a host says yes.
        Ask = "ask",
        /// Whoever holds a link.
        Invitation = "invitation",
        /// Nobody new.
        Closed = "closed",
    }
}

/// What somebody writes about themself: Markdown.
pub type About = Bounded<0, 2_000, true>;
/// What somebody writes who asks to come in.
pub type Application = Bounded<3, 2_000, true>;

/// What others may see of a member.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Profile {
    /// Their name's face.
    pub id: FaceId,
    /// Their name.
    pub name: String,
    /// `name`, `alias` or `remote`.
    pub kind: String,
    /// What draws their face.
    pub seed: i64,
    /// Markdown.
    pub about: String,
    /// Whom they work for, if they are paid in this field.
    #[diesel(embed)]
    pub label: Label,
    /// The week they came; 0: not known, or an alias.
    pub since_week: Week,
}

/// Where an account stands.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = account)]
pub struct Standing {
    /// `open`, `waiting`, `paused`, `closed`.
    pub state: String,
    /// In the words of whoever decided it.
    #[diesel(column_name = state_reason)]
    pub reason: String,
    /// The day a pause ends; none: somebody ends it.
    #[diesel(column_name = state_until)]
    pub until: Option<Day>,
}

/// All that is kept of an account, but for what lets its holder back in.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = account)]
pub struct Record {
    /// What they may do.
    pub rank: Rank,
    /// `open`, `waiting`, `paused`, `closed`.
    pub state: String,
    /// In the words of whoever decided it.
    pub state_reason: String,
    /// What they wrote to be let in.
    pub application: String,
    /// The week they came in.
    pub joined_week: Week,
    /// The week they were last here.
    pub active_week: Week,
    /// Whether the return words were kept.
    pub words_kept: bool,
    /// Whether leaving fast signs out.
    pub leave_signs_out: bool,
}

/// Why an account may say no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody has this name, or had it.
    #[error("the name is taken")]
    NameTaken {
        /// A name like it that is free.
        suggestion: String,
    },
    /// The box about age and kindness is not ticked.
    #[error("the box about age and kindness is not ticked")]
    NotAgreed,
    /// The house takes nobody new.
    #[error("nobody new may come in now")]
    DoorsClosed,
    /// The house takes those with a link.
    #[error("an invitation is needed to come in")]
    InvitationNeeded,
    /// This form was sent before, a while ago.
    #[error("this form was sent before")]
    SentBefore,
    /// Somebody has to run the server.
    #[error("the last host cannot go")]
    LastHost,
    /// There is no group that newcomers speak in.
    #[error("there is no group to say this in yet")]
    NowhereToSay,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NameTaken { .. } => "name-taken",
            Self::NotAgreed => "not-agreed",
            Self::DoorsClosed => "doors-closed",
            Self::InvitationNeeded => "invitation-needed",
            Self::SentBefore => "arrival-sent-before",
            Self::LastHost => "last-host",
            Self::NowhereToSay => "nowhere-to-say",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::NameTaken { .. } | Self::SentBefore | Self::LastHost => Kind::Conflict,
            Self::NotAgreed | Self::NowhereToSay => Kind::Invalid,
            Self::DoorsClosed | Self::InvitationNeeded => Kind::NotAllowed,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NameTaken { .. } => Some("name"),
            Self::NotAgreed => Some("agrees"),
            Self::NowhereToSay => Some("body"),
            Self::DoorsClosed | Self::InvitationNeeded | Self::SentBefore | Self::LastHost => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NameTaken { suggestion } => vec![("suggestion", suggestion.clone())],
            _ => Vec::new(),
        }
    }
}
