//! A group's rules: what it set, and its lines of words and links.

use std::fmt::Write as _;

use super::signals::Known;
use crate::forum::content_notes::ContentNote;
use crate::kernel::{Bounded, Moment};

crate::id! {
    /// A line of a group's words and links. Random, 53 bits.
    LineId;
}

/// Words, phrases and domains, with commas between.
pub type LineWords = Bounded<2, 500, false>;
/// A sentence for whoever meets a line: may be empty.
pub type Sentence = Bounded<0, 200, false>;

/// The longest time between two things, in minutes.
pub const PACE_MAX: i64 = 1_440;
/// Minutes for which people who answer first go before others: unless a group says otherwise, and at most.
pub const FIRST_MINUTES: i64 = 30;
pub const FIRST_MAX: i64 = 120;
/// Hours for which a group is guarded, at most.
pub const GUARD_HOURS: i64 = 24;
/// Lines one group may have.
pub const LINES_MAX: usize = 100;

crate::text_enum! {
    /// Who may share in a group, and answer there.
    pub enum Shares {
        /// Members share, and whoever can read a post may answer it.
        Readers = "readers",
        /// Members alone, answers too.
        Members = "members",
        /// Members who have been in the group for a week.
        Week = "week",
        /// For two weeks.
        Fortnight = "fortnight",
        /// For four weeks.
        Month = "month",
    }
}

impl Shares {
    /// Weeks somebody has been in the group; none: they need not be in it.
    #[must_use]
    pub const fn weeks(self) -> Option<i64> {
        match self {
            Self::Readers => None,
            Self::Members => Some(0),
            Self::Week => Some(1),
            Self::Fortnight => Some(2),
            Self::Month => Some(4),
        }
    }
}

crate::text_enum! {
    /// What waits for a look.
    pub enum Look {
        /// The first thing under a name.
        First = "first",
        /// What newcomers say.
        New = "new",
        /// What aliases say.
        Alias = "alias",
        /// What leads elsewhere.
        Links = "links",
        /// Everything.
        All = "all",
    }
}

/// All that waits for a look in a group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looks(pub Vec<Look>);

impl Looks {
    /// Reads what is stored: codes with a space between.
    #[must_use]
    pub fn stored(codes: &str) -> Self {
        Self(codes.split(' ').filter_map(Look::parse).collect())
    }

    /// As stored.
    #[must_use]
    pub fn codes(&self) -> String {
        self.0.iter().map(|look| look.code()).collect::<Vec<_>>().join(" ")
    }

    /// Whether this waits.
    #[must_use]
    pub fn has(&self, look: Look) -> bool {
        self.0.contains(&look)
    }
}

crate::text_enum! {
    /// What happens where a line is met, the lightest first.
    pub enum Does {
        /// A content note is offered.
        Note = "note",
        /// A better home is offered.
        Offer = "offer",
        /// The words are folded behind a content note.
        Fold = "fold",
        /// They wait for a look.
        Hold = "hold",
        /// They are not taken, with a sentence.
        Refuse = "refuse",
    }
}

crate::text_enum! {
    /// Why words wait.
    pub enum Why {
        /// First words of an alias, or their community's wait.
        Look = "look",
        /// The first thing under this name.
        First = "first",
        /// A newcomer's.
        New = "new",
        /// They lead elsewhere.
        Links = "links",
        /// Everything waits.
        All = "all",
        /// A line was met.
        Words = "words",
        /// More came from elsewhere than the pace allows.
        Pace = "pace",
        /// Sharing is for members, and this came from elsewhere.
        Shares = "shares",
        /// The group is guarded.
        Guard = "guard",
        /// A newcomer asked that those answer who have been here a while, and nobody knows how long this one has.
        Shield = "shield",
        /// It says what sellers say.
        Lead = "lead",
        /// It invites to another place.
        Invite = "invite",
        /// It holds a number to call.
        Phone = "phone",
        /// It holds somebody's address.
        Mail = "mail",
        /// It holds a link that counts who sent people.
        Tracked = "tracked",
        /// The same was said in several places.
        Same = "same",
    }
}

