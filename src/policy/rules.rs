//! The whole of "may they?", as one pure function over an action and a standing.

use super::{Action, Rank, Role, Standing};
use crate::kernel::Kind;

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in.
    #[error("sign in first")]
    SignInFirst,
    /// It is for members of the group.
    #[error("for members of this group")]
    MembersOnly,
    /// Somebody else wrote it.
    #[error("somebody else's words")]
    NotYours,
    /// It is for those who look after the group.
    #[error("for those who look after this group")]
    KeepersOnly,
    /// It is for the group's stewards.
    #[error("for the stewards of this group")]
    StewardsOnly,
    /// It is for hosts.
    #[error("for hosts")]
    HostsOnly,
    /// They are paused in the group.
    #[error("paused in this group for now")]
    PausedHere,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::SignInFirst => "sign-in-first",
            Self::MembersOnly => "members-only",
            Self::NotYours => "not-yours",
            Self::KeepersOnly => "keepers-only",
            Self::StewardsOnly => "stewards-only",
            Self::HostsOnly => "hosts-only",
            Self::PausedHere => "paused-here",
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::SignInFirst => Kind::SignedOut,
            _ => Kind::NotAllowed,
        }
    }
}

/// Whether somebody standing so may do `action`. States of things (locked, closed) are the slices' business.
///
/// # Errors
/// The refusal that says who may.
pub fn verdict(action: Action, standing: &Standing) -> Result<(), Refusal> {
    if standing.is_far {
        return from_afar(action, standing);
    }
    let Some(rank) = standing.rank else { return Err(Refusal::SignInFirst) };
    let has_part = |parts: &[Role]| match standing.role {
        Some(role) if parts.contains(&role) => Ok(()),
        _ => keeps_all(rank, Refusal::KeepersOnly),
    };
    match action {
        Action::OpenThread
        | Action::Reply
        | Action::React
        | Action::CheckInWithGroup
        | Action::ShowMilestone
        | Action::GiveChip
        | Action::JoinGroup
            if standing.is_paused =>
        {
            Err(Refusal::PausedHere)
        }
        // Who may listen is a question of weeks, and the lamp's own; who is in a room has been decided by the scope.
        Action::AskForCompany | Action::Listen | Action::SpeakInRoom => Ok(()),
        // Whose week it is, and who is new, are the circle's own questions; who sees a milestone has been decided by the scope.
        Action::SpeakInCircle | Action::HostCircle | Action::GiveChip => Ok(()),
        Action::StartGroup
        | Action::JoinGroup
        | Action::InviteToCommunity
        | Action::ChooseWhomToMeet
        | Action::GoSmall
        | Action::TellConcern => Ok(()),
        Action::ManageCommunity | Action::ManageLinks | Action::ManagePeople | Action::SeeHealth => {
            hosts(rank)
        }
        Action::LeaveGroup | Action::OpenThread | Action::CheckInWithGroup | Action::ShowMilestone => {
            in_group(standing)
        }
        Action::SeePeople => in_group(standing).or_else(|refusal| keeps_all(rank, refusal)),
        // Whoever can read a thread may answer it: its reach has been decided by the scope.
        Action::Reply | Action::React => Ok(()),
        Action::EditOwn | Action::TakeBackOwn | Action::SteerAsk => own(standing),
        Action::SeeRevisions if standing.is_author => Ok(()),
        Action::SeeRevisions
        | Action::KeepAliases
        | Action::KeepRules
        | Action::DecideConcern
        | Action::LockThread
        | Action::PinThread
        | Action::MoveThread => has_part(&[Role::Moderator, Role::Steward]),
        // Each part in a group opens what it needs, and no more.
        Action::InviteToGroup | Action::AnswerAsk => {
            has_part(&[Role::Greeter, Role::Moderator, Role::Steward])
        }
        Action::CareFor => has_part(&[Role::Responder, Role::Moderator, Role::Steward]),
        Action::SeeService => has_part(&[Role::Greeter, Role::Responder, Role::Moderator, Role::Steward]),
        Action::DecideForCommunity => keeps_all(rank, Refusal::KeepersOnly),
        Action::EditGroup | Action::AppointInGroup => match standing.role {
            Some(Role::Steward) => Ok(()),
            _ if rank == Rank::Host => Ok(()),
            _ => Err(Refusal::StewardsOnly),
        },
    }
}

/// Whoever wrote it, and nobody else.
fn own(standing: &Standing) -> Result<(), Refusal> {
    if standing.is_author { Ok(()) } else { Err(Refusal::NotYours) }
}

/// Hosts, and nobody else.
fn hosts(rank: Rank) -> Result<(), Refusal> {
    if rank == Rank::Host { Ok(()) } else { Err(Refusal::HostsOnly) }
}

/// What somebody of another community may do: speak where a group's reach lets them, answer, put kind words, see to their own
/// words; and what moderators do, in groups of their side that they look after. Nothing else, ever.
fn from_afar(action: Action, standing: &Standing) -> Result<(), Refusal> {
    match action {
        Action::OpenThread | Action::Reply | Action::React if standing.is_paused => Err(Refusal::PausedHere),
        Action::OpenThread | Action::Reply | Action::React => Ok(()),
        Action::EditOwn | Action::TakeBackOwn if standing.is_author => Ok(()),
        Action::EditOwn | Action::TakeBackOwn => Err(Refusal::NotYours),
        Action::LockThread | Action::PinThread | Action::DecideConcern => {
            if standing.role.is_some() {
                Ok(())
            } else {
                Err(Refusal::KeepersOnly)
            }
        }
        _ => Err(Refusal::MembersOnly),
    }
}

fn in_group(standing: &Standing) -> Result<(), Refusal> {
    if standing.role.is_some() { Ok(()) } else { Err(Refusal::MembersOnly) }
}

/// Keepers and hosts look after every group.
fn keeps_all(rank: Rank, otherwise: Refusal) -> Result<(), Refusal> {
    match rank {
        Rank::Keeper | Rank::Host => Ok(()),
        Rank::Member => Err(otherwise),
    }
}
