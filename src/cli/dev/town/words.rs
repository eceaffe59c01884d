//! Endless believable words for large towns: our own sentences, recombined.

use std::sync::LazyLock;

use crate::identity::names;

static SENTENCES: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("sentences.txt").lines().collect());
static GERUNDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("gerunds.txt").lines().collect());
static THINGS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("things.txt").lines().collect());

/// So many sentences in a row, with a blank line now and then. `chance(n)` answers a number below `n`.
pub fn words(chance: &mut impl FnMut(usize) -> usize, n_sentences: usize) -> String {
    let mut text = String::new();
    for at in 0..n_sentences {
        if at > 0 {
            text.push_str(if chance(5) == 0 { "\n\n" } else { " " });
        }
        push_sentence(&mut text, chance);
    }
    text
}

/// Fills `{a}` with how something is, `{n}` with what is out there, `{t}` with a thing, `{v}` with what one does.
fn push_sentence(text: &mut String, chance: &mut impl FnMut(usize) -> usize) {
    let (first, second) = names::lists();
    let mut rest = pick(&SENTENCES, chance);
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').unwrap_or((after, ""));
        let word = match slot {
            "a" => pick(first, chance).to_lowercase(),
            "n" => pick(second, chance).to_lowercase(),
            "t" => pick(&THINGS, chance).to_owned(),
            _ => pick(&GERUNDS, chance).to_owned(),
        };
        push_agreeing(text, before, &word);
        rest = after;
    }
    text.push_str(rest);
}

/// "a" becomes "an" before a vowel.
fn push_agreeing(text: &mut String, before: &str, word: &str) {
    text.push_str(before);
    let is_article = before == "A " || before.ends_with(" a ") || before.ends_with(" A ");
    if is_article
        && word.starts_with(['a', 'e', 'i', 'o', 'u'])
        && !word.starts_with("uni")
        && !word.starts_with("uku")
    {
        text.truncate(text.len().saturating_sub(1));
        text.push_str("n ");
    }
    text.push_str(word);
}

fn pick(list: &[&'static str], chance: &mut impl FnMut(usize) -> usize) -> &'static str {
    list.get(chance(list.len())).copied().unwrap_or("I'm here.")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn chance() -> impl FnMut(usize) -> usize {
        let mut state = 7_usize;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        }
    }

    #[test]
    fn search_has_a_believable_vocabulary() {
        let text = words(&mut chance(), 30_000).to_lowercase();
        let vocabulary: HashSet<&str> =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2).collect();
        assert!(vocabulary.len() >= 1_500, "{} words", vocabulary.len());
        assert!(!text.contains(['{', '}']));
        assert!(!text.contains(" a acorn") && !text.contains(" a eager"));
    }

    #[test]
    fn the_sentences_are_many_and_end() {
        let different: HashSet<_> = SENTENCES.iter().collect();
        assert!(different.len() >= 195, "{} sentences", different.len());
        assert!(SENTENCES.iter().all(|sentence| sentence.ends_with('.')));
        assert_eq!(different.len(), SENTENCES.len());
    }

    #[test]
    fn the_same_chance_tells_the_same_story() {
        assert_eq!(words(&mut chance(), 5), words(&mut chance(), 5));
        assert_eq!(words(&mut chance(), 0), "");
    }
}
