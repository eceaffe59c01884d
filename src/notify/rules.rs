//! Who is told of what. No `_` arm: a new event must answer.

use super::inbox::Kind;
use crate::events::Event;
use crate::events::forum::Event as Forum;
use crate::events::identity::Event as Identity;
use crate::events::safety::{Event as Safety, There};
use crate::events::support::Event as Support;
use crate::kernel::{AskId, FaceId, GroupId, ReplyId, ThreadId};
use crate::policy::Role;
use crate::support::buddies::Note;

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// One face.
    Face(FaceId),
    /// Those who look after a group.
    KeepersOf(GroupId),
    /// Those who look after a group, and those with a part of their own in it.
    Serving(GroupId, Role),
    /// The community's hosts.
    Hosts,
    /// Those who look after the whole community: keepers and hosts.
    House,
    /// Those who may be asked for company now.
    Listeners(AskId),
    /// Whoever asked for it.
    Asker(AskId),
}

/// What it is about; notices of one kind about one thing are one notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A thread, and the reply that was given to it.
    Thread(ThreadId, Option<ReplyId>),
    /// A reply of one's own.
    Reply(ThreadId, ReplyId),
    /// A group.
    Group(GroupId),
    /// What was decided in a group of another community.
    There(GroupId, There),
    /// Somebody with whom they look out for each other.
    Buddy(FaceId),
    /// A thread of theirs, under which somebody sends them this line.
    Note {
        /// The thread.
        thread: ThreadId,
        /// The line.
        note: Note,
        /// Who sends it.
        from: FaceId,
    },
    /// The community, or one's place in it.
    Community,
}

/// One thing to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// Who is told.
    pub to: To,
    /// What sort of news.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Whose doing it is.
    pub from: Option<FaceId>,
    /// Who is not told, and not named either: what it is about.
    pub spares: Option<FaceId>,
    /// Those who look after this group are not told either: it is about the group.
    pub past: Option<GroupId>,
}

/// What is to be told of an event; nobody hears of their own doing.
#[must_use]
#[deny(clippy::wildcard_enum_match_arm)]
pub fn news_of(event: &Event) -> Option<News> {
    let news = match event {
        Event::Forum(event) => of_forum(event),
        Event::Recovery(_) => None,
        Event::Safety(event) => Some(of_safety(event)),
        Event::Support(event) => of_support(event),
        Event::Identity(event) => match event {
            Identity::ArrivalAsked { face } => tell(To::Hosts, Kind::Arrival, About::Community, Some(*face)),
            Identity::StandingChanged { face } => {
                tell(To::Face(*face), Kind::Standing, About::Community, None)
            }
            Identity::MemberArrived { .. }
            | Identity::InvitationSpent { .. }
            | Identity::AccountErased { .. }
            | Identity::TieEnded { .. } => None,
        },
    };
    news.filter(|news| news.from.is_none_or(|from| news.to != To::Face(from)))
}

#[deny(clippy::wildcard_enum_match_arm)]
fn of_forum(event: &Forum) -> Option<News> {
    match *event {
        Forum::ReplyGiven { reply, thread, by, to } => {
            tell(To::Face(to), Kind::Reply, About::Thread(thread, Some(reply)), Some(by))
        }
        Forum::ReactionPut { thread, reply, by, to } => {
            let about = reply.map_or(About::Thread(thread, None), |reply| About::Reply(thread, reply));
            tell(To::Face(to), Kind::Reaction, about, Some(by))
        }
        Forum::MembershipAsked { group, face } => {
            tell(To::Serving(group, Role::Greeter), Kind::Asked, About::Group(group), Some(face))
        }
        Forum::MemberJoined { group, face, by } => {
            tell(To::Face(face), Kind::LetIn, About::Group(group), Some(by))
        }
        Forum::RoleChanged { group, face, by } => {
            tell(To::Face(face), Kind::Role, About::Group(group), Some(by))
        }
        Forum::TurnEnding { group, face } => tell(To::Face(face), Kind::TurnEnds, About::Group(group), None),
        Forum::TurnEnded { group, face } => tell(To::Face(face), Kind::TurnOver, About::Group(group), None),
        Forum::WordsHeld { group } => tell(To::KeepersOf(group), Kind::Held, About::Group(group), None),
        Forum::WordsSentBack { group, face } => {
            tell(To::Face(face), Kind::SentBack, About::Group(group), None)
        }
        Forum::WordsLetThrough { thread, reply, face } => {
            let about = reply.map_or(About::Thread(thread, None), |reply| About::Reply(thread, reply));
            tell(To::Face(face), Kind::LetThrough, about, None)
        }
        Forum::GroupStarted { .. }
        | Forum::LookoutRaised { .. }
        | Forum::SetbackTold { .. }
        | Forum::PeopleParted { .. }
        | Forum::GroupChanged { .. }
        | Forum::GroupMoved { .. }
        | Forum::MemberPaused { .. }
        | Forum::MemberLetBack { .. }
        | Forum::MemberLeft { .. }
        | Forum::ThreadOpened { .. }
        | Forum::ThreadEdited { .. }
        | Forum::ThreadNarrowed { .. }
        | Forum::ThreadMoved { .. }
        | Forum::ThreadTakenBack { .. }
        | Forum::ThreadLocked { .. }
        | Forum::ThreadUnlocked { .. }
        | Forum::ThreadPinned { .. }
        | Forum::ThreadUnpinned { .. }
        | Forum::ThreadRemoved { .. }
        | Forum::ThreadReturned { .. }
        | Forum::ReplyRemoved { .. }
        | Forum::ReplyReturned { .. }
        | Forum::ReplyEdited { .. }
        | Forum::ReplyTakenBack { .. }
        | Forum::ReactionTakenBack { .. } => None,
    }
}

