//! Threads, what they are made from, and why they may say no.

use diesel::prelude::*;

use super::{Ask, Kind};
use crate::db::schema::{face, group_, revision, thread};
use crate::forum::content_notes::{ContentNote, Notes};
use crate::forum::lasting::Lasting;
use crate::forum::reactions::Counts;
use crate::identity::affiliations::Label;
use crate::kernel::{self, Bounded, Day, FaceId, GroupId, Moment, PublicId, ThreadId, Week};
use crate::policy::Reach;

/// A title: one line, up to 200 letters; empty if the writer gave none.
pub type Title = Bounded<0, 200, false>;
/// Markdown, up to 20,000 letters.
pub type Body = Bounded<1, 20_000, true>;
/// Why a moderator did something: one line.
pub type Reason = Bounded<3, 280, false>;

/// A content note in the writer's own words.
pub type NoteWords = Bounded<0, 80, false>;
/// Weeks for which somebody counts as new.
const NEW_WEEKS: i64 = 2;

/// A thread as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = thread)]
pub struct Thread {
    /// Its sequence; never shown.
    pub id: ThreadId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// Where it was opened.
    pub group_id: GroupId,
    /// The name or alias that opened it.
    pub author_face: FaceId,
    /// What kind of post it is.
    pub kind: Kind,
    /// What its writer hopes for.
    pub ask: Option<Ask>,
    /// Never empty: the first line if none was given.
    pub title: String,
    /// Markdown as written.
    pub body: String,
    /// Content notes, codes with a space between.
    pub notes: String,
    /// The writer's own content note.
    pub note_words: String,
    /// How far it travels.
    pub reach: Reach,
    /// The day it was said.
    pub said_on: Day,
    /// When exactly; none where the group allows aliases.
    pub said_at: Option<Moment>,
    /// The day its words go by themselves; none: they stay.
    pub goes_on: Option<Day>,
    /// Whether its words were changed.
    pub is_edited: bool,
    /// Whether it still waits for a first answer.
    pub is_waiting: Option<bool>,
    /// How many replies it has.
    pub reply_count: i64,
    /// Kind words, by word.
    #[diesel(
        select_expression = (thread::with_count, thread::same_count, thread::proud_count, thread::thanks_count),
        select_expression_type = (thread::with_count, thread::same_count, thread::proud_count, thread::thanks_count)
    )]
    pub counts: Counts,
    /// Set: it stays at the top.
    pub pinned_at: Option<Moment>,
    /// Set: no new replies.
    pub locked_at: Option<Moment>,
    /// Why, in a moderator's words.
    pub lock_reason: String,
    /// Set: its writer took it back.
    pub taken_back_at: Option<Moment>,
    /// Until this day those answer who have been here a while; none: anybody does.
    pub shielded_until: Option<Day>,
    /// The group it was opened in, if those who look after it moved it.
    pub moved_from: Option<GroupId>,
}

impl Thread {
    /// Whether it can be read, and no longer answered.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.locked_at.is_some()
    }

    /// Whether the writer of a setback wants kind words alone for now: whoever looks after the group gives a reason, and a
    /// writer none.
    #[must_use]
    pub const fn is_hushed(&self) -> bool {
        matches!(self.kind, Kind::Setback) && self.is_locked() && self.lock_reason.is_empty()
    }

    /// What it may touch on.
    #[must_use]
    pub fn content_notes(&self) -> Notes {
        Notes::stored(&self.notes, &self.note_words)
    }

    /// Whether those are to answer who have been here a while: its writer is new, and asked for that.
    #[must_use]
    pub fn is_shielded(&self, today: Day) -> bool {
        self.shielded_until.is_some_and(|until| today < until)
    }

    /// Its group, and the one it was moved from: an alias that spoke there is still met in it.
    #[must_use]
    pub fn groups(&self) -> Vec<GroupId> {
        [self.group_id].into_iter().chain(self.moved_from).collect()
    }

    /// Every word of it: the title, then the rest.
    #[must_use]
    pub fn said(&self) -> String {
        format!("{}\n{}", self.title, self.body)
    }
}

/// Whoever wrote something, as pages show them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = face)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// `name`, `alias` or `remote`.
    pub kind: String,
    /// What draws their face.
    pub seed: i64,
    /// The week they came.
    pub since_week: Week,
    /// Whom they work for, if they are paid in this field.
    #[diesel(embed)]
    pub label: Label,
}

impl Author {
    /// Whether they came less than two weeks ago, to the nearest week.
    #[must_use]
    pub const fn is_new(&self, now: &Moment) -> bool {
        now.week().0 - self.since_week.0 < NEW_WEEKS
    }
}

/// The group of a thread, as an item of a feed names it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = group_)]
pub struct InGroup {
    /// Short, in addresses.
    pub name: String,
    /// What people call it.
    pub title: String,
}

