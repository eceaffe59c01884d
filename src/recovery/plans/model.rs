//! A plan for a hard hour, and the waves its member marked.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Block, Helped};
use crate::kernel::{self, Bounded, Day};

/// The strongest urge.
const URGE_MAX: i64 = 10;
/// Waves kept for one member: the latest.
const WAVES_MAX: usize = 30;
/// Lines of a plan that stand on Support.
const FIRST: usize = 2;

/// A line of it there.
type Glimpse = Bounded<0, 120, false>;

/// What stands under one heading; may be empty.
pub type Words = Bounded<0, 1000, true>;

crate::text_enum! {
    /// A heading of a plan, in the order of the card.
    pub enum Part {
        /// What tells them that it is coming.
        Signs = "signs",
        /// What they can do alone.
        Alone = "alone",
        /// Where they can go, and who takes their mind off it.
        Places = "places",
        /// Whom they can call.
        People = "people",
        /// Professionals, and places that help.
        Help = "help",
        /// How they make what is around them safer.
        Safer = "safer",
        /// What is worth it to them.
        Reasons = "reasons",
    }
}

crate::text_enum! {
    /// Which end of a wave.
    pub enum Edge {
        /// Before the half-hour.
        Before = "before",
        /// After it.
        After = "after",
    }
}

impl Part {
    /// Whether numbers under it are there to be called.
    #[must_use]
    pub const fn is_called(self) -> bool {
        matches!(self, Self::People | Self::Help)
    }
}

/// A plan: words by heading. A heading without words is not there.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Plan(BTreeMap<Part, String>);

impl Plan {
    /// The plan with other words under one heading.
    #[must_use]
    pub fn with(mut self, part: Part, words: Words) -> Self {
        if words.as_str().is_empty() {
            self.0.remove(&part);
        } else {
            self.0.insert(part, words.into_string());
        }
        self
    }

    /// What stands under a heading; may be empty.
    #[must_use]
    pub fn words(&self, part: Part) -> &str {
        self.0.get(&part).map_or("", String::as_str)
    }

    /// Headings of which something is written, with it, in the order of the card.
    pub fn written(&self) -> impl Iterator<Item = (Part, &str)> {
        Part::ALL.iter().map(|part| (*part, self.words(*part))).filter(|(_, words)| !words.is_empty())
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first lines of it: what to do comes before why.
    #[must_use]
    pub fn first_lines(&self) -> Vec<(Part, String)> {
        let order =
            [Part::Alone, Part::People, Part::Places, Part::Help, Part::Safer, Part::Reasons, Part::Signs];
        let first =
            |part: Part| Some((part, Glimpse::clipped(self.words(part).lines().next()?).into_string()));
        order.into_iter().filter_map(first).take(FIRST).collect()
    }
}

/// How many headings only: logs must never hold what people wrote.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Plan({} headings)", self.0.len())
    }
}

/// A half-hour: how strong the urge was before it and after it, from 0 to 10; none: not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wave {
    /// The day, by the member's own clock.
    pub day: Day,
    /// Before.
    pub before: Option<i64>,
    /// After.
    pub after: Option<i64>,
}

/// Everything a member keeps here, as it is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The plan.
    pub plan: Plan,
    /// Waves, the latest last.
    pub waves: Vec<Wave>,
    /// What helped last time, by part of the half-hour.
    #[serde(default)]
    pub helped: BTreeMap<Block, Helped>,
    /// Whether something is kept that does not open: then nothing else is known of it.
    #[serde(skip)]
    pub is_shut: bool,
}

impl Kept {
    /// Of what does not open.
    pub(super) fn shut() -> Self {
        Self { is_shut: true, ..Self::default() }
    }

