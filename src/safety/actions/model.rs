//! What may be decided, what was, and why deciding may say no.

use diesel::prelude::*;

use crate::db::schema::act;
use crate::forum::content_notes::Notes;
use crate::identity::affiliations::Label;
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, ReplyId, ThreadId};
use crate::safety::reports::{Concern, ConcernId, Tier};

crate::id! {
    /// A decision. Random, 53 bits.
    ActId;
}

/// A sentence for whom a decision met, or what they answer: one line.
pub type Sentence = Bounded<3, 280, false>;

/// Days a pause, or a slower time, may have.
pub const DAYS: std::ops::RangeInclusive<i64> = 1..=90;
/// Minutes that lie between two things in a slower time.
pub const SLOW_MINUTES: i64 = 60;
/// Concerns that are decided at once, at most: as many as one page of them shows.
pub const AT_ONCE: usize = 50;
/// Days within which an answer is promised to whoever answers a decision.
pub const ANSWER_DAYS: i64 = 7;

crate::text_enum! {
    /// What is decided, the lightest first.
    pub enum Verb {
        /// It stays as it is.
        Fine = "fine",
        /// Somebody was with whoever wrote it: it is closed for now, and they are asked how they are the next day.
        Care = "care",
        /// A note to whoever wrote it.
        Note = "note",
        /// A label stands beside its writer's name: whom they work for.
        Label = "label",
        /// Its words are folded behind a content note.
        Fold = "fold",
        /// It is out of sight.
        Remove = "remove",
        /// All that its writer said in the group is out of sight.
        RemoveAll = "remove-all",
        /// It stands in another group, which the same people look after.
        Move = "move",
        /// It takes no more replies.
        Lock = "lock",
        /// Its thread takes one thing an hour from everybody, for some days.
        SlowThread = "slow-thread",
        /// Its writer says one thing an hour in the group, for some days.
        Slow = "slow",
        /// Its writer is paused in the group.
        Pause = "pause",
        /// Its writer is out of the group.
        Close = "close",
        /// Somebody outside of the community is asked to help: a last resort, and the record of it.
        Outside = "outside",
        /// Their account is paused.
        PauseHere = "pause-here",
        /// Their account is closed.
        CloseHere = "close-here",
    }
}

impl Verb {
    /// Whether it ends by itself, on a day that is chosen.
    #[must_use]
    pub const fn has_days(self) -> bool {
        matches!(self, Self::SlowThread | Self::Slow | Self::Pause | Self::PauseHere)
    }

    /// Whether two people decide it where somebody may be in distress: what hides words, keeps somebody from speaking or
    /// from being answered, or goes outside.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        !matches!(self, Self::Fine | Self::Care | Self::Note | Self::Fold)
    }

    /// Whether whoever it is about is told: not where all stays as it is, nor where somebody was with them.
    #[must_use]
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Fine | Self::Care)
    }

    /// Whether it is about the account: for hosts.
    #[must_use]
    pub const fn is_community(self) -> bool {
        matches!(self, Self::PauseHere | Self::CloseHere)
    }
}

/// The key of a verb's words.
#[must_use]
pub fn verb_label(verb: &Verb) -> String {
    format!("act-verb-{}", verb.code())
}

crate::text_enum! {
    /// Where a decision stands.
    pub enum State {
        /// It holds.
        Done = "done",
        /// One of two people decided it.
        Proposed = "proposed",
        /// It was taken back.
        Undone = "undone",
    }
}

crate::text_enum! {
    /// Who reads what somebody answers to a decision.
    pub enum Reader {
        /// Nobody: it was not answered.
        Nobody = "",
        /// Somebody else who looks after the group.
        Group = "group",
        /// Somebody else who looks after the community.
        House = "house",
        /// Whoever decided, since nobody else is there to; and whoever comes to look after the community.
        Same = "same",
    }
}

/// What somebody decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub verb: Verb,
    /// The sentence for whom it meets.
    pub words: Sentence,
    /// Days of a pause.
    pub days: i64,
    /// The content notes words are folded behind.
    pub notes: Notes,
    /// Whether the words go out of sight too.
    pub removes: bool,
    /// Whom they work for, for a label.
    pub label: Option<Label>,
    /// Where all of somebody's words go: whether their writer is put out of the group too.
    pub closes: bool,
}

/// What came of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It holds.
    Done,
    /// A second person is asked for.
    Proposed,
}

/// A decision as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = act)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// The concern it was about.
    pub concern_id: Option<ConcernId>,
    /// What it is about, as a word.
    pub subject: String,
    /// The thread.
    pub thread_id: Option<ThreadId>,
    /// The reply.
    pub reply_id: Option<ReplyId>,
    /// Whom it met.
    pub face_id: Option<FaceId>,
    /// The group.
    pub group_id: Option<GroupId>,
    /// Whose log it is in.
    pub tier: Tier,
    /// What was decided.
    pub verb: Verb,
    /// Where it stands.
    pub state: State,
    /// Who decided.
    pub by_face: Option<FaceId>,
    /// The sentence.
    pub words: String,
    /// What it was before.
    pub was: String,
    /// The day a pause ends.
    pub until_on: Option<Day>,
    /// The day it was decided.
    pub done_on: Day,
    /// What whom it met answered.
    pub appeal: String,
    /// The day they did.
    pub appealed_on: Option<Day>,
    /// Who reads it.
    pub appeal_tier: Reader,
    /// What came back.
    pub answer: String,
}

