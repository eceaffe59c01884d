//! What may be decided, what was, and why deciding may say no.

mod refusal;
mod verb;

use diesel::prelude::*;

use super::listed::meant;
use crate::db::schema::act;
use crate::forum::content_notes::Notes;
use crate::identity::affiliations::Label;
use crate::kernel::{Bounded, Day, FaceId, GroupId, ReplyId, ThreadId};
use crate::safety::reports::{Concern, ConcernId, Tier};

pub use refusal::Refusal;
pub use verb::{Verb, verb_label};

crate::id! {
    /// A decision. Random, 53 bits.
    ActId;
}

/// A sentence for whom a decision met, or what comes back to their answer: one line.
pub type Sentence = Bounded<3, 280, false>;
/// What whom a decision met answers: up to a thousand letters.
pub type Plea = Bounded<3, 1_000, true>;

/// Days a pause, or a slower time, may have.
pub const DAYS: std::ops::RangeInclusive<i64> = 1..=90;
/// Minutes that lie between two things in a slower time.
pub const SLOW_MINUTES: i64 = 60;
/// Concerns that are decided at once, at most: as many as one page of them shows.
pub const AT_ONCE: usize = 50;
/// Days within which an answer is promised to whoever answers a decision.
pub const ANSWER_DAYS: i64 = 7;

/// How the word begins that says of which whole community something was decided.
pub(super) const THERE: &str = "there:";
/// Why something was decided that was taken over from somebody's list.
pub const FROM_LIST: &str = "list";

crate::text_enum! {
    /// Where a decision stands.
    pub enum State {
        /// It holds.
        Done = "done",
        /// One of two people decided it.
        Proposed = "proposed",
        /// It was taken back.
        Undone = "undone",
        /// One of two people decided it, and it never held: it was decided otherwise, or put in another way.
        Dropped = "dropped",
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
    /// Whether those who told of it read the sentence, too. Never who wrote it.
    pub shares: bool,
}

/// What came of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It holds.
    Done,
    /// A second person is asked for.
    Proposed,
}

/// What whoever reads an answer says to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The decision stays.
    Stays,
    /// It is taken back.
    Lifts,
    /// They ask something first.
    Asks,
}

/// What came of taking a decision back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// Things are as before.
    All,
    /// Something newer of its sort holds in the same place: that stays.
    Stays,
    /// Something older of its sort, whose end is still to come, holds in the same place again.
    Before,
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
    /// Why something was decided of a whole community: the code of a reason; empty: it is about people or words.
    pub why: String,
    /// The part of one decision that this goes with; none: it is that part, or stands alone.
    pub with_id: Option<ActId>,
    /// What whoever reads the answer asks back; empty: nothing.
    pub asked: String,
    /// What whom it met says to that; empty: nothing yet.
    pub more: String,
}

impl Act {
    /// The whole community elsewhere it is about; none: about people or words, or it is forgotten by now.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        self.subject.strip_prefix(THERE)
    }

    /// The words that it put out of sight, each as a list of them writes it.
    pub(super) fn hidden(&self) -> Vec<String> {
        match (self.verb, self.reply_id, self.thread_id) {
            (Verb::Remove, Some(reply), _) => vec![format!("reply:{reply}")],
            (Verb::Remove, None, Some(thread)) => vec![format!("thread:{thread}")],
            _ if self.verb.hides_words() => self.was.split_whitespace().map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether these words are among them.
    pub(super) fn lists(&self, word: &str) -> bool {
        let named = meant(word);
        let is_it = |hidden: &str| hidden == word || meant(hidden) == named;
        match self.verb {
            Verb::Remove => self.hidden().contains(&named),
            _ => self.verb.hides_words() && self.was.split_whitespace().any(is_it),
        }
    }

    /// The part of its decision that the others go with.
    #[must_use]
    pub fn head(&self) -> ActId {
        self.with_id.unwrap_or(self.id)
    }

    /// Whether whom it met may answer, as long as any of it holds: once.
    #[must_use]
    pub const fn is_unanswered(&self) -> bool {
        self.appeal.is_empty()
    }

    /// Whether whoever reads their answer asked something back, and they may say one thing more.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        !self.asked.is_empty() && self.more.is_empty() && self.answer.is_empty()
    }

    /// Whether whom it met may say something to it, as long as any of it holds.
    #[must_use]
    pub const fn takes_words(&self) -> bool {
        self.is_unanswered() || self.is_asked()
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

/// A decision to be kept.
pub(super) struct New<'a> {
    pub id: ActId,
    pub concern: &'a Concern,
    /// The part that it goes with, if it is not that one.
    pub with: Option<ActId>,
    pub verb: Verb,
    pub state: State,
    pub words: &'a str,
    pub was: &'a str,
    pub until: Option<Day>,
}

/// A decision that no concern led to.
#[derive(Debug, Clone)]
pub struct Noted<'a> {
    /// The thread it is about; none: it is about somebody.
    pub thread: Option<ThreadId>,
    /// Whose words they are; none: it is about a group.
    pub face: Option<FaceId>,
    /// The group; none: it is of the whole community.
    pub group: Option<GroupId>,
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
    /// The day it ends by itself.
    pub until: Option<Day>,
}

impl Noted<'_> {
    /// What it is about, as concerns about it are called, so that whoever looks at one meets this too.
    pub(super) fn subject(&self) -> String {
        match (self.thread, self.face, self.group) {
            (Some(thread), ..) => format!("thread:{thread}"),
            (None, Some(face), _) => format!("face:{face}"),
            (None, None, Some(group)) => format!("group:{group}"),
            (None, None, None) => String::new(),
        }
    }
}
