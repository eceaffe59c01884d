//! Concerns, why somebody tells, and why telling may be refused.

mod about;
mod pattern;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::concern;
use crate::events::safety::Event;
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, Moment, ReplyId, ThreadId};
use crate::policy;

pub use about::About;
pub use pattern::Pattern;

crate::id! {
    /// A concern. Random, 53 bits.
    ConcernId;
}

crate::id! {
    /// What another community told. Random, 53 bits.
    FlagId;
}

/// What another community may tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// Words: a thread, or a reply in it.
    Words(ThreadId, Option<ReplyId>),
    /// Somebody here.
    Person(FaceId),
    /// A group of this community.
    Group(GroupId),
}

/// What another community told of something here: never who there did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flagged {
    /// The community, by its name on the network.
    pub domain: String,
    /// In its words; may be empty.
    pub words: String,
}

/// What somebody adds in their own words; may be empty.
pub type Words = Bounded<0, 500, true>;

crate::text_enum! {
    /// Why somebody tells, the most urgent first.
    pub enum Reason {
        /// Somebody is in danger now.
        Danger = "danger",
        /// Worried about somebody: not a broken rule.
        Worried = "worried",
        /// Gives somebody away.
        Outing = "outing",
        /// Sells treatment, or leads people to a business.
        Solicitation = "solicitation",
        /// Advances that are not welcome, to newcomers above all.
        Advances = "advances",
        /// Seems to be paid for what they speak well of, and does not say so.
        Affiliation = "affiliation",
        /// Sells or looks for substances.
        Sourcing = "sourcing",
        /// Cruel or hateful.
        Cruel = "cruel",
        /// Medical advice that could harm.
        Advice = "advice",
        /// The same everywhere.
        Spam = "spam",
        /// Something else.
        Other = "other",
    }
}

impl Reason {
    /// Where a concern told for this reason stands in the queue: danger, outing and solicitation before all others.
    #[must_use]
    pub const fn urgency(self) -> i64 {
        match self {
            Self::Danger => 0,
            Self::Worried => policy::DISTRESS,
            Self::Outing => 2,
            Self::Solicitation => 3,
            Self::Advances | Self::Affiliation | Self::Sourcing | Self::Cruel => 9,
            Self::Advice | Self::Spam | Self::Other => 9,
        }
    }

    /// Whether several who tell of it, of one name, make a pattern.
    #[must_use]
    pub const fn adds_up(self) -> bool {
        matches!(self, Self::Solicitation | Self::Advances)
    }
}

/// The key of a reason's words.
#[must_use]
pub fn reason_label(reason: &Reason) -> String {
    format!("concern-reason-{}", reason.code())
}

crate::text_enum! {
    /// Who looks at a concern.
    pub enum Tier {
        /// Those who look after the group.
        Group = "group",
        /// Keepers and hosts.
        House = "house",
    }
}

crate::text_enum! {
    /// What those who told are told.
    pub enum Outcome {
        /// It waits.
        Waits = "",
        /// It stays as it is.
        Fine = "fine",
        /// Something was done.
        Acted = "acted",
    }
}

/// What a concern is about, found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The thread, or the one a reply is in.
    pub thread: Option<ThreadId>,
    /// The reply.
    pub reply: Option<ReplyId>,
    /// Whose words these are, or who it is about.
    pub face: Option<FaceId>,
    /// The group it is in.
    pub group: Option<GroupId>,
    /// Who looks at it.
    pub tier: Tier,
}

impl Subject {
    /// Somebody, whatever they said: for those who look after the community.
    #[must_use]
    pub const fn person(face: FaceId) -> Self {
        Self { thread: None, reply: None, face: Some(face), group: None, tier: Tier::House }
    }

    /// A group, and how it is looked after: for those who look after the community.
    #[must_use]
    pub const fn group(group: GroupId) -> Self {
        Self { thread: None, reply: None, face: None, group: Some(group), tier: Tier::House }
    }

    /// The group it is about: those who look after it do not look at this.
    #[must_use]
    pub fn past(&self) -> Option<GroupId> {
        self.group.filter(|_| self.thread.is_none() && self.face.is_none())
    }

    /// The news that it is told of, for those who look.
    #[must_use]
    pub fn told(&self, is_distress: bool) -> Event {
        let group = self.group.filter(|_| self.tier == Tier::Group);
        Event::ConcernTold { group, of: self.face, past: self.past(), is_distress }
    }

    /// The word that is the same for everybody who tells of this.
    #[must_use]
    pub fn word(&self) -> String {
        match (self.reply, self.thread, self.face, self.group) {
            (Some(reply), ..) => format!("reply:{reply}"),
            (None, Some(thread), ..) => format!("thread:{thread}"),
            (None, None, Some(face), _) => format!("face:{face}"),
            (None, None, None, Some(group)) => format!("group:{group}"),
            (None, None, None, None) => "community".to_owned(),
        }
    }
}

