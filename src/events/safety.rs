//! What can happen with concerns: that there is one, and what was decided. Never who told.

use serde::{Deserialize, Serialize};

use super::Listener;
use crate::kernel::{FaceId, GroupId};

crate::text_enum! {
    /// What those who look after a group of another community decided there of somebody here.
    pub enum There {
        /// Words of theirs are out of sight.
        Out = "out",
        /// A post of theirs takes no more replies.
        Locked = "locked",
        /// They do not speak there for now.
        Away = "away",
        /// What was done to words of theirs was taken back.
        Back = "back",
        /// They may speak there again.
        Near = "near",
    }
}

impl There {
    /// The news of it.
    #[must_use]
    pub const fn told(self, face: FaceId, group: GroupId) -> Event {
        match self {
            Self::Out => Event::TakenOutThere { face, group },
            Self::Locked => Event::LockedThere { face, group },
            Self::Away => Event::KeptAwayThere { face, group },
            Self::Back => Event::GivenBackThere { face, group },
            Self::Near => Event::LetNearThere { face, group },
        }
    }
}

/// News of concerns and decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody told of something that those who look after a group, or the community, are to look at; it is about `of`,
    /// or about the group `past`, whose own keepers do not look at it. Where somebody may be in distress, responders hear too.
    ConcernTold { group: Option<GroupId>, of: Option<FaceId>, past: Option<GroupId>, is_distress: bool },
    /// Something was decided about words or a name, taken back, or answered.
    Decided { face: FaceId, group: Option<GroupId> },
    /// Those who look after a group of another community took words of somebody here out of sight.
    TakenOutThere { face: FaceId, group: GroupId },
    /// Those who look after a group of another community stopped replies to a post of somebody here.
    LockedThere { face: FaceId, group: GroupId },
    /// Those who look after a group of another community decided that somebody here does not speak there for now.
    KeptAwayThere { face: FaceId, group: GroupId },
    /// What was done in a group of another community to words of somebody here was taken back.
    GivenBackThere { face: FaceId, group: GroupId },
    /// Somebody here may speak again in a group of another community.
    LetNearThere { face: FaceId, group: GroupId },
    /// Somebody who looks after things wrote to whoever may need them, or they are asked how they are.
    CareGiven { face: FaceId },
    /// Whoever was with somebody a day ago is reminded of that.
    FollowUpDue { face: FaceId },
    /// The time in which somebody looks after the whole community ends within days.
    TermEnding { face: FaceId },
    /// It is over.
    TermEnded { face: FaceId },
    /// Somebody answered a decision of `by`; another is to read it.
    DecisionAnswered { group: Option<GroupId>, by: Option<FaceId> },
}

impl Event {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::ConcernTold { .. } => "ConcernTold",
            Self::Decided { .. } => "Decided",
            Self::TakenOutThere { .. } => "TakenOutThere",
            Self::LockedThere { .. } => "LockedThere",
            Self::KeptAwayThere { .. } => "KeptAwayThere",
            Self::GivenBackThere { .. } => "GivenBackThere",
            Self::LetNearThere { .. } => "LetNearThere",
            Self::CareGiven { .. } => "CareGiven",
            Self::FollowUpDue { .. } => "FollowUpDue",
            Self::TermEnding { .. } => "TermEnding",
            Self::TermEnded { .. } => "TermEnded",
            Self::DecisionAnswered { .. } => "DecisionAnswered",
        }
    }

    /// Who hears of it.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::ConcernTold { .. } | Self::Decided { .. } | Self::DecisionAnswered { .. } => {
                &[Listener::Notify]
            }
            Self::TakenOutThere { .. }
            | Self::LockedThere { .. }
            | Self::KeptAwayThere { .. }
            | Self::GivenBackThere { .. }
            | Self::LetNearThere { .. } => &[Listener::Notify],
            Self::CareGiven { .. } | Self::FollowUpDue { .. } => &[Listener::Notify],
            Self::TermEnding { .. } | Self::TermEnded { .. } => &[Listener::Notify],
        }
    }
}