    /// The same, if it opens.
    ///
    /// # Errors
    /// `plan-shut`.
    pub fn opened(self) -> Result<Self, Refusal> {
        if self.is_shut { Err(Refusal::Shut) } else { Ok(self) }
    }

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plan.is_empty() && self.waves.is_empty() && self.helped.is_empty()
    }

    /// The wave that goes on: it was begun today or yesterday, and has no end.
    #[must_use]
    pub fn going(&self, today: Day) -> Option<Wave> {
        self.waves.last().copied().filter(|wave| is_going(wave, today))
    }

    /// Marks one end of a wave. The same end marked again says it anew.
    pub(super) fn mark(&mut self, edge: Edge, urge: i64, today: Day) {
        let last = self.waves.last_mut();
        match (edge, last) {
            (Edge::Before, Some(wave)) if is_going(wave, today) => wave.before = Some(urge),
            (Edge::After, Some(wave)) if is_going(wave, today) || wave.day == today => {
                wave.after = Some(urge);
            }
            (Edge::Before, _) => self.begin(Wave { day: today, before: Some(urge), after: None }),
            (Edge::After, _) => self.begin(Wave { day: today, before: None, after: Some(urge) }),
        }
    }

    fn begin(&mut self, wave: Wave) {
        self.waves.push(wave);
        let over = self.waves.len().saturating_sub(WAVES_MAX);
        self.waves.drain(..over);
    }
}

fn is_going(wave: &Wave, today: Day) -> bool {
    wave.after.is_none() && wave.day >= today.plus(-1)
}

/// Reads how strong an urge is.
///
/// # Errors
/// `wave-urge` for what is no number from 0 to 10.
pub(super) fn urge(sent: i64) -> Result<i64, Refusal> {
    if (0..=URGE_MAX).contains(&sent) { Ok(sent) } else { Err(Refusal::Urge) }
}

/// Why a plan or a wave may say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such urge.
    #[error("an urge is from 0 to 10")]
    Urge,
    /// Neither before nor after.
    #[error("it is either before or after")]
    Edge,
    /// No such part of the half-hour.
    #[error("a half-hour has three parts")]
    Block,
    /// Not offered in that part.
    #[error("that is not offered in this part")]
    Act,
    /// What is kept does not open, and nothing is written over it unasked.
    #[error("what is kept does not open")]
    Shut,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Urge => "wave-urge",
            Self::Edge => "wave-edge",
            Self::Block => "half-hour-part",
            Self::Act => "half-hour-act",
            Self::Shut => "plan-shut",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Urge | Self::Edge | Self::Block | Self::Act => kernel::Kind::Invalid,
            Self::Shut => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Urge => Some("urge"),
            Self::Act => Some("act"),
            Self::Edge | Self::Block | Self::Shut => None,
        }
    }
}

#[test]
fn a_wave_has_two_ends_and_the_latest_are_kept() {
    let (today, wave) = (Day(20_778), |day, before, after| Wave { day, before, after });
    let mut kept = Kept::default();
    kept.mark(Edge::Before, 8, today);
    kept.mark(Edge::Before, 7, today);
    assert_eq!(kept.going(today), Some(wave(today, Some(7), None)));
    kept.mark(Edge::After, 4, today.plus(1));
    kept.mark(Edge::Before, 6, today.plus(1));
    assert_eq!(kept.waves, [wave(today, Some(7), Some(4)), wave(today.plus(1), Some(6), None)]);
    assert_eq!(kept.going(today.plus(3)), None, "it is long over");
    kept.mark(Edge::After, 3, today.plus(3));
    kept.mark(Edge::After, 2, today.plus(3));
    assert_eq!(kept.waves.get(2), Some(&wave(today.plus(3), None, Some(2))));
    for day in 4..50 {
        kept.mark(Edge::Before, 1, today.plus(day * 2));
    }
    assert_eq!(kept.waves.len(), WAVES_MAX);
    assert_eq!(kept.waves.last().map(|wave| wave.day), Some(today.plus(98)));
}

#[test]
fn what_to_do_comes_before_why_and_an_empty_heading_is_none() {
    let words = |text: &str| Words::parse(text).unwrap();
    let plan = Plan::default()
        .with(Part::Reasons, words("My sister"))
        .with(Part::Alone, words("Walk\nTea"))
        .with(Part::People, words("Ana"))
        .with(Part::Signs, words(" "));
    assert_eq!(plan.first_lines(), [(Part::Alone, "Walk".to_owned()), (Part::People, "Ana".to_owned())]);
    assert_eq!((plan.words(Part::Signs), format!("{plan:?}")), ("", "Plan(3 headings)".to_owned()));
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
    assert!(Part::ALL.iter().fold(plan, |plan, part| plan.with(*part, words(""))).is_empty());
}
