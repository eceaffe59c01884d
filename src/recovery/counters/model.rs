//! Counters: what stands in the sealed book, what others may be shown, and why one may say no.

use serde::{Deserialize, Serialize};

use super::milestones::{Marks, Named};
use crate::kernel::{self, Bounded, Day, Zone};
use crate::text_enum;

crate::id! {
    /// A counter. Random, 53 bits: it belongs to a member's private side.
    CounterId;
}

/// What a counter is called; it may have no name.
pub type Name = Bounded<0, 60, false>;
/// What somebody says of a setback, to themself.
pub type Words = Bounded<0, 2000, true>;

text_enum! {
    /// What the large number says.
    pub enum Shows {
        /// Days in all.
        Days = "days",
        /// Weeks and days.
        Weeks = "weeks",
        /// Months and days.
        Months = "months",
        /// Days, and the hours of today.
        Hours = "hours",
        /// Days of the stretch that goes on.
        Run = "run",
        /// The ring alone.
        Rings = "rings",
    }
}

text_enum! {
    /// Who sees a counter.
    pub enum Sight {
        /// Its member.
        Me = "me",
        /// Whoever is signed in here and looks at its member's page.
        Profile = "profile",
    }
}

text_enum! {
    /// What a setback does to the counter. Every one can be taken back.
    pub enum Turn {
        /// Nothing: it is noted.
        Leave = "leave",
        /// A new stretch begins; the days before it stay counted.
        Run = "run",
        /// A new stretch begins, and what was before is not shown.
        DayOne = "day-one",
        /// The numbers are not shown.
        Hide = "hide",
    }
}

text_enum! {
    /// What kind of setback it was, if its member says. It decides what stands first on the card after it, and nobody else
    /// ever reads it.
    pub enum Sort {
        /// Once, or on one day.
        Once = "once",
        /// On several days.
        Days = "days",
        /// Opioids, or what may hold some.
        Opioids = "opioids",
        /// Something done, not taken.
        Behaviour = "behaviour",
        /// It came close, and did not happen.
        Close = "close",
        /// A medicine that somebody prescribed.
        Prescribed = "prescribed",
    }
}

text_enum! {
    /// A line of the card about the next hours.
    pub enum Part {
        /// After a break, the old amount can be too much.
        Tolerance = "tolerance",
        /// Naloxone within reach.
        Naloxone = "naloxone",
        /// Stopping all at once can be dangerous.
        Stop = "stop",
        /// One thing at a time.
        Mix = "mix",
        /// An urge passes.
        Urge = "urge",
        /// Something between oneself and what one does.
        Apart = "apart",
        /// A medicine is a doctor's to change.
        Doctor = "doctor",
    }
}

impl Part {
    /// The lines for a kind of setback, what matters most first; for none, what may matter to anybody.
    #[must_use]
    pub const fn of(sort: Option<Sort>) -> &'static [Self] {
        use Part::{Apart, Doctor, Mix, Naloxone, Stop, Tolerance, Urge};
        match sort {
            None | Some(Sort::Once) => &[Tolerance, Naloxone, Stop],
            Some(Sort::Days) => &[Stop, Tolerance, Naloxone],
            Some(Sort::Opioids) => &[Naloxone, Tolerance, Mix, Stop],
            Some(Sort::Behaviour) => &[Apart, Urge],
            Some(Sort::Close) => &[Urge, Tolerance, Naloxone, Stop],
            Some(Sort::Prescribed) => &[Doctor, Stop, Mix, Naloxone],
        }
    }

    /// The drawing beside it.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Tolerance => "leaf",
            Self::Naloxone => "shield",
            Self::Stop => "hand",
            Self::Mix => "warning",
            Self::Urge => "clock",
            Self::Apart => "people",
            Self::Doctor => "info",
        }
    }
}

/// A setback, as its member told it to themself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// What it does.
    pub turn: Turn,
    /// What kind it was; none: not said. Books of before do not have it.
    #[serde(default)]
    pub sort: Option<Sort>,
    /// The day it happened.
    pub on: Day,
    /// The first day of the new stretch, if one begins.
    pub from: Option<Day>,
    /// In their own words; may be empty.
    pub words: String,
    /// Whether it was taken back.
    pub is_struck: bool,
}

/// What a counter is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is called.
    pub name: Name,
    /// The first day.
    pub began: Day,
    /// Where its days begin and end.
    pub zone: Zone,
    /// What the large number says.
    pub shows: Shows,
    /// Which days are told of.
    pub marks: Marks,
    /// Who sees it.
    pub sight: Sight,
    /// Whether Today shows it; none: as it is.
    pub on_today: Option<bool>,
}

