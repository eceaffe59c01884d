//! A milestone that is shown, a chip for it, and why either may say no.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::{chip, milestone};
use crate::forum::content_notes::Notes;
use crate::forum::threads::Author;
use crate::kernel::{self, Bounded, BuddyId, Day, FaceId, GroupId};
use crate::keys::{Field, Sealed};
use crate::recovery::counters::CounterId;
use crate::recovery::counters::milestones::{Milestone, Span};

/// What somebody says with a chip.
pub type Words = Bounded<1, 280, true>;

crate::id! {
    /// A milestone that is shown. Random, 53 bits.
    MilestoneId;
    /// A chip. Random, 53 bits.
    ChipId;
}

crate::text_enum! {
    /// What became of a chip.
    pub enum State {
        /// It was not looked at yet.
        New = "new",
        /// It is kept.
        Kept = "kept",
        /// It is put aside, and out of sight until it is looked for.
        Hidden = "hidden",
    }
}

/// The words of a chip, sealed by the ring.
#[derive(Debug)]
pub enum Held {}

impl Field for Held {
    const NAME: &'static str = "chip.sealed";
}

/// What its member calls a milestone that is shown, sealed by the ring.
#[derive(Debug)]
pub enum NameHeld {}

impl Field for NameHeld {
    const NAME: &'static str = "milestone.sealed";
}

/// Whom a milestone is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// Those of a group, by its short name.
    Group(String),
    /// A buddy, by one's own side of the two.
    Buddy(BuddyId),
}

/// A milestone that is shown, as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = milestone)]
pub struct Shown {
    /// Its id.
    pub id: MilestoneId,
    /// Whose.
    pub face_id: FaceId,
    /// Of which counter.
    pub counter_id: CounterId,
    /// The group that reads it.
    pub group_id: Option<GroupId>,
    /// Or the buddy, by the side of whoever shows it.
    pub buddy_id: Option<BuddyId>,
    /// What it is counted in.
    pub span: Span,
    /// How many.
    pub number: i64,
    /// The day it was shown.
    #[diesel(column_name = shown_on)]
    pub on: Day,
    /// What its member calls it, if they show that too.
    pub sealed: Option<Sealed<NameHeld>>,
}

impl Shown {
    /// What it is.
    #[must_use]
    pub const fn milestone(&self) -> Milestone {
        Milestone::of(self.span, self.number)
    }
}

/// A chip as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = chip)]
pub struct Given {
    /// Its id.
    pub id: ChipId,
    /// Whose.
    pub face_id: FaceId,
    /// Who gave it.
    pub by_face: FaceId,
    /// What the milestone is counted in.
    pub span: Span,
    /// How many.
    pub number: i64,
    /// The words.
    pub sealed: Sealed<Held>,
    /// What became of it.
    pub state: State,
    /// The day it was given.
    #[diesel(column_name = given_on)]
    pub on: Day,
}

/// What lies sealed in a chip, or beside a milestone that is shown with its name.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Inside {
    /// What was said.
    pub words: String,
    /// Content notes that the group's rules put them behind: codes with a space between.
    pub notes: String,
}

/// A chip, for whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Its id.
    pub id: ChipId,
    /// Who gave it.
    pub by: Author,
    /// The words on the fold over what is said by somebody whose words the reader would rather not hear; none: it is open.
    pub hush: Option<&'static str>,
    /// For what.
    pub milestone: Milestone,
    /// The words; none: their key is not here.
    pub words: Option<String>,
    /// What they are folded behind.
    pub notes: Notes,
    /// What became of it.
    pub state: State,
    /// The day it was given.
    pub on: Day,
}

/// Why chips may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Today is no milestone of this counter, or none to tell of now.
    #[error("there is no milestone to show today")]
    NotNow,
    /// The group would not let the name stand at once.
    #[error("this group would look at this name first")]
    NameWaits,
    /// Nobody was chosen, or nobody known.
    #[error("choose who is to see it")]
    Whom,
    /// They gave one for this already.
    #[error("you gave a chip for this already")]
    Already,
    /// The group's own rules would not let these words stand at once.
    #[error("this group would look at these words first")]
    Waits,
    /// The group looks at what somebody says there before it stands, whatever the words are.
    #[error("this group looks at your words first for now")]
    Looks,
    /// Those who came lately give none in a group.
    #[error("for people who have been here a while")]
    New,
    /// Whoever shows it came lately, and is given chips by those who have been in the group a while.
    #[error("for people who have been in this group a while")]
    Shielded,
    /// Not known what was chosen.
    #[error("choose one of these")]
    Unknown,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNow => "milestone-not-now",
            Self::NameWaits => "milestone-name-waits",
            Self::Whom => "milestone-whom",
            Self::Already => "chip-already",
            Self::Waits => "chip-waits",
            Self::Looks => "chip-looks",
            Self::New => "chip-new",
            Self::Shielded => "chip-shielded",
            Self::Unknown => "chip-unknown",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::NotNow | Self::Already => kernel::Kind::Conflict,
            Self::New | Self::Shielded => kernel::Kind::NotAllowed,
            Self::NameWaits | Self::Whom | Self::Waits | Self::Looks | Self::Unknown => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Whom | Self::NameWaits => Some("to"),
            Self::Waits => Some("words"),
            Self::NotNow | Self::Already | Self::Unknown => None,
            Self::Looks | Self::New | Self::Shielded => None,
        }
    }
}
