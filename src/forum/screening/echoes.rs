//! The same words of one name in several places. In memory alone and as keyed digests: nothing tells what was said, or who said
//! it; a restart forgives.

use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};

use super::matching::{Folded, Needle, needles};
use crate::identity::brief::Brief;
use crate::kernel::{Chance, FaceId, Moment, links};

/// Seconds for which words are known again.
const KEPT_S: i64 = 3 * 86_400;
/// Words a text has at least, besides what people say by heart: shorter ones are said by everybody.
const WORDS_MIN: usize = 8;
/// From so many places on, what is said once more waits for a look.
const PLACES: usize = 3;
/// Prayers and sayings.
const BY_HEART: &str = include_str!("by_heart.txt");

static KNOWN: LazyLock<Vec<Needle>> =
    LazyLock::new(|| BY_HEART.lines().filter(|line| !line.starts_with('#')).flat_map(needles).collect());

type Mark = [u8; 16];

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By<'a> {
    /// Somebody here, under their own name.
    Name(FaceId),
    /// Somebody of another community, by their address there.
    Far(&'a str),
    /// An alias, whichever: all of them count as one. To tell them apart by who is behind them would say so in the end, and to
    /// take each for itself would let somebody be a new one in every place.
    Alias,
}

impl By<'_> {
    /// Who is counted. What leads elsewhere is counted whoever brings it: several names may be one.
    fn counted(self, leads: bool) -> String {
        if leads {
            return "anybody".to_owned();
        }
        match self {
            Self::Name(face) => format!("name {face}"),
            Self::Far(address) => format!("far {address}"),
            Self::Alias => "alias".to_owned(),
        }
    }
}

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

    /// Keeps that somebody says words in a place; says whether that makes several. Different people who share the same are no
    /// sign of anything, unless it leads elsewhere.
    pub fn hear(&self, words: &str, (by, place): (By<'_>, &str), now: Moment) -> bool {
        let folded = Folded::of(words);
        let own = folded.besides(&KNOWN);
        if own.len() < WORDS_MIN {
            return false;
        }
        let text = format!("{}\n{}", by.counted(links::has_link(words)), own.join(" "));
        let (text, place) = (self.mark(&text), self.mark(place));
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "We have room for you at our house by the sea.";
    const SERENITY: &str = "God, grant me the serenity to accept the things I cannot change, courage to change the things I \
                            can, and wisdom to know the difference.";
    const SERENIDAD: &str = "Dios, concédeme la serenidad para aceptar las cosas que no puedo cambiar, valor para cambiar las \
                             que puedo y sabiduría para reconocer la diferencia.";
    const ADA: By<'static> = By::Name(FaceId(1));

    fn new() -> Echoes {
        Echoes::new(&Chance::seeded(1))
    }

    fn at(second: i64) -> Moment {
        Moment(0).plus_s(second)
    }

    /// Which of three places is one too many.
    fn heard(echoes: &Echoes, words: &str, by: [By<'_>; 3]) -> [bool; 3] {
        let [one, two, three] = by;
        [(one, "1"), (two, "2"), (three, "3")].map(|said| echoes.hear(words, said, at(0)))
    }

    #[test]
    fn the_third_place_is_one_too_many_whatever_the_case_and_for_three_days() {
        let echoes = new();
        assert!(!echoes.hear(TEXT, (ADA, "1"), at(0)) && !echoes.hear(TEXT, (ADA, "1"), at(1)));
        assert!(!echoes.hear(&TEXT.to_uppercase(), (ADA, "2"), at(2)));
        assert!(echoes.hear("we have room for you, at our house: by the sea", (ADA, "3"), at(3)));
        assert_eq!(heard(&echoes, "Thank you all.", [ADA; 3]), [false; 3], "short words are everybody's");
        assert!(!echoes.hear(TEXT, (ADA, "4"), at(4 + 3 * 86_400)));
    }

    #[test]
    fn different_people_may_share_the_same_unless_it_leads_elsewhere() {
        let people = [ADA, By::Name(FaceId(2)), By::Far("https://elsewhere.example/u/wren")];
        assert_eq!(heard(&new(), TEXT, people), [false; 3]);
        let leads = format!("{TEXT} https://rooms.example");
        assert_eq!(heard(&new(), &leads, people), [false, false, true]);
        for one in people {
            assert_eq!(heard(&new(), TEXT, [one; 3]), [false, false, true], "{one:?}");
        }
        assert_eq!(heard(&new(), TEXT, [By::Alias; 3]), [false, false, true]);
        assert_eq!(heard(&new(), TEXT, [ADA, ADA, By::Alias]), [false; 3], "nothing ties an alias to a name");
    }

    #[test]
    fn prayers_are_said_wherever_they_help_and_hide_nothing_that_stands_beside_them() {
        for prayer in [SERENITY, SERENIDAD] {
            assert_eq!(heard(&new(), prayer, [ADA; 3]), [false; 3], "{prayer}");
            let closing = format!("I say this each night: {prayer}");
            assert_eq!(heard(&new(), &closing, [ADA; 3]), [false; 3], "{closing}");
        }
        let echoes = new();
        assert!(!echoes.hear(TEXT, (ADA, "1"), at(0)));
        assert!(!echoes.hear(&format!("{SERENITY} {TEXT}"), (ADA, "2"), at(0)));
        assert!(echoes.hear(&format!("{TEXT} One day at a time."), (ADA, "3"), at(0)));
    }
}
