//! What helped somebody last time, in each of the three parts of a half-hour: one of what is offered, or something in their own words. The
//! next half-hour begins with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::kernel::Bounded;

/// Something of their own; may be empty.
pub type OwnAct = Bounded<0, 120, false>;

crate::text_enum! {
    /// A part of the half-hour: ten minutes.
    pub enum Block {
        /// Getting through the wave.
        One = "one",
        /// What it asks for.
        Two = "two",
        /// Past tonight.
        Three = "three",
    }
}

crate::text_enum! {
    /// Something to do.
    pub enum Act {
        /// Moving away from it, or moving at all.
        Move = "move",
        /// Breathing.
        Breath = "breath",
        /// Watching the wave.
        Wave = "wave",
        /// Water, or something cold.
        Water = "water",
        /// Music.
        Music = "music",
        /// Eating.
        Eat = "eat",
        /// Saying it aloud, or writing it.
        Write = "write",
        /// Being where people are.
        People = "people",
        /// Lying down.
        Rest = "rest",
        /// Their own reasons.
        Reasons = "reasons",
        /// Playing it forward.
        Forward = "forward",
        /// Telling somebody before and after.
        Bookend = "bookend",
    }
}

impl Block {
    /// What is offered in it.
    #[must_use]
    pub const fn acts(self) -> &'static [Act] {
        match self {
            Self::One => &[Act::Move, Act::Breath, Act::Wave, Act::Water, Act::Music],
            Self::Two => &[Act::Eat, Act::Write, Act::People, Act::Rest, Act::Move, Act::Music],
            Self::Three => &[Act::Reasons, Act::Forward, Act::Bookend, Act::Move, Act::Music],
        }
    }
}

/// What helped.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Helped {
    /// One of what is offered.
    Offered(Act),
    /// Something in their own words.
    Own(String),
}

impl Helped {
    /// What was chosen; their own words, if there are any, say more than a choice. None: nothing.
    ///
    /// # Errors
    /// `half-hour-act` for what is not offered in that part.
    pub fn chosen(block: Block, act: &str, words: OwnAct) -> Result<Option<Self>, Refusal> {
        if !words.as_str().is_empty() {
            return Ok(Some(Self::Own(words.into_string())));
        }
        if act.is_empty() {
            return Ok(None);
        }
        let offered = Act::parse(act).filter(|act| block.acts().contains(act));
        offered.map(|act| Some(Self::Offered(act))).ok_or(Refusal::Act)
    }

    /// The choice, if it is one of what is offered.
    #[must_use]
    pub const fn act(&self) -> Option<Act> {
        match self {
            Self::Offered(act) => Some(*act),
            Self::Own(_) => None,
        }
    }

    /// Their own words; may be empty.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Offered(_) => "",
            Self::Own(words) => words,
        }
    }
}

/// Which sort only: logs must never hold what people wrote.
impl fmt::Debug for Helped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.act().is_some() { "Helped(offered)" } else { "Helped(own)" })
    }
}

#[test]
fn their_own_words_go_before_a_choice_and_a_part_holds_what_it_offers() {
    let words = |text: &str| OwnAct::parse(text).unwrap();
    let own = Helped::chosen(Block::One, "music", words("The kettle, and the stairs")).unwrap();
    assert_eq!(own.as_ref().map(Helped::words), Some("The kettle, and the stairs"));
    assert_eq!(format!("{own:?}"), "Some(Helped(own))");
    let text = serde_json::to_string(&own).unwrap();
    assert_eq!(serde_json::from_str::<Option<Helped>>(&text).unwrap(), own);
    for block in Block::ALL {
        assert!(block.acts().contains(&Act::Move) && block.acts().contains(&Act::Music));
        assert_eq!(Helped::chosen(*block, "music", words("")), Ok(Some(Helped::Offered(Act::Music))));
        assert_eq!(Helped::chosen(*block, "", words(" ")), Ok(None));
        assert_eq!(Helped::chosen(*block, "sleep", words("")), Err(Refusal::Act));
    }
    assert_eq!(
        Helped::chosen(Block::One, "reasons", words("")),
        Err(Refusal::Act),
        "that is for the last ten"
    );
}
