//! A card of needs and offers: what somebody would like of a buddy, what they can be for one, and when. Where two cards fit is said
//! in words, never counted or compared with anybody else's (decision 0062).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Line, Refusal};
use crate::kernel::{Moment, Zone};

/// Hours of a part of the day that two have at once, for it to be told.
const HOURS: usize = 2;

crate::text_enum! {
    /// What somebody would like, or can do for another.
    pub enum Kind {
        /// A short word in the morning.
        Word = "word",
        /// Somebody to tell when it gets hard.
        Tell = "tell",
        /// Company at a meeting or on a walk.
        Company = "company",
        /// Somebody on the same pathway.
        Path = "path",
        /// Somebody who asks how it is going.
        Asks = "asks",
    }
}

crate::text_enum! {
    /// In whose way.
    pub enum Way {
        /// Listening.
        Listen = "listen",
        /// Having been there.
        Been = "been",
        /// Something practical.
        Practical = "practical",
    }
}

crate::text_enum! {
    /// When, by somebody's own clock: each is six hours.
    pub enum DayPart {
        /// From six to noon.
        Morning = "morning",
        /// From noon to six.
        Afternoon = "afternoon",
        /// From six to midnight.
        Evening = "evening",
        /// From midnight to six.
        Night = "night",
    }
}

impl DayPart {
    const fn at(hour: i64) -> Self {
        match hour {
            6..=11 => Self::Morning,
            12..=17 => Self::Afternoon,
            18..=23 => Self::Evening,
            _ => Self::Night,
        }
    }
}

/// One side of a card.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// What of.
    pub kinds: BTreeSet<Kind>,
    /// In which way.
    pub ways: BTreeSet<Way>,
    /// In their own words; may be empty.
    pub line: String,
}

impl Side {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.ways.is_empty() && self.line.is_empty()
    }

    /// Whether it names this.
    #[must_use]
    pub fn has(&self, kind: &Kind) -> bool {
        self.kinds.contains(kind)
    }

    /// Whether it names this way.
    #[must_use]
    pub fn is_way(&self, way: &Way) -> bool {
        self.ways.contains(way)
    }
}

/// How much only: logs must never hold what people wrote.
impl fmt::Debug for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Side({} kinds)", self.kinds.len())
    }
}

/// Both sides, and when: as it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What somebody would like.
    pub likes: Side,
    /// What they can do for another.
    pub can: Side,
    /// When they have time.
    pub when: BTreeSet<DayPart>,
    /// Where their clock stands; empty: not said. Nobody else reads it.
    pub zone: String,
}

/// A card as a form or a program sends it: codes, and two lines.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    /// Kinds that are liked.
    pub likes: Vec<String>,
    /// Ways that are.
    pub like_ways: Vec<String>,
    /// The own line of that side.
    pub line: String,
    /// Kinds that are offered.
    pub can: Vec<String>,
    /// Ways that are.
    pub can_ways: Vec<String>,
    /// The own line of that side.
    pub can_line: String,
    /// Parts of the day.
    pub when: Vec<String>,
    /// The name of a place; may be empty.
    pub zone: String,
}

impl Card {
    /// With one line of the first side: what a card was before it had two.
    #[must_use]
    pub fn of_line(line: &str) -> Self {
        Self { likes: Side { line: line.to_owned(), ..Side::default() }, ..Self::default() }
    }

    /// Opened bytes. Those that were sealed before there were two sides are one line.
    pub(super) fn read(plain: &[u8]) -> Option<Self> {
        let line = || Some(Self::of_line(std::str::from_utf8(plain).ok()?.trim_end()));
        serde_json::from_slice(plain).ok().or_else(line)
    }

    /// What was sent, if all of it can be chosen; its lines are parsed by whoever read them.
    ///
    /// # Errors
    /// `buddy-unknown`.
    pub fn chosen(sent: &Sent, (line, can_line): (Line, Line)) -> Result<Self, Refusal> {
        if !sent.zone.is_empty() && Zone::parse(&sent.zone).is_none() {
            return Err(Refusal::Unknown);
        }
        Ok(Self {
            likes: Side {
                kinds: all(&sent.likes, Kind::parse)?,
                ways: all(&sent.like_ways, Way::parse)?,
                line: line.into_string(),
            },
            can: Side {
                kinds: all(&sent.can, Kind::parse)?,
                ways: all(&sent.can_ways, Way::parse)?,
                line: can_line.into_string(),
            },
            when: all(&sent.when, DayPart::parse)?,
            zone: sent.zone.clone(),
        })
    }

