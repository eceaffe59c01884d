//! Buddies, the links by which they come together, and why these may say no.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::Card;
use crate::db::schema::{buddy, buddy_link};
use crate::kernel::{self, Bounded, BuddyId, Day, FaceId, Token};
use crate::keys::{Field, Sealed};

/// Buddies that somebody has at most.
pub const BUDDIES_MAX: i64 = 5;
/// Links that somebody has open at once.
pub const LINKS_MAX: i64 = 3;
/// Days for which a link works.
pub const DAYS: i64 = 3;
/// Caring notes to one buddy in a day.
pub const NOTES_A_DAY: i64 = 3;
/// Days for which a caring note stays.
pub const NOTE_DAYS: i64 = 7;
/// Days within which two talked who may ask each other by name.
pub const TALKED_DAYS: i64 = 28;

/// The own line of a side of a card; may be empty.
pub type Line = Bounded<0, 200, false>;

crate::id! {
    /// A link with which somebody asks for a buddy. Random, 53 bits.
    BuddyLinkId;
}

crate::text_enum! {
    /// How often two buddies want to hear of each other.
    pub enum Cadence {
        /// Every day.
        Daily = "daily",
        /// A few times a week.
        Few = "few",
        /// Every week.
        Weekly = "weekly",
    }
}

crate::text_enum! {
    /// What a caring note says.
    pub enum Note {
        /// That they think of them.
        Thinking = "thinking",
        /// That they are there.
        Here = "here",
        /// That they are glad of them.
        Glad = "glad",
        /// That one day is enough.
        Today = "today",
        /// That nothing is owed.
        Rest = "rest",
        /// That they had a setback, and would like to be asked how they are.
        Setback = "setback",
        /// That a hard half-hour begins.
        Before = "before",
        /// That it is over.
        After = "after",
        /// That it is hard now, to somebody who said that they may be told.
        Ask = "ask",
        /// To a nudge: that they are okay.
        Okay = "okay",
        /// To a nudge: that they could use a chat.
        Chat = "chat",
    }
}

impl Note {
    /// Those that stand beside a buddy. The two ends of a hard half-hour are told from its own page, and a nudge is answered where it is.
    pub const BESIDE: &'static [Self] =
        &[Self::Thinking, Self::Here, Self::Glad, Self::Today, Self::Rest, Self::Setback];
}

/// The card of a link, sealed by the ring.
#[derive(Debug)]
pub enum LinkHeld {}

impl Field for LinkHeld {
    const NAME: &'static str = "buddy_link.sealed";
}

/// The card of a buddy, sealed by the ring.
#[derive(Debug)]
pub enum LineHeld {}

impl Field for LineHeld {
    const NAME: &'static str = "buddy.sealed";
}

/// The latest note of a side, sealed by the ring.
#[derive(Debug)]
pub enum NoteHeld {}

impl Field for NoteHeld {
    const NAME: &'static str = "buddy.noted";
}

/// A link as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = buddy_link)]
pub struct Link {
    /// Its id.
    pub id: BuddyLinkId,
    /// Who asks.
    pub face_id: FaceId,
    /// How often they would like to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer.
    pub sealed: Sealed<LinkHeld>,
    /// The last day on which it works.
    pub expires_on: Day,
    /// Whom it is for; none: whoever opens it.
    pub to_face: Option<FaceId>,
}

/// One side of two buddies as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = buddy)]
pub struct Buddy {
    /// Its id.
    pub id: BuddyId,
    /// Whose side it is.
    pub face_id: FaceId,
    /// Whose buddy they are.
    pub with_face: FaceId,
    /// How often they want to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer.
    pub sealed: Sealed<LineHeld>,
    /// The latest caring note of this side.
    pub noted: Sealed<NoteHeld>,
}

/// A caring note, as it is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// What it says.
    pub note: Note,
    /// The day of it.
    pub on: Day,
    /// How many that day.
    pub count: i64,
}

impl Noted {
    /// Whether its time is over: a hard day is not read for months.
    #[must_use]
    pub fn is_over(&self, today: Day) -> bool {
        self.on.plus(NOTE_DAYS) < today
    }

    /// How many caring notes a side may still send today that sent this one last.
    #[must_use]
    pub fn left(last: Option<&Self>, today: Day) -> i64 {
        last.filter(|last| last.on == today).map_or(NOTES_A_DAY, |last| (NOTES_A_DAY - last.count).max(0))
    }
}

/// A link to make.
#[derive(Debug, Clone)]
pub struct Offer {
    /// How often they would like to hear of each other.
    pub cadence: Cadence,
    /// What they need and offer.
    pub card: Card,
    /// The form's own mark: sent twice, it is one link.
    pub token: Option<Token>,
}

/// Why buddies may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// As many links are open as one has at once.
    #[error("as many links as one has at once are open")]
    Links,
    /// It is their own link.
    #[error("this is your own link")]
    Own,
    /// They are buddies already.
    #[error("you are buddies already")]
    Already,
    /// One of the two has as many as one has.
    #[error("one of you has as many buddies as one has")]
    Full,
    /// As many notes as a day holds.
    #[error("enough notes for today")]
    Noted,
    /// They did not say that they may be told when it gets hard.
    #[error("they did not say that they may be told")]
    Untold,
    /// They have not talked with each other lately.
    #[error("you have not talked with each other lately")]
    Strangers,
    /// Not known what was chosen.
    #[error("choose one of these")]
    Unknown,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Links => "buddy-links",
            Self::Own => "buddy-own",
            Self::Already => "buddy-already",
            Self::Full => "buddy-full",
            Self::Noted => "buddy-noted",
            Self::Untold => "buddy-untold",
            Self::Strangers => "buddy-strangers",
            Self::Unknown => "buddy-unknown",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Links | Self::Own | Self::Already | Self::Full | Self::Noted | Self::Untold => {
                kernel::Kind::Conflict
            }
            Self::Strangers => kernel::Kind::NotAllowed,
            Self::Unknown => kernel::Kind::Invalid,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Links => vec![("n", LINKS_MAX.to_string())],
            Self::Full => vec![("n", BUDDIES_MAX.to_string())],
            Self::Noted => vec![("n", NOTES_A_DAY.to_string())],
            _ => Vec::new(),
        }
    }
}

#[test]
fn three_notes_fit_into_a_day_and_one_stays_for_a_week() {
    let last = Noted { note: Note::Setback, on: Day(20_778), count: 2 };
    let left = |day| Noted::left(Some(&last), Day(day));
    assert_eq!((left(20_778), left(20_779), Noted::left(None, Day(20_778))), (1, 3, 3));
    assert_eq!([20_778, 20_785, 20_786].map(|day| last.is_over(Day(day))), [false, false, true]);
}
