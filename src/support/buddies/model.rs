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
/// Notes to one buddy in a day that ask for them.
pub const ASKS_A_DAY: i64 = 8;
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
        /// How they are holding up. One press answers it.
        How = "how",
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
        &[Self::Thinking, Self::Here, Self::Glad, Self::Today, Self::Rest, Self::How, Self::Setback];

    /// Whether it asks for whoever reads it. It is told as what two agreed on, never as a kind word, and kindness uses none of it up.
    #[must_use]
    pub const fn asks(self) -> bool {
        match self {
            Self::Setback | Self::Before | Self::Ask | Self::Chat => true,
            Self::Thinking
            | Self::Here
            | Self::Glad
            | Self::Today
            | Self::Rest
            | Self::How
            | Self::After
            | Self::Okay => false,
        }
    }
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

/// A caring note, as it is sealed, with what a side sent that day. Those of before do not have all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// What it says.
    pub note: Note,
    /// The day of it.
    pub on: Day,
    /// How many that day that were kind.
    pub count: i64,
    /// How many that day that asked.
    #[serde(default)]
    pub asks: i64,
    /// Whether a hard half-hour they told of is not over.
    #[serde(default)]
    pub is_begun: bool,
    /// Whether they asked how the other is.
    #[serde(default)]
    pub how: Option<How>,
}

/// That a side asked in their own name how the other is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct How {
    /// The hour of it, since 1970.
    pub hour: i64,
    /// Whether the other said.
    pub is_answered: bool,
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
    /// They asked for them as often as a day holds.
    #[error("you asked for them often today")]
    Called,
    /// They asked how the other is, and that waits for a word.
    #[error("you asked already, and it waits for a word")]
    Waits,
    /// Their account is paused or closed: they would not read it.
    #[error("they cannot be reached here right now")]
    Away,
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
            Self::Called => "buddy-called",
            Self::Waits => "buddy-waits",
            Self::Away => "buddy-away",
            Self::Strangers => "buddy-strangers",
            Self::Unknown => "buddy-unknown",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Links
            | Self::Own
            | Self::Already
            | Self::Full
            | Self::Noted
            | Self::Untold
            | Self::Called
            | Self::Waits
            | Self::Away => kernel::Kind::Conflict,
            Self::Strangers => kernel::Kind::NotAllowed,
            Self::Unknown => kernel::Kind::Invalid,
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Links => vec![("n", LINKS_MAX.to_string())],
            Self::Full => vec![("n", BUDDIES_MAX.to_string())],
            Self::Noted => vec![("n", NOTES_A_DAY.to_string())],
            Self::Called => vec![("n", ASKS_A_DAY.to_string())],
            _ => Vec::new(),
        }
    }
}
