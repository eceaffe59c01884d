//! What can happen in groups.

use serde::{Deserialize, Serialize};

use super::Listener;
use crate::kernel::{FaceId, GroupId, ReplyId, ThreadId};

/// News of groups, threads and replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// Somebody started a group.
    GroupStarted { group: GroupId, by: FaceId },
    /// A group's words or rules changed.
    GroupChanged { group: GroupId, by: FaceId },
    /// A group has gone to another community: those who look after it say so.
    GroupMoved { group: GroupId, by: FaceId },
    /// Somebody asked to join a group.
    MembershipAsked { group: GroupId, face: FaceId },
    /// Somebody is in a group now; `by` let them in, or is the same face.
    MemberJoined { group: GroupId, face: FaceId, by: FaceId },
    /// Somebody left a group.
    MemberLeft { group: GroupId, face: FaceId },
    /// Somebody's role in a group changed.
    RoleChanged { group: GroupId, face: FaceId, by: FaceId },
    /// Somebody's turn in a group ends within days.
    TurnEnding { group: GroupId, face: FaceId },
    /// Somebody's turn in a group is over.
    TurnEnded { group: GroupId, face: FaceId },
    /// Somebody may not speak in a group, until a day or without an end: those who look after it say so.
    MemberPaused { group: GroupId, face: FaceId },
    /// Somebody who was paused in a group may speak there again.
    MemberLetBack { group: GroupId, face: FaceId },
    /// Words wait for those who look after a group.
    WordsHeld { group: GroupId },
    /// Words that waited came back to the member who wrote them.
    WordsSentBack { group: GroupId, face: FaceId },
    /// Words that waited can be read: whoever wrote them, under a name of their own, hears of it.
    WordsLetThrough { thread: ThreadId, reply: Option<ReplyId>, face: FaceId },
    /// A thread was opened.
    ThreadOpened { thread: ThreadId, group: GroupId, by: FaceId },
    /// A thread's words changed.
    ThreadEdited { thread: ThreadId, by: FaceId },
    /// A thread travels less far than before; its writer said so.
    ThreadNarrowed { thread: ThreadId, by: FaceId },
    /// A thread was moved here from another group by those who look after both; or back.
    ThreadMoved { thread: ThreadId, from: GroupId, by: FaceId },
    /// A thread was taken back by its writer.
    ThreadTakenBack { thread: ThreadId, by: FaceId },
    /// A thread can no longer be answered.
    ThreadLocked { thread: ThreadId, by: FaceId },
    /// A thread can be answered again.
    ThreadUnlocked { thread: ThreadId, by: FaceId },
    /// A thread stays at the top of its group.
    ThreadPinned { thread: ThreadId, by: FaceId },
    /// A thread no longer stays at the top.
    ThreadUnpinned { thread: ThreadId, by: FaceId },
    /// A thread was put out of sight by those who look after its group.
    ThreadRemoved { thread: ThreadId, by: FaceId },
    /// A thread that was out of sight is back.
    ThreadReturned { thread: ThreadId, by: FaceId },
    /// A reply was put out of sight by those who look after its group.
    ReplyRemoved { reply: ReplyId, thread: ThreadId, by: FaceId },
    /// A reply that was out of sight is back.
    ReplyReturned { reply: ReplyId, thread: ThreadId, by: FaceId },
    /// A reply was given; `to` wrote what it answers.
    ReplyGiven { reply: ReplyId, thread: ThreadId, by: FaceId, to: FaceId },
    /// A reply's words changed.
    ReplyEdited { reply: ReplyId, thread: ThreadId, by: FaceId },
    /// A reply was taken back by its writer.
    ReplyTakenBack { reply: ReplyId, thread: ThreadId, by: FaceId },
    /// Whoever wrote a post may need somebody: they ask for that, or their words meet the list of phrases. For those who
    /// look after things here, and for nobody else.
    LookoutRaised { thread: ThreadId, reply: Option<ReplyId>, is_asked: bool, is_met: bool },
    /// Whoever told of a setback wants to be asked how they are. For nobody else.
    SetbackTold { thread: ThreadId, by: FaceId },
    /// Somebody blocked somebody: what the two were in together ends. For nobody else.
    PeopleParted { by: FaceId, from: FaceId },
    /// Somebody put a kind word under a post (`reply` is none for the thread itself), or changed it.
    ReactionPut { thread: ThreadId, reply: Option<ReplyId>, by: FaceId, to: FaceId },
    /// Somebody took their kind word back.
    ReactionTakenBack { thread: ThreadId, reply: Option<ReplyId>, by: FaceId },
}

