//! What is held against a group's rules, what comes of it, and why it may say no.

use super::{Home, Why};
use crate::forum::content_notes::ContentNote;
use crate::forum::groups::Group;
use crate::forum::threads::Thread;
use crate::identity::newcomers::Settling;
use crate::kernel::{self, FaceId, GroupId, ThreadId};

/// Words on their way, and where to.
#[derive(Debug, Clone)]
pub struct Piece<'a> {
    /// The group.
    pub group: &'a Group,
    /// The thread they answer; none: a new one.
    pub thread: Option<&'a Thread>,
    /// All that is said: title, words, a note of the writer's own.
    pub words: String,
    /// Content notes they bear already.
    pub notes: &'a [ContentNote],
    /// The words in whose place they come; empty: none.
    pub stood: &'a str,
    /// Whether the same was said in several places lately.
    pub is_repeated: bool,
}

/// Whoever wrote them, as far as rules may know: of an alias, nothing that is its holder's but since when they are in the
/// group, and that only ever refuses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own; together they are no state")]
pub struct Writer {
    /// Whether they speak as an alias.
    pub is_alias: bool,
    /// Whether they are of another community.
    pub is_far: bool,
    /// Whether something under this name stands in the group.
    pub is_known: bool,
    /// Whether they came to the community lately.
    pub is_new: bool,
    /// Whether they look after the group, under their own name.
    pub looks_after: bool,
    /// Weeks for which they have been in the group; none: they are not.
    pub weeks: Option<i64>,
    /// Whether they are new to the community, under whichever name: it only ever refuses, and only they read that.
    pub is_newcomer: bool,
    /// Whether they wrote the thread they answer, under this name.
    pub is_own_thread: bool,
    /// What they wait for, who came lately.
    pub settling: Option<Settling>,
    /// Whether they declared whom they work for, and speak as an alias: it only ever refuses, likewise.
    pub hides_label: bool,
}

/// What comes of holding words against rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Content notes to offer.
    pub notes: Vec<ContentNote>,
    /// Better homes to offer.
    pub homes: Vec<Home>,
    /// Sentences that go with what is offered.
    pub sentences: Vec<String>,
    /// Whether the words begin by telling somebody what to do.
    pub says_you: bool,
    /// Content notes to fold them behind.
    pub fold: Vec<ContentNote>,
    /// Why they wait for a look; none: they stand.
    pub hold: Option<Why>,
    /// Why they are not taken; none: they are.
    pub refuse: Option<Refusal>,
    /// Minutes that lie between two things under this name; 0: none.
    pub wait: i64,
    /// The same for somebody who came lately; 0: none.
    pub gentle: i64,
}

/// The time between two things under one name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// Minutes; 0: none.
    pub minutes: i64,
    /// Whether it is because somebody came lately, and said so.
    pub is_gentle: bool,
}

impl Pace {
    /// The refusal, as it is said to whoever came lately.
    #[must_use]
    pub fn said(self, refusal: Refusal) -> Refusal {
        match refusal {
            Refusal::Pace { minutes } if self.is_gentle => Refusal::Gentle { minutes },
            other => other,
        }
    }
}

impl Verdict {
    /// Whether there is something to ask the writer before the words stand.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.notes.is_empty() || !self.homes.is_empty() || self.says_you
    }

    /// The time that lies between these words and others under this name. Whoever came lately and asks for somebody, or tells
    /// of a setback, waits no longer than others do.
    #[must_use]
    pub const fn pace(&self, is_urgent: bool) -> Pace {
        if is_urgent || self.gentle <= self.wait {
            return Pace { minutes: self.wait, is_gentle: false };
        }
        Pace { minutes: self.gentle, is_gentle: true }
    }

    /// Whether the words are taken: not where they are refused, nor, unless the writer goes on, where something is asked.
    ///
    /// # Errors
    /// `rules-words`, `rules-members`, `rules-weeks`, `rules-reads-along`, `settling-links`, `newcomer-shielded`,
    /// `affiliation-alias`; `rules-asks`.
    pub fn check(&self, goes_on: bool) -> Result<(), Refusal> {
        match &self.refuse {
            Some(refusal) => Err(refusal.clone()),
            None if !goes_on && self.asks() => Err(Refusal::Asks),
            None => Ok(()),
        }
    }

    /// The same for words that stand already: a change cannot wait, and is asked nothing.
    ///
    /// # Errors
    /// As [`Verdict::check`], and `rules-change`.
    pub fn check_change(&self) -> Result<(), Refusal> {
        match (&self.refuse, self.hold) {
            (Some(refusal), _) => Err(refusal.clone()),
            (None, Some(why)) if matches!(why, Why::Words | Why::Links) || why.is_selling() => {
                Err(Refusal::Change)
            }
            (None, _) => Ok(()),
        }
    }

    /// Content notes with those that the words are folded behind.
    #[must_use]
    pub fn folded(&self, notes: &[ContentNote]) -> Vec<ContentNote> {
        if self.fold.is_empty() {
            return notes.to_vec();
        }
        let has = |note: &ContentNote| notes.contains(note) || self.fold.contains(note);
        ContentNote::ALL.iter().copied().filter(has).collect()
    }
}

