//! What can happen to check-ins, counters, chips and the daily circle. Nobody else hears of it, so nothing of it is ever written down.

use serde::{Deserialize, Serialize};

use super::Listener;
use crate::kernel::{FaceId, GroupId};

/// News of check-ins, counters, chips and the daily circle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody said how they are; a group reads of it, or nobody.
    CheckedIn { face: FaceId, group: Option<GroupId> },
    /// Somebody took back how they were.
    CheckinTakenBack { face: FaceId },
    /// A counter was started, changed or put away.
    CounterChanged { face: FaceId },
    /// Somebody hosts the daily circle, greets, asks who is next, answers or steps down.
    CircleTended { by: FaceId },
    /// What somebody says in the daily circle meets the list of phrases: they may need somebody. For those who look after things
    /// here, and for nobody else.
    CircleLookoutRaised { face: FaceId },
    /// Somebody shows a milestone of theirs, or no more.
    MilestoneShown { face: FaceId },
    /// Somebody gave a chip. Whose it is finds it when they look.
    ChipGiven { by: FaceId, to: FaceId },
    /// Somebody kept, put aside or gave back a chip. Whoever gave it does not hear.
    ChipTurned { face: FaceId },
}

impl Event {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::CheckedIn { .. } => "CheckedIn",
            Self::CheckinTakenBack { .. } => "CheckinTakenBack",
            Self::CounterChanged { .. } => "CounterChanged",
            Self::CircleTended { .. } => "CircleTended",
            Self::CircleLookoutRaised { .. } => "CircleLookoutRaised",
            Self::MilestoneShown { .. } => "MilestoneShown",
            Self::ChipGiven { .. } => "ChipGiven",
            Self::ChipTurned { .. } => "ChipTurned",
        }
    }

    /// Who hears of it: news without a listener is no row anywhere.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::CircleLookoutRaised { .. } => &[Listener::Safety],
            Self::CheckedIn { .. }
            | Self::CheckinTakenBack { .. }
            | Self::CounterChanged { .. }
            | Self::CircleTended { .. }
            | Self::MilestoneShown { .. }
            | Self::ChipGiven { .. }
            | Self::ChipTurned { .. } => &[],
        }
    }
}
