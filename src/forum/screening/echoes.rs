//! The same words in several places. In memory alone and as keyed digests: nothing tells what was said, or who said it; a
//! restart forgives.

use sha2::{Digest as _, Sha256};

use super::matching::Folded;
use crate::identity::brief::Brief;
use crate::kernel::{Chance, Moment};

/// Seconds for which words are known again.
const KEPT_S: i64 = 3 * 86_400;
/// Words a text has at least: shorter ones are said by everybody.
const WORDS_MIN: usize = 8;
/// From so many places on, what is said once more waits for a look.
const PLACES: usize = 3;

type Mark = [u8; 16];

/// Where words were said lately.
pub struct Echoes {
    key: [u8; 32],
    said: Brief<Mark, Vec<Mark>>,
}

impl Echoes {
    /// Nothing yet, under a key that lives as long as this process.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        Self { key: chance.bytes(), said: Brief::lasting_s(KEPT_S) }
    }

    /// Keeps that words are said in a place; says whether that makes several.
    pub fn hear(&self, words: &str, place: &str, now: Moment) -> bool {
        let folded = Folded::of(words);
        if folded.word_count() < WORDS_MIN {
            return false;
        }
        let (text, place) = (self.mark(&folded.joined()), self.mark(place));
        let mut places = self.said.peek(&text, now).unwrap_or_default();
        if !places.contains(&place) && places.len() < PLACES {
            places.push(place);
            self.said.put(text, places.clone(), now);
        }
        places.len() >= PLACES
    }

    fn mark(&self, text: &str) -> Mark {
        let hash = Sha256::new_with_prefix(self.key).chain_update(text).finalize();
        hash.first_chunk().copied().unwrap_or_default()
    }
}

#[test]
fn the_third_place_is_one_too_many_whatever_the_case_and_for_three_days() {
    let (echoes, at) = (Echoes::new(&Chance::seeded(1)), |second| Moment(0).plus_s(second));
    let text = "We have room for you at our house by the sea.";
    assert!(!echoes.hear(text, "1", at(0)) && !echoes.hear(text, "1", at(1)));
    assert!(!echoes.hear(&text.to_uppercase(), "2", at(2)));
    assert!(echoes.hear("we have room for you, at our house: by the sea", "3", at(3)));
    assert!(!echoes.hear("Thank you all.", "1", at(4)) && !echoes.hear("Thank you all.", "2", at(4)));
    assert!(!echoes.hear("Thank you all.", "3", at(4)), "short words are everybody's");
    assert!(!echoes.hear(text, "4", at(4 + 3 * 86_400)));
}