/// Somebody, or a thread, to go slower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slow {
    /// Where.
    pub group: GroupId,
    /// In this thread; none: anywhere there.
    pub thread: Option<ThreadId>,
    /// Whoever this is; none: everybody.
    pub face: Option<FaceId>,
}

/// Why rules may say no.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A line is met that says so, with this sentence.
    #[error("these words are not taken here")]
    Words {
        /// The sentence of those who look after the group; empty: none.
        sentence: String,
    },
    /// Sharing is for members.
    #[error("for members of this group")]
    Members,
    /// Sharing is for members of some weeks.
    #[error("for members who have been here for a while")]
    Weeks {
        /// How many.
        weeks: i64,
    },
    /// Those who look after the group decided that they read along for some days.
    #[error("they read along here for now")]
    ReadsAlong {
        /// How many.
        days: i64,
    },
    /// Those who look after the community decided that they read along everywhere for some days.
    #[error("they read along in this community for now")]
    ReadsAlongHere {
        /// How many.
        days: i64,
    },
    /// Something is offered first.
    #[error("something is offered before these words are sent")]
    Asks,
    /// New words in the place of those that stand cannot wait for a look.
    #[error("a change cannot wait for a look")]
    Change,
    /// Too soon after the last.
    #[error("this group takes its time")]
    Pace {
        /// Minutes until the next.
        minutes: i64,
    },
    /// Too soon after the last, in somebody's first days.
    #[error("a little time lies between two things in the first days")]
    Gentle {
        /// Minutes until the next.
        minutes: i64,
    },
    /// Links wait in somebody's first days.
    #[error("links open after the first days")]
    Settling(Settling),
    /// A newcomer asked that those answer who have been here a while.
    #[error("who wrote this asked for answers of people who have been here a while")]
    Shielded,
    /// Whoever declared whom they work for does not speak as an alias where groups ask for that.
    #[error("here one speaks under the name that says whom one works for")]
    Label,
    /// Something was left open in the form of the rules.
    #[error("choose one of these")]
    Unchosen {
        /// The field.
        field: &'static str,
    },
    /// A pace has so many minutes.
    #[error("a pace takes 0 to 1440 minutes")]
    Minutes,
    /// A line is made of words, phrases or domains.
    #[error("there is nothing to look for in this line")]
    Empty,
    /// As many lines as a group may have.
    #[error("there are as many lines as a group may have")]
    TooMany,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Words { .. } => "rules-words",
            Self::Members => "rules-members",
            Self::Weeks { .. } => "rules-weeks",
            Self::ReadsAlong { .. } => "rules-reads-along",
            Self::ReadsAlongHere { .. } => "rules-reads-along-here",
            Self::Asks => "rules-asks",
            Self::Change => "rules-change",
            Self::Pace { .. } => "rules-pace",
            Self::Gentle { .. } => "newcomer-pace",
            Self::Settling(_) => "settling-links",
            Self::Shielded => "newcomer-shielded",
            Self::Label => "affiliation-alias",
            Self::Unchosen { .. } => "rules-unchosen",
            Self::Minutes => "rules-minutes",
            Self::Empty => "rules-empty",
            Self::TooMany => "rules-too-many",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Words { .. } | Self::Asks | Self::Change => kernel::Kind::Invalid,
            Self::Unchosen { .. } | Self::Minutes | Self::Empty => kernel::Kind::Invalid,
            Self::Members | Self::Weeks { .. } | Self::TooMany => kernel::Kind::Conflict,
            Self::ReadsAlong { .. } | Self::ReadsAlongHere { .. } => kernel::Kind::Conflict,
            Self::Settling(_) | Self::Shielded | Self::Label => kernel::Kind::Conflict,
            Self::Pace { .. } | Self::Gentle { .. } => kernel::Kind::TooMany,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Words { .. } | Self::Change | Self::Settling(_) => Some("body"),
            Self::Asks => Some("rules"),
            Self::Unchosen { field } => Some(field),
            Self::Minutes => Some("pace"),
            Self::Empty | Self::TooMany => Some("words"),
            Self::Members | Self::Weeks { .. } | Self::Pace { .. } | Self::Gentle { .. } => None,
            Self::Shielded | Self::Label => None,
            Self::ReadsAlong { .. } | Self::ReadsAlongHere { .. } => None,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Words { sentence } => vec![("sentence", sentence.clone())],
            Self::Weeks { weeks } => vec![("weeks", weeks.to_string())],
            Self::ReadsAlong { days } | Self::ReadsAlongHere { days } => vec![("days", days.to_string())],
            Self::Pace { minutes } | Self::Gentle { minutes } => vec![("minutes", minutes.to_string())],
            Self::Settling(settling) => settling.args(),
            _ => Vec::new(),
        }
    }
}