    /// What was sent, for a form that is shown once more: what cannot be chosen is left out, and nothing typed is lost.
    #[must_use]
    pub fn typed(sent: &Sent) -> Self {
        Self {
            likes: Side {
                kinds: known(&sent.likes, Kind::parse),
                ways: known(&sent.like_ways, Way::parse),
                line: sent.line.clone(),
            },
            can: Side {
                kinds: known(&sent.can, Kind::parse),
                ways: known(&sent.can_ways, Way::parse),
                line: sent.can_line.clone(),
            },
            when: known(&sent.when, DayPart::parse),
            zone: sent.zone.clone(),
        }
    }

    /// Both sides, each with what the fields of its choices and of its line are called.
    #[must_use]
    pub fn sides(&self) -> [(&'static str, &'static str, &Side); 2] {
        [("likes", "line", &self.likes), ("can", "can_line", &self.can)]
    }

    /// Sides on which something is said, in this order.
    #[must_use]
    pub fn said(&self) -> Vec<(&'static str, &Side)> {
        let both = [("likes", &self.likes), ("can", &self.can)];
        both.into_iter().filter(|(_, side)| !side.is_empty()).collect()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.likes.is_empty() && self.can.is_empty() && self.when.is_empty()
    }

    /// Whether this part of the day is named.
    #[must_use]
    pub fn is_when(&self, part: &DayPart) -> bool {
        self.when.contains(part)
    }

    /// Whether it is this zone.
    #[must_use]
    pub fn is_zone(&self, name: &str) -> bool {
        self.zone == name
    }

    /// The hour that its clock shows, as clocks show it; none: it is not said where it stands.
    #[must_use]
    pub fn clock(&self, now: &Moment) -> Option<String> {
        Zone::parse(&self.zone).map(|zone| format!("{:02}:00", zone.hour(*now)))
    }

    /// Whether its owner may be told when it gets hard: they offered it.
    #[must_use]
    pub fn may_be_told(&self) -> bool {
        self.can.kinds.contains(&Kind::Tell)
    }
}

fn all<T: Ord>(codes: &[String], parse: fn(&str) -> Option<T>) -> Result<BTreeSet<T>, Refusal> {
    codes.iter().map(|code| parse(code).ok_or(Refusal::Unknown)).collect()
}

fn known<T: Ord>(codes: &[String], parse: fn(&str) -> Option<T>) -> BTreeSet<T> {
    codes.iter().filter_map(|code| parse(code)).collect()
}

/// Where two cards fit, from where one of the two stands. It holds no number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    /// What both would like.
    pub both: Vec<Kind>,
    /// What the reader would like, and the other can do.
    pub they: Vec<Kind>,
    /// What the other would like, and the reader can do.
    pub you: Vec<Kind>,
    /// Ways that one likes and the other has.
    pub ways: Vec<Way>,
    /// When both have time, by the reader's clock.
    pub when: Vec<DayPart>,
}

impl Fit {
    /// Of a reader's own card and another's.
    #[must_use]
    pub fn of(mine: &Card, theirs: &Card, now: Moment) -> Self {
        let shared = |one: &BTreeSet<Kind>, other: &BTreeSet<Kind>| -> Vec<Kind> {
            one.intersection(other).copied().collect()
        };
        let liked = mine.likes.ways.intersection(&theirs.can.ways);
        let ways: BTreeSet<Way> =
            liked.chain(theirs.likes.ways.intersection(&mine.can.ways)).copied().collect();
        Self {
            both: shared(&mine.likes.kinds, &theirs.likes.kinds),
            they: shared(&mine.likes.kinds, &theirs.can.kinds),
            you: shared(&theirs.likes.kinds, &mine.can.kinds),
            ways: ways.into_iter().collect(),
            when: shared_times(mine, theirs, now),
        }
    }