/// Of asks nobody is named: who asked, and who came, is gone within a day, and a notice stays longer. Buddies know each other.
#[deny(clippy::wildcard_enum_match_arm)]
fn of_support(event: &Support) -> Option<News> {
    match *event {
        Support::AskRung { ask } => tell(To::Listeners(ask), Kind::Company, About::Community, None),
        Support::AskClaimed { ask } => tell(To::Asker(ask), Kind::WithYou, About::Community, None),
        Support::BuddyNoted { by, to } => tell(To::Face(to), Kind::Buddy, About::Community, Some(by)),
        Support::BuddyQuiet { by, to, .. } => tell(To::Face(to), Kind::Quiet, About::Buddy(by), Some(by)),
        Support::BuddyNudged { by, to } => tell(To::Face(to), Kind::Nudge, About::Buddy(by), Some(by)),
        Support::RoomChanged { .. } | Support::LampChanged { .. } => None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "reads as the answer of each arm")]
fn tell(to: To, kind: Kind, about: About, from: Option<FaceId>) -> Option<News> {
    Some(News { to, kind, about, from, spares: None, past: None })
}

/// Nobody is named: who told is told to nobody, and who decided is in the log of those who look after things.
const fn of_safety(event: &Safety) -> News {
    let (to, kind, group, spares, past) = match *event {
        Safety::ConcernTold { group: Some(at), of, past, is_distress: true } => {
            (To::Serving(at, Role::Responder), Kind::Concern, Some(at), of, past)
        }
        Safety::ConcernTold { group, of, past, .. } => (keepers(group), Kind::Concern, group, of, past),
        Safety::DecisionAnswered { group, by } => (keepers(group), Kind::Concern, group, by, None),
        Safety::CareGiven { face } => (To::Face(face), Kind::Care, None, None, None),
        Safety::FollowUpDue { face } => (To::Face(face), Kind::FollowUp, None, None, None),
        Safety::TermEnding { face } => (To::Face(face), Kind::TurnEnds, None, None, None),
        Safety::TermEnded { face } => (To::Face(face), Kind::TurnOver, None, None, None),
        Safety::Decided { face, group } => (To::Face(face), Kind::Decision, group, None, None),
        Safety::TakenOutThere { face, group } => return there(face, group, There::Out),
        Safety::LockedThere { face, group } => return there(face, group, There::Locked),
        Safety::KeptAwayThere { face, group } => return there(face, group, There::Away),
        Safety::GivenBackThere { face, group } => return there(face, group, There::Back),
        Safety::LetNearThere { face, group } => return there(face, group, There::Near),
    };
    let about = match group {
        Some(group) => About::Group(group),
        None => About::Community,
    };
    News { to, kind, about, from: None, spares, past }
}

/// What was decided in a group of another community: nobody there is named.
const fn there(face: FaceId, group: GroupId, did: There) -> News {
    let about = About::There(group, did);
    News { to: To::Face(face), kind: Kind::There, about, from: None, spares: None, past: None }
}

const fn keepers(group: Option<GroupId>) -> To {
    match group {
        Some(group) => To::KeepersOf(group),
        None => To::House,
    }
}

impl About {
    /// The word that makes notices about one thing one notice.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Self::Thread(thread, _) => format!("thread:{thread}"),
            Self::Reply(_, reply) => format!("reply:{reply}"),
            Self::Group(group) => format!("group:{group}"),
            Self::There(group, did) => format!("there:{did}:{group}"),
            Self::Buddy(face) => format!("buddy:{face}"),
            Self::Note { thread, note, from } => format!("note:{note}:{thread}:{from}"),
            Self::Community => "community".to_owned(),
        }
    }

    /// The rows it names: thread, reply, group.
    #[must_use]
    pub const fn parts(&self) -> (Option<ThreadId>, Option<ReplyId>, Option<GroupId>) {
        match *self {
            Self::Thread(thread, reply) => (Some(thread), reply, None),
            Self::Reply(thread, reply) => (Some(thread), Some(reply), None),
            Self::Note { thread, .. } => (Some(thread), None, None),
            Self::Group(group) | Self::There(group, _) => (None, None, Some(group)),
            Self::Buddy(_) | Self::Community => (None, None, None),
        }
    }
}

#[test]
fn nobody_hears_of_their_own_doing() {
    let (ada, maya) = (FaceId(1), FaceId(2));
    let given = |by, to| Event::from(Forum::ReplyGiven { reply: ReplyId(3), thread: ThreadId(4), by, to });
    assert_eq!(news_of(&given(ada, maya)).map(|news| news.to), Some(To::Face(maya)));
    assert_eq!(news_of(&given(ada, ada)), None);
    let joined = |by| Event::from(Forum::MemberJoined { group: GroupId(5), face: maya, by });
    assert_eq!(news_of(&joined(ada)).map(|news| news.kind), Some(Kind::LetIn));
    assert_eq!(news_of(&joined(maya)), None);
}
