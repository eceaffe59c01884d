//! What can happen to members.

use serde::{Deserialize, Serialize};

use super::Listener;
use crate::kernel::{FaceId, GroupId};

/// News of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody came in.
    MemberArrived { face: FaceId },
    /// Somebody came in by a link that `by` made; it may lead into a group.
    InvitationSpent { face: FaceId, group: Option<GroupId>, by: FaceId },
    /// Somebody asked to come in and waits for a yes.
    ArrivalAsked { face: FaceId },
    /// Somebody was let in, paused, closed or appointed.
    StandingChanged { face: FaceId },
    /// Somebody left for good: whatever a slice holds of this face is to be erased.
    AccountErased { face: FaceId, takes_words_back: bool },
    /// The tie of an alias to its holder is gone: what it was told goes too, and its words if that was their wish.
    TieEnded { face: FaceId, takes_words_back: bool },
}

impl Event {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::MemberArrived { .. } => "MemberArrived",
            Self::InvitationSpent { .. } => "InvitationSpent",
            Self::ArrivalAsked { .. } => "ArrivalAsked",
            Self::StandingChanged { .. } => "StandingChanged",
            Self::AccountErased { .. } => "AccountErased",
            Self::TieEnded { .. } => "TieEnded",
        }
    }

    /// Who hears of it.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::MemberArrived { .. } => &[],
            Self::InvitationSpent { .. } => &[Listener::Forum],
            Self::ArrivalAsked { .. } => &[Listener::Notify],
            Self::StandingChanged { .. } => &[Listener::Notify, Listener::Support],
            Self::AccountErased { .. } => &[
                Listener::Forum,
                Listener::Notify,
                Listener::Recovery,
                Listener::Safety,
                Listener::Support,
                Listener::Search,
                Listener::Federation,
            ],
            // An alias keeps no counters, does not check in, and neither asks for company nor listens.
            Self::TieEnded { .. } => {
                &[Listener::Forum, Listener::Notify, Listener::Safety, Listener::Search, Listener::Federation]
            }
        }
    }
}