    /// Whether there is nothing to tell: then nothing is said of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The three lists of kinds, each with the end of its key.
    #[must_use]
    pub fn lists(&self) -> [(&'static str, &[Kind]); 3] {
        [("both", &self.both), ("they", &self.they), ("you", &self.you)]
    }
}

/// Parts of the first one's day of which both have some hours.
fn shared_times(mine: &Card, theirs: &Card, now: Moment) -> Vec<DayPart> {
    let Some((here, there)) = Zone::parse(&mine.zone).zip(Zone::parse(&theirs.zone)) else {
        return Vec::new();
    };
    let hours = (0..24).map(|hour| now.plus_s(hour * 3_600));
    let shared: Vec<DayPart> = hours
        .filter(|at| theirs.when.contains(&DayPart::at(there.hour(*at))))
        .map(|at| DayPart::at(here.hour(at)))
        .filter(|own| mine.when.contains(own))
        .collect();
    let is_told = |part: &DayPart| shared.iter().filter(|each| *each == part).count() >= HOURS;
    DayPart::ALL.iter().copied().filter(is_told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(likes: &[Kind], can: &[Kind], when: &[DayPart], zone: &str) -> Card {
        let side = |kinds: &[Kind]| Side { kinds: kinds.iter().copied().collect(), ..Side::default() };
        let (likes, can) = (side(likes), side(can));
        Card { likes, can, when: when.iter().copied().collect(), zone: zone.to_owned() }
    }

    #[test]
    fn two_cards_fit_in_what_one_likes_and_the_other_can_and_by_the_readers_clock() {
        let now = Moment(1_763_726_400_000); // noon, UTC, in winter
        let mine = card(&[Kind::Word, Kind::Tell], &[Kind::Path], &[DayPart::Evening], "Europe/Berlin");
        let theirs =
            card(&[Kind::Word, Kind::Path], &[Kind::Tell], &[DayPart::Afternoon], "America/New_York");
        let fit = Fit::of(&mine, &theirs, now);
        assert_eq!(
            (fit.both.as_slice(), fit.they.as_slice()),
            ([Kind::Word].as_slice(), [Kind::Tell].as_slice())
        );
        assert_eq!(
            (fit.you.as_slice(), fit.when.as_slice()),
            ([Kind::Path].as_slice(), [DayPart::Evening].as_slice())
        );
        assert_eq!(Fit::of(&theirs, &mine, now).when, [DayPart::Afternoon], "each by their own clock");
        let unsaid = Card { zone: String::new(), ..theirs };
        assert!(Fit::of(&mine, &unsaid, now).when.is_empty(), "nothing is guessed");
        assert!(Fit::of(&Card::default(), &mine, now).is_empty());
    }

    #[test]
    fn a_card_of_before_is_one_line_and_one_of_now_is_read_as_written() {
        assert_eq!(Card::read(b"Walks   "), Some(Card::of_line("Walks")));
        assert_eq!(Card::read(b"{}  "), Some(Card::of_line("{}")), "what somebody typed is no card");
        let card = card(&[Kind::Asks], &[], &[DayPart::Night], "Asia/Tokyo");
        assert_eq!(Card::read(&serde_json::to_vec(&card).unwrap()), Some(card));
        assert_eq!(Card::read(&[0xFF]), None);
    }

    #[test]
    fn what_cannot_be_chosen_is_refused_and_what_was_typed_is_kept() {
        let sent = |likes: &str, zone: &str| Sent {
            likes: vec!["word".to_owned(), likes.to_owned()],
            zone: zone.to_owned(),
            ..Sent::default()
        };
        let chosen = |sent: &Sent| Card::chosen(sent, (Line::clipped("Walks"), Line::clipped("")));
        assert_eq!(chosen(&sent("tell", "")).map(|card| card.likes.kinds.len()), Ok(2));
        assert_eq!(chosen(&sent("gold", "")), Err(Refusal::Unknown));
        assert_eq!(chosen(&sent("tell", "Mars/Base")), Err(Refusal::Unknown));
        assert_eq!(Card::typed(&sent("gold", "")).likes.kinds.len(), 1);
    }
}
