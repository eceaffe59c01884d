//! Finding words, phrases and domains in a text: whole words, whatever their case, and whichever letters look alike.

use crate::identity::names;
use crate::kernel::links;

/// A text as it is looked through: its words, each as it reads; and the hosts it leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    words: Vec<String>,
    hosts: Vec<String>,
}

/// What a line looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needle {
    /// These words, one after the other.
    Phrase(Vec<String>),
    /// This domain, and all that lies below it.
    Domain(String),
}

impl Folded {
    /// Looks at a text once, so that many lines can be held against it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { words: words(text), hosts: links::hosts(text) }
    }

    /// Its words without these phrases, the longest of them first where several stand.
    #[must_use]
    pub fn besides(&self, phrases: &[Needle]) -> Vec<&str> {
        let (mut rest, mut left) = (self.words.as_slice(), Vec::new());
        while let Some((word, after)) = rest.split_first() {
            let met = phrases.iter().filter_map(|needle| match needle {
                Needle::Phrase(phrase) if rest.starts_with(phrase) => Some(phrase.len()),
                Needle::Phrase(_) | Needle::Domain(_) => None,
            });
            rest = if let Some(length) = met.max().filter(|length| *length > 0) {
                rest.get(length..).unwrap_or_default()
            } else {
                left.push(word.as_str());
                after
            };
        }
        left
    }

    /// Whether this is in it.
    #[must_use]
    pub fn holds(&self, needle: &Needle) -> bool {
        match needle {
            Needle::Phrase(phrase) => self.words.windows(phrase.len().max(1)).any(|run| run == phrase),
            Needle::Domain(domain) => self.hosts.iter().any(|host| is_within(host, domain)),
        }
    }

    /// Whether it begins so.
    #[must_use]
    pub fn begins(&self, needle: &Needle) -> bool {
        matches!(needle, Needle::Phrase(phrase) if !phrase.is_empty() && self.words.starts_with(phrase))
    }
}

/// What a list, with commas between, looks for.
#[must_use]
pub fn needles(list: &str) -> Vec<Needle> {
    list.split([',', '\n']).filter_map(needle).collect()
}

fn needle(text: &str) -> Option<Needle> {
    let text = text.trim();
    if !text.contains(char::is_whitespace)
        && let Some(domain) = links::hosts(text).into_iter().next()
    {
        return Some(Needle::Domain(domain));
    }
    let phrase = words(text);
    (!phrase.is_empty()).then_some(Needle::Phrase(phrase))
}

fn is_within(host: &str, domain: &str) -> bool {
    host == domain || host.strip_suffix(domain).is_some_and(|before| before.ends_with('.'))
}

/// The words of a text, as they read. Signs that are not seen divide nothing.
fn words(text: &str) -> Vec<String> {
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let parts = seen.split(|c: char| !c.is_alphanumeric() && !is_within_a_word(c));
    parts.map(names::key).filter(|word| !word.is_empty()).collect()
}

const fn is_within_a_word(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}')
}

const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, list: &str, expected: bool) {
        let folded = Folded::of(text);
        assert_eq!(needles(list).iter().any(|needle| folded.holds(needle)), expected, "{text:?} {list:?}");
    }

    #[test]
    fn whole_words_in_any_case_and_by_their_look() {
        check("Fresh KETAMINE here", "ketamine", true);
        check("k\u{435}tamin\u{435}", "ketamine", true);
        check("keta\u{200b}mine", "ketamine", true);
        check("ketamines", "ketamine", false);
        check("a bed is free tonight", "detox, bed is  free", true);
        check("a bed was free", "bed is free", false);
        check("I don\u{2019}t know", "don't know", true);
        check("nothing of it", "", false);
        check("nothing of it", " , ,", false);
    }

    #[test]
    fn domains_are_met_in_links_and_as_they_are_said() {
        check("see https://www.Sober-Homes.example/join?x=1", "sober-homes.example", true);
        check("[here](http://beds.sober-homes.example)", "sober-homes.example", true);
        check("write to me@sober-homes.example", "sober-homes.example", true);
        check("go to sober-homes.example.", "sober-homes.example", true);
        check("https://not-sober-homes.example", "sober-homes.example", false);
        check("https://sober-homes.example.org/", "sober-homes.example", false);
        check("I am sober. Homes are dear.", "sober.homes", false);
    }

    proptest! {
        #[test]
        fn what_a_text_says_is_found_in_it_wherever_it_stands(
            word in "[a-z]{2,12}", before in "[ -~]{0,40}", after in "[ -~]{0,40}"
        ) {
            let folded = Folded::of(&format!("{before} {} {after}", word.to_uppercase()));
            prop_assert!(needles(&word).iter().all(|needle| folded.holds(needle)));
        }

        #[test]
        fn nothing_breaks_it(text in "\\PC{0,200}", list in "\\PC{0,60}") {
            let folded = Folded::of(&text);
            for needle in needles(&list) {
                let _ = (folded.holds(&needle), folded.begins(&needle));
            }
        }
    }
}
