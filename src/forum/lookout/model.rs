//! The list of phrases: what comes with the server, what a host added, and what they left out.

use std::sync::LazyLock;

use crate::forum::screening::{Folded, Needle, needles};
use crate::kernel::{self, Bounded};

/// Lines as a host types them, one below the other; may be empty.
pub type Lines = Bounded<0, 6_000, true>;

/// Lines of their own, or left out, that a host may have.
pub(super) const LINES_MAX: usize = 200;
/// The longest line, in letters.
const LINE_MAX: usize = 80;

/// What comes with the server, in every language at once: people write in the language that is nearest when it hurts,
/// whatever language the page speaks.
const OURS: [&str; 2] = [include_str!("phrases_en.txt"), include_str!("phrases_es.txt")];

/// What lands as blame on whoever tells of a setback, in every language at once.
const BLAME: [&str; 2] = [include_str!("blame_en.txt"), include_str!("blame_es.txt")];

/// Both, read once: every page of a thread is held against them.
static PHRASES: LazyLock<Vec<Needle>> = LazyLock::new(|| List::ours().flat_map(needles).collect());
static BLAMING: LazyLock<Vec<Needle>> = LazyLock::new(|| lines_of(&BLAME).flat_map(needles).collect());

/// Phrases after which help is offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// What the host added.
    pub added: Vec<String>,
    /// What the host left out of what comes with the server.
    pub dropped: Vec<String>,
}

impl List {
    /// What comes with the server.
    pub fn ours() -> impl Iterator<Item = &'static str> {
        lines_of(&OURS)
    }

    /// Whether words meet a phrase.
    #[must_use]
    pub fn meets(&self, words: &str) -> bool {
        let words = Folded::of(words);
        let dropped: Vec<_> = self.dropped.iter().flat_map(|line| needles(line)).collect();
        let added: Vec<_> = self.added.iter().flat_map(|line| needles(line)).collect();
        let ours = PHRASES.iter().filter(|needle| !dropped.contains(needle));
        ours.chain(&added).any(|needle| words.holds(needle))
    }
}

/// Whether words land as blame on whoever told of a setback.
#[must_use]
pub(super) fn blames(words: &str) -> bool {
    let words = Folded::of(words);
    BLAMING.iter().any(|needle| words.holds(needle))
}

fn lines_of(texts: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Lines that can be kept, each once.
///
/// # Errors
/// `phrases-many`, `phrases-long`.
pub(super) fn lines(field: &'static str, typed: &Lines) -> Result<Vec<String>, Refusal> {
    let mut lines: Vec<String> = Vec::new();
    for line in typed.as_str().lines().map(str::trim) {
        // A line without a word would meet nothing.
        if needles(line).is_empty() || lines.iter().any(|kept| kept == line) {
            continue;
        }
        if kernel::text::letters(line) > LINE_MAX {
            return Err(Refusal::Long { field });
        }
        lines.push(line.to_owned());
    }
    if lines.len() > LINES_MAX { Err(Refusal::Many { field }) } else { Ok(lines) }
}

/// Why a list is not kept, or words do not go on their way yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More lines than a list may have.
    #[error("a list has 200 lines at most")]
    Many {
        /// The field.
        field: &'static str,
    },
    /// A line that is a paragraph.
    #[error("a line has 80 letters at most")]
    Long {
        /// The field.
        field: &'static str,
    },
    /// A program's words sound heavy, and no help was shown yet.
    #[error("help first; send the same with `helped` set to true to say it as it is")]
    HelpFirst,
}

impl kernel::Refusal for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Many { .. } => "phrases-many",
            Self::Long { .. } => "phrases-long",
            Self::HelpFirst => "help-first",
        }
    }

    fn kind(&self) -> kernel::Kind {
        match self {
            Self::Many { .. } | Self::Long { .. } => kernel::Kind::Invalid,
            Self::HelpFirst => kernel::Kind::Conflict,
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Many { field } | Self::Long { field } => Some(field),
            Self::HelpFirst => Some("helped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: bool) {
        assert_eq!(List::default().meets(words), expected, "{words}");
    }

    #[test]
    fn whole_words_in_any_case_and_language() {
        check("Thinking of SUICIDE again", true);
        check("I want to kill\nmyself.", true);
        check("I don\u{2019}t want to live like this", true);
        check("No quiero vivir así", true);
        check("suicides are down; kill myselfish", false);
        check("It is killing me, this heat", false);
        check("a good day", false);
        check("", false);
    }

    #[test]
    fn blame_speaks_to_somebody_and_not_of_oneself() {
        for words in ["Well, you threw it away.", "SHAME on you", "Es culpa tuya, amigo."] {
            assert!(blames(words), "{words}");
        }
        for words in ["I failed again and I am pathetic", "I was ashamed too", "It is not a fault"] {
            assert!(!blames(words), "{words}");
        }
    }

    #[test]
    fn a_host_adds_lines_and_leaves_lines_out() {
        let list = List { added: vec!["the bridge again".to_owned()], dropped: vec!["Overdose".to_owned()] };
        assert!(list.meets("I went to the BRIDGE again."));
        assert!(!list.meets("an overdose last year") && list.meets("I overdosed last year"));
    }

    #[test]
    fn lines_are_kept_once_and_within_bounds() {
        let typed = |text: &str| lines("added", &Lines::parse(text).unwrap());
        assert_eq!(
            typed("one line\n\n  one line \n...\nanother"),
            Ok(vec!["one line".to_owned(), "another".to_owned()])
        );
        assert_eq!(typed(&"a".repeat(81)), Err(Refusal::Long { field: "added" }));
        let many: Vec<String> = (0..201).map(|number| format!("line {number}")).collect();
        assert_eq!(typed(&many.join("\n")), Err(Refusal::Many { field: "added" }));
    }
}
