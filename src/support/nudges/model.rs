//! When somebody asks to be thought of, and why it may not be kept.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::nudge;
use crate::kernel::{self, BuddyId, Day, FaceId, Zone};
use crate::keys::{Field, Sealed};
use crate::support::buddies::{Cadence, Note};
use crate::support::oncall::Weekday;

/// What is sealed by the ring.
#[derive(Debug)]
pub enum NudgeHeld {}

impl Field for NudgeHeld {
    const NAME: &'static str = "nudge.sealed";
}

/// An agreement as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = nudge)]
pub struct Nudge {
    /// The side of whoever asked.
    pub id: BuddyId,
    /// Who that is.
    pub face_id: FaceId,
    /// Whether both said yes.
    pub is_agreed: bool,
    /// What they agreed.
    pub sealed: Sealed<NudgeHeld>,
}

/// How often, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// How often.
    pub cadence: Cadence,
    /// The hour, of the asker's clock.
    pub hour: i64,
    /// Where that clock stands.
    pub zone: String,
    /// The day of the week of what comes once a week. Those of before have none, and it was Sunday.
    #[serde(default)]
    pub day: Option<Weekday>,
}

impl Terms {
    /// As a form or a program says.
    ///
    /// # Errors
    /// `nudge-cadence`, `nudge-hour`, `nudge-zone`.
    pub fn parse(cadence: &str, hour: i64, zone: &str) -> Result<Self, Refusal> {
        let cadence = Cadence::parse(cadence).ok_or(Refusal::Cadence)?;
        if !(0..24).contains(&hour) {
            return Err(Refusal::Hour);
        }
        let zone = Zone::parse(zone).ok_or(Refusal::Zone)?;
        Ok(Self { cadence, hour, zone: zone.name().to_owned(), day: None })
    }

    /// The same, on a day of the week, where it comes once a week; nothing said: on Sunday.
    ///
    /// # Errors
    /// `nudge-day`.
    pub fn on(self, day: &str) -> Result<Self, Refusal> {
        if self.cadence != Cadence::Weekly || day.is_empty() {
            return Ok(self);
        }
        let day = Weekday::parse(day).ok_or(Refusal::Day)?;
        Ok(Self { day: Some(day).filter(|day| *day != Weekday::Sun), ..self })
    }

    /// The day of the week; none: it comes more often.
    #[must_use]
    pub fn weekday(&self) -> Option<Weekday> {
        (self.cadence == Cadence::Weekly).then(|| self.day.unwrap_or(Weekday::Sun))
    }

    /// The hour as clocks show it.
    #[must_use]
    pub fn clock(&self) -> String {
        format!("{:02}:00", self.hour)
    }
}

crate::text_enum! {
    /// What whoever was nudged says, in one press.
    pub enum Said {
        /// That they are okay.
        Okay = "okay",
        /// That they could use a chat.
        Chat = "chat",
    }
}

crate::text_enum! {
    /// What became of the latest nudge, for a day.
    pub enum Word {
        /// There was none within a day.
        None = "none",
        /// No word yet.
        Waits = "waits",
        /// They are okay.
        Okay = "okay",
        /// They could use a chat.
        Chat = "chat",
    }
}

impl Said {
    /// What the other reads of it.
    #[must_use]
    pub const fn word(self) -> Word {
        match self {
            Self::Okay => Word::Okay,
            Self::Chat => Word::Chat,
        }
    }

    /// The note that says it.
    #[must_use]
    pub const fn note(self) -> Note {
        match self {
            Self::Okay => Note::Okay,
            Self::Chat => Note::Chat,
        }
    }
}

/// What is in the seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// How often, and when.
    pub terms: Terms,
    /// The day of the latest one, by the asker's clock.
    pub last: Option<Day>,
    /// What they said to it; none: nothing yet. Those of before do not have it.
    #[serde(default)]
    pub said: Option<Said>,
}

/// How it stands, for one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// How often, and when.
    pub terms: Terms,
    /// Whether both said yes.
    pub is_agreed: bool,
    /// What became of the latest one.
    pub word: Word,
}

/// Why it may not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not said how often.
    #[error("choose how often")]
    Cadence,
    /// No hour of a clock.
    #[error("hours go from 0 to 23")]
    Hour,
    /// No day of the week.
    #[error("choose a day of the week")]
    Day,
    /// No time zone that the tables know.
    #[error("there is no such time zone")]
    Zone,
    /// The other asks something else by now.
    #[error("they ask something else by now")]
    Changed,
    /// None of the two answers.
    #[error("choose one of the answers")]
    Answer,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Cadence => "nudge-cadence",
            Self::Hour => "nudge-hour",
            Self::Day => "nudge-day",
            Self::Zone => "nudge-zone",
            Self::Changed => "nudge-changed",
            Self::Answer => "nudge-answer",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Cadence | Self::Hour | Self::Day | Self::Zone | Self::Answer => kernel::Kind::Invalid,
            Self::Changed => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Cadence => Some("cadence"),
            Self::Hour => Some("hour"),
            Self::Day => Some("day"),
            Self::Zone => Some("zone"),
            Self::Changed | Self::Answer => None,
        }
    }
}
