//! Asks, rooms and lamps, and why they may say no.

use diesel::prelude::*;

use super::rules;
use crate::db::schema::{ask, lamp};
use crate::kernel::{AskId, Bounded, Day, FaceId, Moment, PublicId, Zone};

/// What somebody says when they ask: one line; may be empty.
pub type Line = Bounded<0, 200, false>;
/// What is said in a small room.
pub type Words = Bounded<1, 1_000, true>;

crate::text_enum! {
    /// What somebody needs, in the fewest words.
    pub enum Need {
        /// A craving.
        Craving = "craving",
        /// They have used, and it frightens them.
        Used = "used",
        /// Somebody to be with.
        Company = "company",
    }
}

/// The key of the words for a need.
#[must_use]
pub fn need_label(need: &Need) -> String {
    format!("need-{}", need.code())
}

/// The drawing beside it.
#[must_use]
pub const fn need_icon(need: &Need) -> &'static str {
    match need {
        Need::Craving => "storm",
        Need::Used => "setback",
        Need::Company => "people",
    }
}

crate::text_enum! {
    /// How far an ask goes, and by whom a listener may be asked. Declared from nearest to furthest, and ordered so.
    pub enum Circle {
        /// People of one's groups whose lamp is lit.
        Lamps = "lamps",
        /// Also people of one's groups who said that they may be asked.
        Groups = "groups",
        /// Everybody here whose lamp is lit, or who said that they may be asked.
        Everyone = "everyone",
    }
}

crate::text_enum! {
    /// How far it has come with an ask.
    pub enum Phase {
        /// Nobody is there yet.
        Open = "open",
        /// Somebody came, and nothing was said yet.
        Claimed = "claimed",
        /// They talk.
        Talking = "talking",
        /// It is easier now.
        Easing = "easing",
        /// Over: whoever asked is okay, or the day has passed.
        Closed = "closed",
        /// Over: taken back before anything was said.
        TakenBack = "taken-back",
        /// Over: nobody came.
        Unanswered = "unanswered",
        /// Over: somebody came and had to go, and nobody else came.
        Left = "left",
        /// Over: whoever asked went on somewhere else.
        HandedOff = "handed-off",
    }
}

crate::text_enum! {
    /// What may be pressed in a room.
    pub enum Moves {
        /// It is easier now.
        Ease = "ease",
        /// It is not.
        Harder = "harder",
        /// Whoever asked is okay for now.
        Close = "close",
        /// Never mind.
        TakeBack = "take-back",
        /// Whoever asked goes on somewhere else: a call, a meeting, a friend.
        HandOff = "hand-off",
        /// A listener has to go.
        Leave = "leave",
        /// Another one is asked for: by a listener, or by whoever asked.
        Cover = "cover",
        /// A listener hands over: they stay until somebody else comes.
        HandOver = "hand-over",
        /// They can stay after all.
        Stay = "stay",
        /// A listener points to the helplines.
        Point = "point",
    }
}

crate::text_enum! {
    /// What is counted of asks.
    pub enum Outcome {
        /// Somebody asked.
        Asked = "asked",
        /// Somebody came within two minutes.
        Soon = "soon",
        /// Within ten.
        Ten = "ten",
        /// Later.
        Later = "later",
        /// Nobody did, for two hours, or for ten minutes until whoever asked ended it.
        Unanswered = "unanswered",
    }
}

crate::text_enum! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Mon = "mon",
        /// Tuesday.
        Tue = "tue",
        /// Wednesday.
        Wed = "wed",
        /// Thursday.
        Thu = "thu",
        /// Friday.
        Fri = "fri",
        /// Saturday.
        Sat = "sat",
        /// Sunday.
        Sun = "sun",
    }
}

impl Weekday {
    /// The one a day is.
    #[must_use]
    pub fn of(day: Day) -> Self {
        // 1970-01-01 was a Thursday.
        let place = usize::try_from((day.0 + 3).rem_euclid(7)).unwrap_or_default();
        Self::ALL.get(place).copied().unwrap_or(Self::Mon)
    }