impl Event {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::GroupStarted { .. } => "GroupStarted",
            Self::GroupChanged { .. } => "GroupChanged",
            Self::GroupMoved { .. } => "GroupMoved",
            Self::MembershipAsked { .. } => "MembershipAsked",
            Self::MemberJoined { .. } => "MemberJoined",
            Self::MemberLeft { .. } => "MemberLeft",
            Self::RoleChanged { .. } => "RoleChanged",
            Self::TurnEnding { .. } => "TurnEnding",
            Self::TurnEnded { .. } => "TurnEnded",
            Self::MemberPaused { .. } => "MemberPaused",
            Self::MemberLetBack { .. } => "MemberLetBack",
            Self::WordsHeld { .. } => "WordsHeld",
            Self::WordsSentBack { .. } => "WordsSentBack",
            Self::WordsLetThrough { .. } => "WordsLetThrough",
            Self::ThreadOpened { .. } => "ThreadOpened",
            Self::ThreadEdited { .. } => "ThreadEdited",
            Self::ThreadNarrowed { .. } => "ThreadNarrowed",
            Self::ThreadMoved { .. } => "ThreadMoved",
            Self::ThreadTakenBack { .. } => "ThreadTakenBack",
            Self::ThreadLocked { .. } => "ThreadLocked",
            Self::ThreadUnlocked { .. } => "ThreadUnlocked",
            Self::ThreadPinned { .. } => "ThreadPinned",
            Self::ThreadUnpinned { .. } => "ThreadUnpinned",
            Self::ThreadRemoved { .. } => "ThreadRemoved",
            Self::ThreadReturned { .. } => "ThreadReturned",
            Self::ReplyRemoved { .. } => "ReplyRemoved",
            Self::ReplyReturned { .. } => "ReplyReturned",
            Self::ReplyGiven { .. } => "ReplyGiven",
            Self::ReplyEdited { .. } => "ReplyEdited",
            Self::ReplyTakenBack { .. } => "ReplyTakenBack",
            Self::LookoutRaised { .. } => "LookoutRaised",
            Self::SetbackTold { .. } => "SetbackTold",
            Self::PeopleParted { .. } => "PeopleParted",
            Self::ReactionPut { .. } => "ReactionPut",
            Self::ReactionTakenBack { .. } => "ReactionTakenBack",
        }
    }

    /// Who hears of it.
    #[must_use]
    pub const fn listeners(&self) -> &'static [Listener] {
        match self {
            Self::ThreadOpened { .. } | Self::ThreadEdited { .. } | Self::ThreadTakenBack { .. } => {
                &[Listener::Search, Listener::Federation]
            }
            Self::ReplyEdited { .. } | Self::ReplyTakenBack { .. } => {
                &[Listener::Search, Listener::Federation]
            }
            Self::ThreadRemoved { .. } | Self::ThreadReturned { .. } => &[Listener::Federation],
            Self::ReplyRemoved { .. } | Self::ReplyReturned { .. } => &[Listener::Federation],
            Self::ReplyGiven { .. } => &[Listener::Notify, Listener::Search, Listener::Federation],
            Self::ReactionPut { .. } | Self::MemberJoined { .. } => &[Listener::Notify, Listener::Federation],
            Self::MembershipAsked { .. } | Self::RoleChanged { .. } => &[Listener::Notify],
            Self::WordsHeld { .. } | Self::WordsSentBack { .. } | Self::WordsLetThrough { .. } => {
                &[Listener::Notify]
            }
            Self::TurnEnding { .. } | Self::TurnEnded { .. } => &[Listener::Notify],
            Self::GroupStarted { .. } => &[],
            Self::LookoutRaised { .. } | Self::SetbackTold { .. } => &[Listener::Safety],
            Self::PeopleParted { .. } => &[Listener::Support],
            Self::MemberPaused { .. } => &[Listener::Support, Listener::Federation],
            Self::GroupMoved { .. } | Self::MemberLetBack { .. } => &[Listener::Federation],
            Self::MemberLeft { .. } => &[Listener::Forum, Listener::Federation],
            Self::GroupChanged { .. } | Self::ReactionTakenBack { .. } => &[Listener::Federation],
            Self::ThreadMoved { .. } => &[Listener::Federation],
            Self::ThreadNarrowed { .. } | Self::ThreadLocked { .. } | Self::ThreadUnlocked { .. } => {
                &[Listener::Federation]
            }
            Self::ThreadPinned { .. } | Self::ThreadUnpinned { .. } => &[Listener::Federation],
        }
    }
}
