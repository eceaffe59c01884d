//! Sorts of news, and where each is told.

use serde::{Deserialize, Serialize};

use crate::kernel::{Kind, Zone};
use crate::keys::Field;
use crate::notify::inbox::Kind as News;

crate::text_enum! {
    /// News that is told alike. A stable word, stored and sent.
    pub enum Sort {
        /// Somebody answered.
        Replies = "replies",
        /// Somebody put a kind word.
        Kindness = "kindness",
        /// Somebody came, as they asked.
        Answered = "answered",
        /// Somebody asks for company, and they may be asked.
        Lamp = "lamp",
        /// What they and a buddy agreed on: that one is quiet, that it is the hour.
        Agreed = "agreed",
        /// Their own place here: groups, parts, their account, word from those who look after things.
        Place = "place",
        /// What waits for whoever looks after something.
        Service = "service",
    }
}

crate::text_enum! {
    /// Where a sort of news is told.
    pub enum Place {
        /// Nowhere.
        Nowhere = "none",
        /// On the page of news.
        Here = "here",
        /// There, and on the devices that were turned on.
        Push = "push",
        /// There, and by e-mail.
        Mail = "mail",
        /// There, on devices and by e-mail.
        Both = "both",
    }
}

impl Place {
    /// Whether devices are told.
    #[must_use]
    pub const fn rings(self) -> bool {
        matches!(self, Self::Push | Self::Both)
    }

    /// Whether an address is told.
    #[must_use]
    pub const fn mails(self) -> bool {
        matches!(self, Self::Mail | Self::Both)
    }

    /// The same, without e-mail.
    #[must_use]
    pub const fn without_mail(self) -> Self {
        match self {
            Self::Mail => Self::Here,
            Self::Both => Self::Push,
            Self::Nowhere | Self::Here | Self::Push => self,
        }
    }
}

impl Sort {
    /// How a notice is told.
    #[must_use]
    pub const fn of(kind: News) -> Self {
        match kind {
            News::Reply => Self::Replies,
            News::Reaction | News::Buddy | News::Note => Self::Kindness,
            News::WithYou => Self::Answered,
            News::Company => Self::Lamp,
            News::Quiet | News::Nudge => Self::Agreed,
            News::LetIn
            | News::SentBack
            | News::LetThrough
            | News::Role
            | News::TurnEnds
            | News::TurnOver
            | News::Standing
            | News::MailOver
            | News::Decision
            | News::There
            | News::Care => Self::Place,
            News::Asked | News::Held | News::Arrival | News::Concern | News::FollowUp => Self::Service,
        }
    }

    /// Where it may be told. What others wait for, or what was decided about somebody, is never nowhere.
    #[must_use]
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::Replies | Self::Kindness => Place::ALL,
            Self::Answered | Self::Lamp | Self::Agreed | Self::Place | Self::Service => {
                &[Place::Here, Place::Push, Place::Mail, Place::Both]
            }
        }
    }

    /// Whether minutes matter: somebody asked for company, or came.
    #[must_use]
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Answered | Self::Lamp)
    }
}

/// What somebody chose. Quiet, unless they said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Sorts that are not told [`Place::Here`].
    pub(super) told: Vec<(Sort, Place)>,
    /// The hour of their own clock from which nothing rings, and the one until which; alike: there are no such hours.
    pub quiet: (i64, i64),
    /// Where their clock stands.
    pub zone: String,
}

impl Default for Choices {
    fn default() -> Self {
        Self { told: Vec::new(), quiet: (22, 8), zone: Zone::utc().name().to_owned() }
    }
}

impl Choices {
    /// What nobody chose, by the clock of somebody, as far as it is known.
    pub(super) fn by(zone: Option<&Zone>) -> Self {
        let nobodys = Self::default();
        Self { zone: zone.map_or(nobodys.zone.clone(), |zone| zone.name().to_owned()), ..nobodys }
    }

    /// Where a sort of news is told.
    #[must_use]
    pub fn place(&self, sort: Sort) -> Place {
        self.told.iter().find(|(each, _)| *each == sort).map_or(Place::Here, |(_, place)| *place)
    }

    /// The same, with one sort told elsewhere.
    ///
    /// # Errors
    /// `notice-place`: that sort is not told there.
    pub fn with(mut self, sort: Sort, place: &str) -> Result<Self, Refusal> {
        let place = Place::parse(place).filter(|place| sort.places().contains(place));
        let place = place.ok_or(Refusal::Place)?;
        self.told.retain(|(each, _)| *each != sort);
        if place != Place::Here {
            self.told.push((sort, place));
        }
        Ok(self)
    }

    /// The same, with nothing told by e-mail.
    #[must_use]
    pub fn without_mail(mut self) -> Self {
        for (_, place) in &mut self.told {
            *place = place.without_mail();
        }
        self.told.retain(|(_, place)| *place != Place::Here);
        self
    }

    /// The same, with other quiet hours.
    ///
    /// # Errors
    /// `notice-hours`, `notice-zone`.
    pub fn quiet_between(self, from: i64, to: i64, zone: &str) -> Result<Self, Refusal> {
        if !(0..24).contains(&from) || !(0..24).contains(&to) {
            return Err(Refusal::Hours);
        }
        let zone = Zone::parse(zone).ok_or(Refusal::Zone)?;
        Ok(Self { quiet: (from, to), zone: zone.name().to_owned(), ..self })
    }
}

/// The sealed column.
#[derive(Debug)]
pub enum ChoiceHeld {}

impl Field for ChoiceHeld {
    const NAME: &'static str = "notice_choice.sealed";
}

/// Why a choice may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// That sort of news is not told there.
    #[error("that news is not told there")]
    Place,
    /// No hours of a clock.
    #[error("hours go from 0 to 23")]
    Hours,
    /// No time zone that the tables know.
    #[error("there is no such time zone")]
    Zone,
}

impl crate::kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Place => "notice-place",
            Self::Hours => "notice-hours",
            Self::Zone => "notice-zone",
        }
    }
    fn kind(&self) -> Kind {
        match self {
            Self::Place | Self::Hours | Self::Zone => Kind::Invalid,
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Place => "told",
            Self::Hours => "quiet_from",
            Self::Zone => "zone",
        })
    }
}
