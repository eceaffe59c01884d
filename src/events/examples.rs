//! One of each event, for tables and tests that must not miss one.

use super::{Event, forum, identity};
use crate::kernel::{FaceId, GroupId, ReplyId, ThreadId};

impl Event {
    /// One of each event, in the order of their declarations.
    #[must_use]
    pub fn one_of_each() -> Vec<Self> {
        use forum::Event as Forum;
        use identity::Event as Identity;
        let (group, thread, reply) = (GroupId(1), ThreadId(2), ReplyId(3));
        let (face, by, to) = (FaceId(4), FaceId(5), FaceId(6));
        vec![
            Forum::GroupStarted { group, by }.into(),
            Forum::GroupChanged { group, by }.into(),
            Forum::MembershipAsked { group, face }.into(),
            Forum::MemberJoined { group, face, by }.into(),
            Forum::MemberLeft { group, face }.into(),
            Forum::RoleChanged { group, face, by }.into(),
            Forum::ThreadOpened { thread, group, by }.into(),
            Forum::ThreadEdited { thread, by }.into(),
            Forum::ThreadTakenBack { thread, by }.into(),
            Forum::ThreadLocked { thread, by }.into(),
            Forum::ThreadUnlocked { thread, by }.into(),
            Forum::ThreadPinned { thread, by }.into(),
            Forum::ThreadUnpinned { thread, by }.into(),
            Forum::ReplyGiven { reply, thread, by, to }.into(),
            Forum::ReplyEdited { reply, thread, by }.into(),
            Forum::ReplyTakenBack { reply, thread, by }.into(),
            Forum::ReactionPut { thread, reply: Some(reply), by, to }.into(),
            Forum::ReactionTakenBack { thread, reply: None, by }.into(),
            Identity::MemberArrived { face }.into(),
            Identity::InvitationSpent { face, group: Some(group), by }.into(),
            Identity::ArrivalAsked { face }.into(),
            Identity::StandingChanged { face }.into(),
            Identity::AccountErased { face, takes_words_back: true }.into(),
        ]
    }
}

#[test]
fn no_event_is_missing() {
    let source = concat!(include_str!("forum.rs"), include_str!("identity.rs"));
    let named: Vec<&str> = source
        .lines()
        .filter_map(|line| {
            line.trim().strip_prefix("Self::")?.split_once(" { .. } => \"")?.1.strip_suffix("\",")
        })
        .collect();
    let given: Vec<&str> = Event::one_of_each().iter().map(Event::name).collect();
    assert_eq!(given, named);
}