impl Why {
    /// Whether it waits for what it says itself: its writer is told which part that is.
    #[must_use]
    pub const fn is_selling(self) -> bool {
        matches!(self, Self::Lead | Self::Invite | Self::Phone | Self::Mail | Self::Tracked | Self::Same)
    }
}

/// Hours in which nobody is on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// From this hour, 0 to 23.
    pub from: i64,
    /// Until this hour.
    pub until: i64,
    /// Hours east of UTC in which these are told.
    pub offset: i64,
}

impl Quiet {
    /// Whether it is such an hour.
    #[must_use]
    pub const fn is_now(&self, now: Moment) -> bool {
        let hour = (now.0.div_euclid(3_600_000) + self.offset).rem_euclid(24);
        if self.from <= self.until {
            self.from <= hour && hour < self.until
        } else {
            self.from <= hour || hour < self.until
        }
    }

    /// An hour as it is told: `7:00 (UTC+1)`.
    #[must_use]
    pub fn told(&self, hour: i64) -> String {
        let mut told = format!("{hour}:00 (UTC");
        if self.offset != 0 {
            let _ = write!(told, "{:+}", self.offset);
        }
        told.push(')');
        told
    }
}

/// A group that such words are better told in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// Its short name.
    pub name: String,
    /// What people call it.
    pub title: String,
}

/// One line of words and links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: LineId,
    /// Words, phrases and domains, with commas between.
    pub words: String,
    /// What happens where it is met.
    pub does: Does,
    /// For a note or a fold: which.
    pub note: Option<ContentNote>,
    /// Where such words have a better home, if there is one this viewer may know of.
    pub home: Option<Home>,
    /// What the writer reads; empty: the usual sentence.
    pub sentence: String,
}

/// A line about to be kept.
#[derive(Debug, Clone)]
pub struct LineDraft {
    /// Words, phrases and domains, with commas between.
    pub words: LineWords,
    /// What happens.
    pub does: Does,
    /// For a note or a fold: which.
    pub note: Option<ContentNote>,
    /// The short name of a better home; may be empty.
    pub goes_to: String,
    /// What the writer reads.
    pub sentence: Sentence,
}

/// What a group set, beside its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Who may share.
    pub shares: Shares,
    /// What waits for a look.
    pub looks: Looks,
    /// Minutes between two things under one name; 0: none.
    pub pace_minutes: i64,
    /// When nobody is on duty.
    pub quiet: Option<Quiet>,
    /// Until when the group is guarded.
    pub guarded_until: Option<Moment>,
    /// Whether who declared whom they work for speaks under that name alone.
    pub asks_labels: bool,
    /// Minutes for which people who answer first go before others, where somebody tells of a setback; 0: none.
    pub first_minutes: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            shares: Shares::Readers,
            looks: Looks::default(),
            pace_minutes: 0,
            quiet: None,
            guarded_until: None,
            asks_labels: false,
            first_minutes: FIRST_MINUTES,
        }
    }
}

impl Settings {
    /// Whether what is new and what comes from elsewhere waits right now.
    #[must_use]
    pub fn is_guarded(&self, now: Moment) -> bool {
        self.guarded_until.is_some_and(|until| now < until)
    }
}

/// All that a group checks by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// What it set.
    pub settings: Settings,
    /// Its words and links.
    pub lines: Vec<Line>,
    /// Minutes between two things where somebody, or the thread, goes slower; 0: none.
    pub slow_minutes: i64,
    /// Days for which its writer reads along and says nothing; 0: they may speak.
    pub quiet_days: i64,
    /// How answers begin that tell somebody what to do, with commas between; empty where that is welcome.
    pub openers: Vec<String>,
    /// What the community says itself, where words are watched for selling and there may be some; none: they are not.
    pub watch: Option<Known>,
}
