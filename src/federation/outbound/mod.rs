//! Whether news of what happens here may leave this server, by whose leave, and what is written then (decision 0026).

mod about;
mod audience;
mod following;
mod gone;
mod keeping;
mod listen;
mod relay;
mod store;
mod words;

pub use about::still_may;
pub use keeping::pass_concern_on;
pub use listen::{LATER, hear, hear_later};
pub use relay::{Came, pass_on};

use crate::db::Tx;
use crate::events::Event;
use crate::events::forum::Event as Forum;
use crate::events::identity::Event as Identity;
use crate::events::recovery::Event as Recovery;
use crate::events::safety::Event as Safety;
use crate::events::support::Event as Support;
use crate::federation::delivery::{self, Activity, Kind, Recipient};
use crate::kernel::{Error, FaceId, GroupId, ThreadId};

/// Puts something on its way: what it does to which object, the key that signs it, the body and what to ask before it goes.
fn sent(
    tx: &mut Tx<'_>,
    (kind, object): (Kind, &str),
    key_id: &str,
    (body, about): (Vec<u8>, String),
    to: &[Recipient],
) -> Result<(), Error> {
    let activity = Activity { kind, object: object.to_owned(), key_id: key_id.to_owned(), body, about };
    delivery::enqueue(tx, &activity, to)
}

/// Who may hear of an event beyond this server. "May": reach, the host's links and each community's rules narrow it further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// Nobody, ever.
    Never,
    /// Followers of a group whose posts may travel.
    ToFollowers(GroupId),
    /// Whoever a thread's own reach lets read it: nobody, partner communities, the open web.
    ByReach(ThreadId),
    /// Whoever was sent a thread in this group, so that those who do not follow its new one can let go of it; and those who do.
    FromTo(GroupId, ThreadId),
    /// Whoever was sent a thread, so that those its reach leaves out can let go of it.
    ToHoldersOf(ThreadId),
    /// As [`Leaves::ByReach`], and only if this face lets its kind words travel; an alias never does.
    ByReachAndChoice(ThreadId, FaceId),
    /// Whoever was sent words of this face, so that they can let go of them.
    ToHolders(FaceId),
    /// Followers of a group of ours and the community of somebody elsewhere, if it is about such a one; never of our own.
    OfSomebodyElsewhere(GroupId, FaceId),
    /// The community of a group elsewhere: that somebody here reads it, or nobody any more; never who.
    AsReader(GroupId),
}

impl Leaves {
    /// In words, for the table of events.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::ToFollowers(_) => "to followers of the group, if its posts may travel",
            Self::ByReach(_) => "as far as the thread's reach",
            Self::FromTo(..) => {
                "to communities that hold the thread, and as far as its reach in its new group"
            }
            Self::ToHoldersOf(_) => "to communities that hold the thread",
            Self::ByReachAndChoice(..) => "as far as the thread's reach, if its giver lets kind words travel",
            Self::ToHolders(_) => "to communities that hold words of theirs",
            Self::OfSomebodyElsewhere(..) => {
                "to followers of the group and to their own community, if they are of another"
            }
            Self::AsReader(_) => "that somebody reads a group elsewhere, to that group; never who",
        }
    }
}

/// Whether news of an event may leave this server. No `_` arm: a new event must answer.
#[must_use]
#[deny(clippy::wildcard_enum_match_arm)]
pub fn leaves(event: &Event) -> Leaves {
    match event {
        Event::Forum(event) => of_forum(event),
        Event::Identity(event) => of_identity(event),
        // How somebody is, and what they count, is for nobody elsewhere, whoever reads of it here.
        Event::Recovery(event) => match event {
            Recovery::CheckedIn { .. }
            | Recovery::CheckinTakenBack { .. }
            | Recovery::CounterChanged { .. }
            | Recovery::CircleTended { .. }
            | Recovery::CircleLookoutRaised { .. }
            | Recovery::MilestoneShown { .. }
            | Recovery::ChipGiven { .. }
            | Recovery::ChipTurned { .. } => Leaves::Never,
        },
        // Who told what, and what was decided of whom, is nobody's business elsewhere: what became of words is told above.
        Event::Safety(event) => match event {
            Safety::ConcernTold { .. }
            | Safety::Decided { .. }
            | Safety::TakenOutThere { .. }
            | Safety::LockedThere { .. }
            | Safety::KeptAwayThere { .. }
            | Safety::GivenBackThere { .. }
            | Safety::LetNearThere { .. }
            | Safety::CareGiven { .. }
            | Safety::FollowUpDue { .. }
            | Safety::TermEnding { .. }
            | Safety::TermEnded { .. }
            | Safety::DecisionAnswered { .. } => Leaves::Never,
        },
        // Whoever asks for company at night asks here, and those who listen are here: nobody elsewhere hears that anybody did.
        Event::Support(event) => match event {
            Support::AskRung { .. }
            | Support::AskClaimed { .. }
            | Support::RoomChanged { .. }
            | Support::LampChanged { .. }
            | Support::BuddyNoted { .. }
            | Support::BuddyQuiet { .. }
            | Support::BuddyNudged { .. } => Leaves::Never,
        },
    }
}

