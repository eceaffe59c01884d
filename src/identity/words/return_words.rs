//! Six words somebody can write on paper and read back to any device.

use bip39::Language;

/// How many words let somebody back in.
const COUNT: usize = 6;
/// No two words of the list begin with the same four letters.
const TELLING: usize = 4;

/// Six words of the list, in order.
pub type ReturnWords = [&'static str; COUNT];

/// Six words, each one of 2,048: 66 bits. `chance(n)` must answer an unguessable number below `n`.
pub fn generate(chance: &mut impl FnMut(usize) -> usize) -> ReturnWords {
    let list = Language::English.word_list();
    std::array::from_fn(|_| list.get(chance(list.len())).copied().unwrap_or("light"))
}

/// The six words somebody typed, however they typed them.
///
/// Case, commas, line breaks, numbers ("1.") and the end of a word after its fourth
/// letter do not matter. `None` when they are not six, or one is not on the list.
pub fn parse(raw: &str) -> Option<ReturnWords> {
    // Six words, their numbers and some punctuation; more is not a slip of the pen.
    if raw.len() > 400 {
        return None;
    }
    let lower = raw.to_lowercase();
    let pieces = lower.split(|c: char| !c.is_alphabetic()).filter(|piece| !piece.is_empty());
    let words: Option<Vec<&'static str>> = pieces.map(word).collect();
    words?.try_into().ok()
}

/// The one spelling that is hashed.
#[must_use]
pub fn normalise(words: &ReturnWords) -> String {
    words.join(" ")
}

/// The word meant: itself, or the only one that begins as its first four letters do.
fn word(piece: &str) -> Option<&'static str> {
    let list = Language::English.word_list();
    let exact = list.iter().find(|word| **word == piece);
    let begun = || {
        let is_long = piece.chars().count() == TELLING;
        list.iter().find(|word| is_long && word.starts_with(piece))
    };
    exact.or_else(begun).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const WORDS: ReturnWords = ["abandon", "laundry", "maple", "quiz", "river", "zoo"];

    #[test]
    fn words_are_read_however_they_are_typed() {
        for typed in [
            "abandon laundry maple quiz river zoo",
            "ABANDON, Laundry;  maple\nquiz\r\nriver\tzoo.",
            "1. abandon 2. laundry 3. maple 4. quiz 5. river 6. zoo",
            "1)abandon\n2)laundry\n3)maple\n4)quiz\n5)river\n6)zoo",
            "aban laun mapl quiz rive zoo",
            "“abandon” – laundry – maple – quiz – river – zoo",
        ] {
            assert_eq!(parse(typed), Some(WORDS), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_nobody() {
        let long = "zoo ".repeat(10_000);
        for typed in [
            "",
            "abandon",
            "abandon laundry maple quiz river zoo zoo",
            "abandon laundry maple quiz river zzz",
            "aba laundry maple quiz river zoo",
            "abandom laundry maple quiz river zoo",
            &long,
        ] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn four_letters_tell_every_word_apart() {
        let list = Language::English.word_list();
        let beginnings: HashSet<String> =
            list.iter().map(|word| word.chars().take(TELLING).collect()).collect();
        assert_eq!((list.len(), beginnings.len()), (2048, 2048));
        for known in list {
            let begin: String = known.chars().take(TELLING).collect();
            assert_eq!(word(&begin), Some(*known));
        }
    }

    #[test]
    fn what_was_given_out_is_read_back() {
        let mut state = 1_usize;
        let mut chance = |below: usize| {
            state = state.wrapping_mul(25_214_903_917).wrapping_add(11);
            (state >> 16) % below
        };
        for _ in 0..200 {
            let words = generate(&mut chance);
            assert_eq!(parse(&normalise(&words)), Some(words));
        }
        assert_eq!(generate(&mut |_| 0), ["abandon"; 6]);
        assert_eq!(generate(&mut |below| below - 1), ["zoo"; 6]);
    }
}