/// A concern as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = concern)]
pub struct Concern {
    /// Its id.
    pub id: ConcernId,
    /// What it is about, as a word.
    pub subject: String,
    /// The thread.
    pub thread_id: Option<ThreadId>,
    /// The reply; none: the thread itself.
    pub reply_id: Option<ReplyId>,
    /// Whose words these are, or who it is about; none: a group.
    pub face_id: Option<FaceId>,
    /// The group it is in.
    pub group_id: Option<GroupId>,
    /// Who looks.
    pub tier: Tier,
    /// How many told.
    pub people: i64,
    /// When it was told first, to the quarter hour.
    pub opened_at: Moment,
    /// The day it was decided; none: it waits.
    pub decided_on: Option<Day>,
    /// What those who told are told.
    pub outcome: Outcome,
    /// How urgent: 0 is the most.
    pub urgency: i64,
    /// Whether its writer asks to be looked out for.
    pub is_asked: bool,
    /// Whether its words meet the list of phrases.
    pub is_met: bool,
    /// The day its writer is asked how they are; none: they are not, or they were.
    pub after_on: Option<Day>,
    /// Whether the community that keeps it was told, where that is another.
    pub is_passed_on: bool,
    /// The day somebody took it or decided; none: nobody did.
    pub seen_on: Option<Day>,
    /// The sentence, if whoever decided shares it with those who told; empty: they do not.
    pub why: String,
}

impl Concern {
    /// Whether it is about somebody who may be in distress: it is looked at first, and hard steps take two people.
    #[must_use]
    pub const fn is_distress(&self) -> bool {
        self.urgency <= policy::DISTRESS
    }

    /// The group it is about: those who look after it do not look at this.
    #[must_use]
    pub fn past(&self) -> Option<GroupId> {
        self.group_id.filter(|_| self.thread_id.is_none() && self.face_id.is_none())
    }

    /// The news that it waits, for those who look.
    #[must_use]
    pub fn told(&self) -> Event {
        let group = self.group_id.filter(|_| self.tier == Tier::Group);
        Event::ConcernTold { group, of: self.face_id, past: self.past(), is_distress: self.is_distress() }
    }

    /// Whether it waits.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.decided_on.is_none()
    }
}

/// What somebody told, as they find it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Why they told.
    pub reason: Reason,
    /// What it was about.
    pub concern: Concern,
    /// Whether it waits, and nobody can look at it for now.
    pub is_unread: bool,
}

impl Told {
    /// The key of the words for what it was about.
    #[must_use]
    pub const fn about_key(&self) -> &'static str {
        match (self.concern.reply_id, self.concern.thread_id, self.concern.face_id) {
            (Some(_), ..) => "concern-about-reply",
            (None, Some(_), _) => "concern-about-thread",
            (None, None, Some(_)) => "concern-about-person",
            (None, None, None) => "concern-about-group",
        }
    }

    /// The key of the words for what came of it.
    #[must_use]
    pub const fn outcome_key(&self) -> &'static str {
        match self.concern.outcome {
            Outcome::Waits if self.is_unread => "concern-outcome-unread",
            Outcome::Waits if self.concern.seen_on.is_some() => "concern-outcome-seen",
            Outcome::Waits => "concern-outcome-waits",
            Outcome::Fine => "concern-outcome-fine",
            Outcome::Acted => "concern-outcome-acted",
        }
    }
}

/// Whether another community is told too, where that is about its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoesOn {
    /// It is not.
    Not,
    /// It is told what it is about, and why.
    Bare,
    /// The words, too.
    WithWords,
}

/// What somebody says.
#[derive(Debug, Clone)]
pub struct Telling {
    /// Why.
    pub reason: Reason,
    /// In their words.
    pub words: Words,
    /// Whether another community is told.
    pub goes_on: GoesOn,
    /// Whether these words are folded from now on, for whoever tells alone.
    pub folds: bool,
    /// Whether the words that came with a chip go along: only whom it was given to can let them.
    pub quotes: bool,
}

/// The job that tells another community.
pub const PASS_ON: &str = "pass-concern-on";

/// What another community is told: nothing of who told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PassedOn {
    /// The thread, or the one the reply is in.
    pub thread: Option<ThreadId>,
    /// The reply.
    pub reply: Option<ReplyId>,
    /// Whose words these are, or who it is about.
    pub face: Option<FaceId>,
    /// The group it is in.
    pub group: Option<GroupId>,
    /// Why, as its code.
    pub reason: String,
    /// What was said, if that is to go along.
    pub words: String,
}

/// Why telling is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is about oneself.
    #[error("this is yours: change it, take it back, or ask for support")]
    Own,
    /// Nobody said why.
    #[error("choose what is the matter")]
    ReasonMissing,
    /// As many as one may have at a time.
    #[error("as many as one may have told of for now")]
    TooMany,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Own => "concern-own",
            Self::ReasonMissing => "concern-reason",
            Self::TooMany => "concerns-too-many",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Own => kernel::Kind::Conflict,
            Self::ReasonMissing => kernel::Kind::Invalid,
            Self::TooMany => kernel::Kind::TooMany,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::ReasonMissing => Some("reason"),
            Self::Own | Self::TooMany => None,
        }
    }
}

#[test]
fn reasons_are_read_back_and_every_one_has_its_words() {
    let words = include_str!("../../../../frontend/locales/en/concerns.ftl");
    for reason in Reason::ALL {
        assert_eq!(Reason::parse(reason.code()), Some(*reason));
        assert!(words.contains(&format!("\n{} = ", reason_label(reason))), "{reason}");
    }
}

#[test]
fn danger_outing_and_solicitation_come_first() {
    let before = [Reason::Danger, Reason::Outing, Reason::Solicitation].map(Reason::urgency);
    assert!(before.iter().all(|urgency| *urgency < Reason::Cruel.urgency()));
    assert!(Reason::ALL.is_sorted_by_key(|reason| reason.urgency()));
}