#[deny(clippy::wildcard_enum_match_arm)]
const fn of_forum(event: &Forum) -> Leaves {
    match *event {
        Forum::GroupStarted { .. }
        | Forum::LookoutRaised { .. }
        | Forum::SetbackTold { .. }
        | Forum::PeopleParted { .. }
        | Forum::WordsLetThrough { .. }
        | Forum::MembershipAsked { .. }
        | Forum::WordsHeld { .. }
        | Forum::WordsSentBack { .. }
        | Forum::TurnEnding { .. }
        | Forum::TurnEnded { .. }
        | Forum::RoleChanged { .. } => Leaves::Never,
        Forum::MemberJoined { group, .. } | Forum::MemberLeft { group, .. } => Leaves::AsReader(group),
        Forum::GroupChanged { group, .. } | Forum::GroupMoved { group, .. } => Leaves::ToFollowers(group),
        Forum::MemberPaused { group, face } | Forum::MemberLetBack { group, face } => {
            Leaves::OfSomebodyElsewhere(group, face)
        }
        Forum::ThreadNarrowed { thread, .. }
        | Forum::ThreadRemoved { thread, .. }
        | Forum::ThreadReturned { thread, .. }
        | Forum::ReplyRemoved { thread, .. }
        | Forum::ReplyReturned { thread, .. } => Leaves::ToHoldersOf(thread),
        Forum::ThreadMoved { thread, from, .. } => Leaves::FromTo(from, thread),
        Forum::ThreadOpened { thread, .. }
        | Forum::ThreadEdited { thread, .. }
        | Forum::ThreadTakenBack { thread, .. }
        | Forum::ThreadLocked { thread, .. }
        | Forum::ThreadUnlocked { thread, .. }
        | Forum::ThreadPinned { thread, .. }
        | Forum::ThreadUnpinned { thread, .. }
        | Forum::ReplyGiven { thread, .. }
        | Forum::ReplyEdited { thread, .. }
        | Forum::ReplyTakenBack { thread, .. } => Leaves::ByReach(thread),
        Forum::ReactionPut { thread, by, .. } | Forum::ReactionTakenBack { thread, by, .. } => {
            Leaves::ByReachAndChoice(thread, by)
        }
    }
}

#[deny(clippy::wildcard_enum_match_arm)]
const fn of_identity(event: &Identity) -> Leaves {
    match *event {
        Identity::MemberArrived { .. }
        | Identity::ArrivalAsked { .. }
        | Identity::InvitationSpent { .. }
        | Identity::StandingChanged { .. } => Leaves::Never,
        Identity::AccountErased { face, .. } | Identity::TieEnded { face, .. } => Leaves::ToHolders(face),
    }
}

#[test]
fn words_go_no_further_than_their_thread_and_people_go_nowhere() {
    let (group, thread, reply) = (GroupId(3), ThreadId(4), crate::kernel::ReplyId(9));
    let (face, by, to) = (FaceId(7), FaceId(1), FaceId(2));
    check(Forum::ThreadOpened { thread, group, by }, Leaves::ByReach(thread));
    check(Forum::ThreadNarrowed { thread, by }, Leaves::ToHoldersOf(thread));
    check(Forum::ThreadMoved { thread, from: group, by }, Leaves::FromTo(group, thread));
    check(Forum::ReplyGiven { reply, thread, by, to }, Leaves::ByReach(thread));
    check(Forum::ReactionPut { thread, reply: None, by, to }, Leaves::ByReachAndChoice(thread, by));
    check(Forum::MemberJoined { group, face, by }, Leaves::AsReader(group));
    check(Forum::MembershipAsked { group, face }, Leaves::Never);
    let lookout = Forum::LookoutRaised { thread, reply: None, is_asked: true, is_met: true };
    check(lookout, Leaves::Never);
    check(Forum::SetbackTold { thread, by }, Leaves::Never);
    check(Forum::PeopleParted { by, from: to }, Leaves::Never);
    check(Forum::WordsLetThrough { thread, reply: None, face: by }, Leaves::Never);
    check(Recovery::CheckedIn { face, group: Some(group) }, Leaves::Never);
    check(Recovery::CounterChanged { face }, Leaves::Never);
    check(Recovery::CircleTended { by: face }, Leaves::Never);
    check(Recovery::CircleLookoutRaised { face }, Leaves::Never);
    check(Recovery::MilestoneShown { face }, Leaves::Never);
    check(Recovery::ChipGiven { by, to }, Leaves::Never);
    check(Recovery::ChipTurned { face }, Leaves::Never);
    let ask = crate::kernel::AskId(5);
    check(Support::AskRung { ask }, Leaves::Never);
    check(Support::AskClaimed { ask }, Leaves::Never);
    check(Support::RoomChanged { ask, by }, Leaves::Never);
    check(Support::LampChanged { face }, Leaves::Never);
    check(Support::BuddyNoted { by: face, to }, Leaves::Never);
    check(Support::BuddyQuiet { by: face, to, by_looks: true }, Leaves::Never);
    check(Support::BuddyNudged { by: face, to }, Leaves::Never);
    check(Identity::MemberArrived { face }, Leaves::Never);
    check(Identity::InvitationSpent { face, group: Some(group), by }, Leaves::Never);
    check(Identity::AccountErased { face, takes_words_back: false }, Leaves::ToHolders(face));

    #[track_caller]
    fn check(event: impl Into<Event>, expected: Leaves) {
        assert_eq!(leaves(&event.into()), expected);
    }
}