/// What somebody wants to open a thread with.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "the boxes of a form, each by itself")]
pub struct Draft {
    /// Where.
    pub group: String,
    /// What kind of post.
    pub kind: Kind,
    /// What they hope for.
    pub ask: Option<Ask>,
    /// Their title; may be empty.
    pub title: Title,
    /// Their words.
    pub body: Body,
    /// Content notes.
    pub notes: Vec<ContentNote>,
    /// A content note in their own words.
    pub note_words: NoteWords,
    /// The writer's word that no content note is needed; for groups that ask.
    pub no_note_fits: bool,
    /// How far; none: as the group says.
    pub reach: Option<Reach>,
    /// How long they stay; none: as long as the group keeps the thread.
    pub lasting: Option<Lasting>,
    /// Whether the writer saw what the group offers for such words, and goes on.
    pub goes_on: bool,
    /// Whether those are to answer who have been here a while; none: yes for first words. Only somebody new can ask.
    pub shield: Option<bool>,
    /// Whether the same was said in several places lately.
    pub is_repeated: bool,
    /// Whether the writer asks those who look after things to look out for them.
    pub asks_care: bool,
    /// Whether the writer of a setback wants to be asked how they are, a few times in the next week.
    pub asks_after: bool,
    /// The form's own mark: a second press is not a second post.
    pub once: Option<String>,
}

impl Draft {
    /// These words and nothing else said of them: as far as the group says, for as long as it keeps them.
    #[must_use]
    pub fn plain(group: String, kind: Kind, body: Body) -> Self {
        Self {
            group,
            kind,
            ask: None,
            title: Title::clipped(""),
            body,
            notes: Vec::new(),
            note_words: NoteWords::clipped(""),
            no_note_fits: true,
            reach: None,
            lasting: None,
            goes_on: true,
            shield: None,
            is_repeated: false,
            asks_care: false,
            asks_after: false,
            once: None,
        }
    }
}

/// New words for a thread.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its title; empty: the first line.
    pub title: Title,
    /// Its words.
    pub body: Body,
    /// Content notes.
    pub notes: Vec<ContentNote>,
    /// A content note in the writer's own words.
    pub note_words: NoteWords,
    /// The writer's word that no content note is needed; for groups that ask.
    pub no_note_fits: bool,
    /// How far it travels from now on; none: as before.
    pub reach: Option<Reach>,
    /// How long it stays from now on; none: as before.
    pub lasting: Option<Lasting>,
}

/// An earlier wording.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = revision)]
pub struct Revision {
    /// From 1, oldest first.
    pub number: i64,
    /// The title then; replies have none.
    pub title: String,
    /// The words then.
    pub body: String,
    /// The day they were replaced.
    pub until_on: Day,
}

/// Why a thread may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No new replies.
    #[error("this thread is locked: it can be read, and no longer answered")]
    Locked,
    /// The group takes no new posts.
    #[error("this group is closed: it can be read, and takes no new posts")]
    GroupClosed,
    /// Further than the group lets its posts travel.
    #[error("this group's posts do not travel that far")]
    ReachTooWide,
    /// Further than it travelled before.
    #[error("a post can become narrower, and no wider")]
    OnlyNarrower,
    /// Its writer took it back.
    #[error("the writer took this back, or its time was over")]
    TakenBack,
    /// Nobody said what kind of post it is.
    #[error("a post has one of seven kinds")]
    KindMissing,
    /// Nobody said who can see it.
    #[error("choose who can see this")]
    ReachMissing,
    /// A label that is none of the list.
    #[error("there is no such content note")]
    NoteUnknown,
    /// Somebody who has been here a while asks for those who have.
    #[error("this is for people who came lately")]
    NotNew,
    /// Somebody may need people here: two decide to stop them.
    #[error("somebody may be in distress here: two people decide to stop replies")]
    StaysOpen,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked => "thread-locked",
            Self::GroupClosed => "group-closed",
            Self::ReachTooWide => "reach-too-wide",
            Self::OnlyNarrower => "reach-only-narrower",
            Self::TakenBack => "taken-back",
            Self::KindMissing => "kind-missing",
            Self::ReachMissing => "reach-missing",
            Self::NoteUnknown => "note-unknown",
            Self::NotNew => "newcomer-not-new",
            Self::StaysOpen => "thread-stays-open",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Locked | Self::GroupClosed | Self::NotNew | Self::StaysOpen => kernel::Kind::Conflict,
            Self::ReachTooWide
            | Self::OnlyNarrower
            | Self::KindMissing
            | Self::ReachMissing
            | Self::NoteUnknown => kernel::Kind::Invalid,
            Self::TakenBack => kernel::Kind::Gone,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::ReachTooWide | Self::OnlyNarrower | Self::ReachMissing => Some("reach"),
            Self::KindMissing => Some("kind"),
            Self::NoteUnknown => Some("notes"),
            Self::StaysOpen => Some("reason"),
            Self::Locked | Self::GroupClosed | Self::TakenBack | Self::NotNew => None,
        }
    }
}
