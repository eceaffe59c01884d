//! What is said to somebody who may be in distress, and why that may be refused.

use diesel::prelude::*;

use crate::db::schema::care;
use crate::kernel::{self, Bounded, Chance, Day, Error, FaceId};
use crate::keys::Keyring;
use crate::safety::reports::ConcernId;
use crate::ui::Shell;

crate::id! {
    /// A word of care. Random, 53 bits.
    CareId;
}

/// What somebody writes to whoever may need them, or answers: several lines.
pub type Words = Bounded<2, 1_000, true>;
/// What those who look after somebody leave for each other; may be empty.
pub type Note = Bounded<0, 500, true>;
/// The same where a note is all there is.
pub type Aside = Bounded<2, 500, true>;

/// Seconds after which whoever told of a setback is asked how they are: three hours, a day, three days, a week.
pub(super) const AFTER_S: [i64; 4] = [3 * 3_600, 86_400, 3 * 86_400, 7 * 86_400];

/// What words and answers are called where they are sealed.
const WORDS: &str = "care.words";
const ANSWER: &str = "care.answer";

crate::text_enum! {
    /// What sort of word.
    pub enum Kind {
        /// To whoever it is about.
        Words = "words",
        /// Asks them how they are, the day after.
        After = "after",
        /// Between those who look after them.
        Note = "note",
    }
}

crate::text_enum! {
    /// Words that stand ready, to be sent as they are or not at all.
    pub enum Ready {
        /// "I read your words."
        Read = "read",
        /// "Would you like company?"
        Company = "company",
        /// "Are you safe right now?"
        Safe = "safe",
    }
}

impl Ready {
    /// These words, in the reader's language.
    #[must_use]
    pub fn words(self, ui: &Shell) -> String {
        ui.t(&format!("care-say-{}", self.code())).into_owned()
    }
}

/// A word as stored.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = care)]
pub struct Care {
    /// Its id.
    pub id: CareId,
    /// The concern it belongs to; none: they told of a setback, and nobody is worried.
    pub concern_id: Option<ConcernId>,
    /// What sort.
    pub kind: Kind,
    /// For whom; none: a note.
    pub face_id: Option<FaceId>,
    /// Who wrote it; none: nobody, or they are gone.
    pub by_face: Option<FaceId>,
    /// Sealed; empty: the words of the page.
    pub words: String,
    /// Sealed: what they answered; empty: nothing.
    pub answer: String,
    /// The month of the key that opens both.
    pub month: String,
    /// Whether Support is offered with it.
    pub offers: bool,
    /// The day.
    pub done_on: Day,
}

impl Care {
    /// What it says; none where its key is gone.
    #[must_use]
    pub fn said(&self, ring: &Keyring) -> Option<String> {
        opened(ring, (WORDS, self.id), (&self.month, &self.words))
    }

    /// What was answered; none where its key is gone.
    #[must_use]
    pub fn answered(&self, ring: &Keyring) -> Option<String> {
        opened(ring, (ANSWER, self.id), (&self.month, &self.answer))
    }
}

/// Words sealed for one row, and the month of the key that opens them.
pub(super) fn sealed(
    ring: &Keyring,
    (chance, today): (&Chance, Day),
    id: CareId,
    words: &str,
) -> Result<(String, String), Error> {
    let (month, key) = ring.epoch_of(today)?;
    if words.is_empty() {
        return Ok((month, String::new()));
    }
    Ok((month, key.seal(chance, WORDS, id, words.as_bytes())?))
}

/// An answer, sealed by the key that sealed what it answers.
pub(super) fn sealed_answer(
    ring: &Keyring,
    chance: &Chance,
    (id, month): (CareId, &str),
    words: &str,
) -> Result<String, Error> {
    let key = ring.epoch(month)?.ok_or(Error::Absent)?;
    key.seal(chance, ANSWER, id, words.as_bytes())
}

fn opened(ring: &Keyring, (what, id): (&str, CareId), (month, sealed): (&str, &str)) -> Option<String> {
    if sealed.is_empty() {
        return Some(String::new());
    }
    let plain = ring.epoch(month).ok().flatten()?.open(what, id, sealed)?;
    String::from_utf8(plain.to_vec()).ok()
}

/// Why a word of care may be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Whoever it is about is of another community: nobody here reaches them.
    #[error("they are of another community, and are not reached from here")]
    Far,
    /// It is closed.
    #[error("this is closed for now")]
    Closed,
    /// It was answered.
    #[error("this was answered already")]
    Answered,
    /// Neither words of one's own nor words that stand ready.
    #[error("write something, or choose words that stand ready")]
    Nothing,
    /// So many hours on duty nobody promises.
    #[error("choose 1, 2, 4 or 8 hours")]
    Hours,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Far => "care-far",
            Self::Closed => "care-closed",
            Self::Answered => "care-answered",
            Self::Nothing => "care-nothing",
            Self::Hours => "duty-hours",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Far | Self::Closed | Self::Answered => kernel::Kind::Conflict,
            Self::Nothing | Self::Hours => kernel::Kind::Invalid,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Nothing => Some("care_words"),
            Self::Hours => Some("hours"),
            Self::Far | Self::Closed | Self::Answered => None,
        }
    }
}

#[test]
fn words_that_stand_ready_are_there_in_every_language() {
    for language in ["en", "es"] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/frontend/locales");
        let words = std::fs::read_to_string(format!("{folder}/{language}/crisis.ftl")).unwrap();
        for ready in Ready::ALL {
            assert!(words.contains(&format!("\ncare-say-{} = ", ready.code())), "{language} {ready}");
        }
    }
}