impl Act {
    /// Whether whom it met may answer: once.
    #[must_use]
    pub const fn is_answerable(&self) -> bool {
        self.appeal.is_empty() && matches!(self.state, State::Done)
    }

    /// Whether what they answered waits for somebody.
    #[must_use]
    pub const fn waits_for_answer(&self) -> bool {
        !self.appeal.is_empty() && self.answer.is_empty()
    }

    /// The day by which an answer was promised.
    #[must_use]
    pub fn answer_by(&self) -> Option<Day> {
        self.appealed_on.map(|day| day.plus(ANSWER_DAYS))
    }
}

crate::text_enum! {
    /// Why one of several is left out.
    pub enum Left {
        /// It is not for whoever decides: never was, or not any more.
        Absent = "absent",
        /// Whoever decides is there for people here, and leaves decisions to others.
        Keepers = "keepers",
        /// It was decided.
        Decided = "decided",
        /// Somebody else looks at it.
        Taken = "taken",
        /// Two people decide it, by itself.
        TwoPeople = "two-people",
        /// This cannot be done to it.
        Unfit = "unfit",
        /// Its words are gone.
        Gone = "gone",
    }
}

/// One of several that are decided at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Each {
    /// Which.
    pub id: ConcernId,
    /// Why it is left out; none: it is decided with the others.
    pub left: Option<Left>,
}

/// Why a decision may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of several was chosen.
    #[error("choose at least one of them")]
    Unpicked,
    /// More than are decided at once.
    #[error("at most 50 are decided at once")]
    TooMany,
    /// None of the things that can be done about this.
    #[error("choose what to do about this")]
    Unchosen,
    /// A pause has so many days.
    #[error("a pause has 1 to 90 days")]
    Days,
    /// Words are folded behind a note.
    #[error("choose the note these words are folded behind")]
    NoteMissing,
    /// A label says whom somebody works for.
    #[error("say what sort of business it is, and which")]
    LabelMissing,
    /// Somebody else looks at it.
    #[error("somebody else is looking at this")]
    Taken,
    /// It was decided meanwhile.
    #[error("this was decided meanwhile")]
    Decided,
    /// One person decided it; the second is to be somebody else.
    #[error("a second person decides this with you")]
    SecondPerson,
    /// It was taken back, or never held.
    #[error("this does not hold any more")]
    Undone,
    /// One answers a decision once.
    #[error("this was answered already")]
    Answered,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Unpicked => "act-unpicked",
            Self::TooMany => "act-too-many",
            Self::Unchosen => "act-unchosen",
            Self::Days => "act-days",
            Self::NoteMissing => "act-note",
            Self::LabelMissing => "act-label",
            Self::Taken => "act-taken",
            Self::Decided => "act-decided",
            Self::SecondPerson => "act-second-person",
            Self::Undone => "act-undone",
            Self::Answered => "act-answered",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Unpicked
            | Self::TooMany
            | Self::Unchosen
            | Self::Days
            | Self::NoteMissing
            | Self::LabelMissing => kernel::Kind::Invalid,
            Self::Taken | Self::Decided | Self::SecondPerson | Self::Undone | Self::Answered => {
                kernel::Kind::Conflict
            }
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Unchosen => Some("verb"),
            Self::Days => Some("days"),
            Self::NoteMissing => Some("note"),
            Self::LabelMissing => Some("label_with"),
            Self::Unpicked
            | Self::TooMany
            | Self::Taken
            | Self::Decided
            | Self::SecondPerson
            | Self::Undone
            | Self::Answered => None,
        }
    }
}

/// A decision to be kept.
pub(super) struct New<'a> {
    pub concern: &'a Concern,
    pub verb: Verb,
    pub state: State,
    pub words: &'a str,
    pub was: &'a str,
    pub until: Option<Day>,
}

/// A decision that no concern led to.
#[derive(Debug, Clone)]
pub struct Noted<'a> {
    /// The thread it is about.
    pub thread: ThreadId,
    /// Whose words they are.
    pub face: FaceId,
    /// The group.
    pub group: GroupId,
    /// In whose log it is.
    pub tier: Tier,
    /// What was decided.
    pub verb: Verb,
    /// Whether it holds, or somebody is asked first.
    pub state: State,
    /// The sentence.
    pub words: &'a str,
    /// What it was before.
    pub was: &'a str,
}

#[test]
fn verbs_are_read_back_and_every_one_has_its_words() {
    let words = [
        include_str!("../../../frontend/locales/en/looking.ftl"),
        include_str!("../../../frontend/locales/en/crisis.ftl"),
    ]
    .concat();
    for verb in Verb::ALL {
        assert_eq!(Verb::parse(verb.code()), Some(*verb));
        assert!(words.contains(&format!("\n{} = ", verb_label(verb))), "{verb}");
        assert!(words.contains(&format!("\nact-did-{} = ", verb.code())), "{verb}");
    }
}
