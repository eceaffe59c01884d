//! What can happen where somebody asks for company, and between two buddies. What is written down of an ask names it alone,
//! and it is gone within a day: no row says who asked, or who came.

use serde::{Deserialize, Serialize};

use super::Listener;
use crate::kernel::{AskId, FaceId};

/// News of who asks for company, and of who came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody asks for company, or asks further: those within reach are told.
    AskRung { ask: AskId },
    /// Somebody came: whoever asked is told.
    AskClaimed { ask: AskId },
    /// Something happened in a small room: open pages of it show it.
    RoomChanged { ask: AskId, by: FaceId },
    /// Somebody lit their lamp, put it out, or chose when to be asked.
    LampChanged { face: FaceId },
    /// Somebody sent their buddy a caring note.
    BuddyNoted { by: FaceId, to: FaceId },
    /// Somebody sent their buddy a note that asks for them: a setback, a hard half-hour, a chat. Which of these is not said.
    BuddyAsks { by: FaceId, to: FaceId },
    /// Somebody was quiet for as long as they agreed: their buddy is told. `by_looks`: a look at any page would have ended it.
    BuddyQuiet { by: FaceId, to: FaceId, by_looks: bool },
    /// It is the hour at which somebody asked their buddy to be thought of.
    BuddyNudged { by: FaceId, to: FaceId },
}

impl Event {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AskRung { .. } => "AskRung",
            Self::AskClaimed { .. } => "AskClaimed",
            Self::RoomChanged { .. } => "RoomChanged",
            Self::LampChanged { .. } => "LampChanged",
            Self::BuddyNoted { .. } => "BuddyNoted",
            Self::BuddyAsks { .. } => "BuddyAsks",
            Self::BuddyQuiet { .. } => "BuddyQuiet",
            Self::BuddyNudged { .. } => "BuddyNudged",
        }
    }

    /// Who hears of it: news without a listener is no row anywhere.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::AskRung { .. }
            | Self::AskClaimed { .. }
            | Self::BuddyNoted { .. }
            | Self::BuddyAsks { .. }
            | Self::BuddyQuiet { .. }
            | Self::BuddyNudged { .. } => &[Listener::Notify],
            Self::RoomChanged { .. } | Self::LampChanged { .. } => &[],
        }
    }
}