    /// The key of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mon => "weekday-monday",
            Self::Tue => "weekday-tuesday",
            Self::Wed => "weekday-wednesday",
            Self::Thu => "weekday-thursday",
            Self::Fri => "weekday-friday",
            Self::Sat => "weekday-saturday",
            Self::Sun => "weekday-sunday",
        }
    }
}

/// An ask as stored.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = ask)]
pub struct Ask {
    /// Never shown.
    pub id: AskId,
    /// What addresses call it.
    pub public_id: PublicId,
    /// Who asks; never an alias.
    pub face_id: FaceId,
    /// What they need.
    pub need: Need,
    /// Sealed; empty: none.
    pub line: String,
    /// The month of the key that opens what was said.
    pub month: String,
    /// How far it may go.
    pub consent: Circle,
    /// How far it has gone.
    pub circle: Circle,
    /// How far it has come.
    pub phase: Phase,
    /// How often it was asked.
    pub round: i64,
    /// When this round was asked, or another listener; the day alone once somebody came.
    pub rung_at: Moment,
    /// When all of it goes.
    pub ends_at: Moment,
    /// The day it was over.
    pub over_on: Option<Day>,
    /// Whether whoever listens points to the helplines.
    pub is_pointed: bool,
    /// Whether it was asked so often within a day that it rings no more.
    pub is_quiet: bool,
    /// Whether another listener is asked for while somebody is there.
    pub is_calling: bool,
    /// Whether those who came have said nothing for some minutes.
    pub is_silent: bool,
}

/// Something to ask.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What they need.
    pub need: Need,
    /// In one line; may be empty.
    pub line: Line,
    /// How far it may go.
    pub consent: Circle,
}

/// Something that was said in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who said it.
    pub face: FaceId,
    /// What; none: the key that opens it is not here.
    pub words: Option<String>,
}

/// A listener's lamp as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = lamp)]
pub struct Lamp {
    /// Whose.
    pub face_id: FaceId,
    /// When it goes out by itself; none: it is out.
    pub lit_until: Option<Moment>,
    /// People at a time.
    pub most: i64,
    /// Who may ask while it is out; lamps: nobody.
    pub askable: Circle,
    /// Days of hours on duty, a space between.
    pub days: String,
    /// From which hour.
    pub from_hour: i64,
    /// Until which; not later than the first: of the next day.
    pub to_hour: i64,
    /// Where their clock stands.
    pub zone: String,
    /// Nobody asks them before.
    pub rests_until: Option<Moment>,
    /// The day on which they are asked how they are, after they listened; none: they are not.
    pub looks_back_on: Option<Day>,
    /// People in 24 hours, at most; 0: as many as ask.
    pub a_day: i64,
}

impl Lamp {
    /// As it is for somebody who never said anything of it.
    #[must_use]
    pub fn of(face: FaceId) -> Self {
        Self {
            face_id: face,
            lit_until: None,
            most: 1,
            askable: Circle::Lamps,
            days: String::new(),
            from_hour: 0,
            to_hour: 0,
            zone: Zone::utc().name().to_owned(),
            rests_until: None,
            looks_back_on: None,
            a_day: rules::A_DAY,
        }
    }

    /// Where its owner's clock stands.
    #[must_use]
    pub fn clock(&self) -> Zone {
        Zone::parse(&self.zone).unwrap_or_else(Zone::utc)
    }

    /// Days of hours on duty.
    pub fn on_days(&self) -> impl Iterator<Item = Weekday> {
        self.days.split(' ').filter_map(Weekday::parse)
    }
}

/// When somebody would like to be asked.
#[derive(Debug, Clone)]
pub struct Duty {
    /// People at a time.
    pub most: i64,
    /// People in 24 hours, at most; 0: as many as ask; none: as it was.
    pub a_day: Option<i64>,
    /// Who may ask while their lamp is out.
    pub askable: Circle,
    /// Days of hours on duty; empty: none.
    pub days: Vec<Weekday>,
    /// From which hour, and until which.
    pub hours: (i64, i64),
    /// Where their clock stands.
    pub zone: Zone,
}