/// All that is known of a counter. Only its member's live session opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// What it is called; may be empty.
    pub name: String,
    /// The first day.
    pub began: Day,
    /// The name of the zone its days are counted in.
    pub zone: String,
    /// What the large number says, unless a setback hid it.
    pub shows: Shows,
    /// Which days are told of.
    pub marks: Marks,
    /// Who sees it.
    pub sight: Sight,
    /// Setbacks, in the order they were told.
    pub acts: Vec<Act>,
    /// Days that were counted before its member went where it was still yesterday.
    pub floor: i64,
    /// The day it was last changed.
    pub touched: Day,
    /// The day whose milestone its member keeps for themself.
    pub kept: Option<Day>,
    /// Days its member gave a name, in order. Books of before do not have them.
    #[serde(default)]
    pub named: Vec<Named>,
    /// Whether Today shows it; none: nobody chose, and then Today shows the first there is. Books of before do not have it.
    #[serde(default)]
    pub on_today: Option<bool>,
}

/// A counter of somebody's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Its id.
    pub id: CounterId,
    /// What it holds.
    pub book: Book,
}

/// What others read: no setback, no word beside the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What it is called; may be empty.
    pub name: String,
    /// The day it counts from.
    pub from: Day,
    /// The name of its zone.
    pub zone: String,
    /// What the large number says.
    pub shows: Shows,
}

impl Book {
    /// A new one.
    #[must_use]
    pub fn new(shape: &Shape, today: Day) -> Self {
        Self {
            name: shape.name.as_str().to_owned(),
            began: shape.began,
            zone: shape.zone.name().to_owned(),
            shows: shape.shows,
            marks: shape.marks,
            sight: shape.sight,
            acts: Vec::new(),
            floor: 0,
            touched: today,
            kept: None,
            named: Vec::new(),
            on_today: shape.on_today,
        }
    }

    /// Where its days begin and end.
    #[must_use]
    pub fn zone(&self) -> Zone {
        Zone::parse(&self.zone).unwrap_or(Zone::utc())
    }

    /// What others may read of it now.
    #[must_use]
    pub fn shown(&self) -> Option<Shown> {
        (self.sight == Sight::Profile).then(|| Shown {
            name: self.name.clone(),
            from: self.begun_again().unwrap_or(self.began),
            zone: self.zone.clone(),
            // Of stretches nobody else reads.
            shows: if self.shows_now() == Shows::Run { Shows::Days } else { self.shows_now() },
        })
    }

    /// Whether Today shows it; `is_first`: of all there are it began first.
    #[must_use]
    pub fn is_on_today(&self, is_first: bool) -> bool {
        self.on_today.unwrap_or(is_first)
    }
}

/// Why a counter may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No day, or not one of the calendar.
    #[error("a day of the calendar")]
    Day,
    /// A day that has not come yet.
    #[error("that day is still to come")]
    Future,
    /// A day before anybody who is here now.
    #[error("that day is too long ago")]
    LongAgo,
    /// A day before the counter's first.
    #[error("that day is before this counter begins")]
    Before,
    /// A new stretch from before what it comes after.
    #[error("the new stretch cannot begin before that day")]
    Backwards,
    /// A zone the tables do not know.
    #[error("a place whose clock is known")]
    Zone,
    /// Something to choose was not chosen.
    #[error("one of these is to be chosen")]
    Choice,
    /// As many counters as are kept for one member.
    #[error("as many counters as are kept for one member")]
    TooMany,
    /// As many setbacks as are kept with one counter.
    #[error("as many as are kept with one counter")]
    Full,
    /// No number of days after which a day could have a name.
    #[error("a number of days, from 1 to 36525")]
    After,
    /// As many names as are kept with one counter.
    #[error("as many names as are kept with one counter")]
    NamesFull,
    /// Others would read the name, and the community would not let it stand at once.
    #[error("the community would look at this name first; it can be seen by you alone")]
    NameWaits,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Day => "counter-day",
            Self::Future => "counter-future",
            Self::LongAgo => "counter-long-ago",
            Self::Before => "counter-before",
            Self::Backwards => "counter-backwards",
            Self::Zone => "counter-zone",
            Self::Choice => "counter-choice",
            Self::TooMany => "counters-too-many",
            Self::Full => "counter-full",
            Self::After => "counter-after",
            Self::NamesFull => "counter-names-full",
            Self::NameWaits => "counter-name-waits",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::TooMany | Self::Full | Self::NamesFull => kernel::Kind::Conflict,
            _ => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Day | Self::Future | Self::LongAgo | Self::Before => Some("on"),
            Self::Backwards => Some("from"),
            Self::Zone => Some("zone"),
            Self::Choice => Some("turn"),
            Self::After => Some("after"),
            Self::NameWaits => Some("name"),
            Self::TooMany | Self::Full | Self::NamesFull => None,
        }
    }
}
