//! Whether news of an event may leave this server, answered once for each, before anything can be sent.

use super::{Event, forum, identity};

crate::text_enum! {
    /// Whether news may leave.
    pub enum Leaves {
        /// It stays here, whatever is linked.
        Never = "never",
        /// As far as the reach of the words it is about, and no further.
        WithReach = "with-reach",
    }
}

impl Event {
    /// Whether it may leave. No `_` arm: a new event must answer.
    #[must_use]
    pub const fn leaves(&self) -> Leaves {
        match self {
            Self::Forum(event) => of_forum(event),
            Self::Identity(event) => of_identity(event),
        }
    }
}

const fn of_forum(event: &forum::Event) -> Leaves {
    use forum::Event;
    match event {
        Event::ThreadOpened { .. } | Event::ThreadEdited { .. } | Event::ThreadTakenBack { .. } => {
            Leaves::WithReach
        }
        Event::ThreadLocked { .. } | Event::ThreadUnlocked { .. } => Leaves::WithReach,
        Event::ReplyGiven { .. } | Event::ReplyEdited { .. } | Event::ReplyTakenBack { .. } => {
            Leaves::WithReach
        }
        Event::ReactionPut { .. } | Event::ReactionTakenBack { .. } => Leaves::WithReach,
        // What a group is called travels when somebody asks for it; who is in it never does.
        Event::GroupStarted { .. } | Event::GroupChanged { .. } => Leaves::Never,
        Event::MembershipAsked { .. } | Event::MemberJoined { .. } | Event::MemberLeft { .. } => {
            Leaves::Never
        }
        Event::RoleChanged { .. } => Leaves::Never,
        Event::ThreadPinned { .. } | Event::ThreadUnpinned { .. } => Leaves::Never,
    }
}

const fn of_identity(event: &identity::Event) -> Leaves {
    use identity::Event;
    match event {
        Event::MemberArrived { .. } | Event::ArrivalAsked { .. } | Event::StandingChanged { .. } => {
            Leaves::Never
        }
        Event::InvitationSpent { .. } => Leaves::Never,
        // The words that were taken back each say so themselves.
        Event::AccountErased { .. } => Leaves::Never,
    }
}
