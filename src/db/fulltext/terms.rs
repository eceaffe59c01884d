//! What somebody looks for. Whatever is typed has a meaning; there is no way to write it wrong.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{fold, fold_word};

/// Terms looked for at most; what follows is passed over.
const TERMS_MAX: usize = 12;
/// Letters that are read at most.
const LETTERS_MAX: usize = 400;
/// A beginning of fewer letters is looked for as a whole word.
const PREFIX_MIN: usize = 2;

/// Words that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Folded, in order; never empty.
    pub words: Vec<String>,
    /// Whether the last of them may go on: somebody is still typing it.
    pub is_prefix: bool,
}

/// What somebody looks for: every term is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms(Vec<Term>);

impl Terms {
    /// Reads what was typed: words, and phrases in double quotes.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let typed: String = typed.chars().take(LETTERS_MAX).collect();
        let mut all = Vec::new();
        for (at, part) in typed.split(['"', '“', '”', '„']).enumerate() {
            if at % 2 == 1 {
                all.push(Term {
                    words: part.unicode_words().flat_map(fold_word).collect(),
                    is_prefix: false,
                });
            } else {
                all.extend(part.split_whitespace().map(|word| Term {
                    words: word.unicode_words().flat_map(fold_word).collect(),
                    is_prefix: false,
                }));
            }
        }
        all.retain(|term| !term.words.is_empty());
        all.truncate(TERMS_MAX);
        let is_open = !typed.ends_with(['"', '”']);
        if let Some(last) = all.last_mut() {
            last.is_prefix =
                is_open && last.words.last().is_some_and(|word| word.chars().count() >= PREFIX_MIN);
        }
        Self(all)
    }

    /// Whether nothing that can be looked for was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every term.
    #[must_use]
    pub fn all(&self) -> &[Term] {
        &self.0
    }

    /// Whether a folded word is, or begins like, a word of any term: what to mark in a find.
    #[must_use]
    pub fn marks(&self, word: &str) -> bool {
        self.0.iter().any(|term| {
            let begins =
                term.is_prefix && term.words.last().is_some_and(|last| word.starts_with(last.as_str()));
            begins || term.words.iter().any(|sought| sought == word)
        })
    }

    /// Whether a text holds every term; for the few things that are not in the index.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        let folded = format!(" {} ", fold(text));
        !self.is_empty()
            && self.0.iter().all(|term| {
                let end = if term.is_prefix { "" } else { " " };
                folded.contains(&format!(" {}{end}", term.words.join(" ")))
            })
    }
}

#[test]
fn everything_that_can_be_typed_has_a_meaning() {
    check("night owls", &["night", "owls*"]);
    check("\"night owls\"", &["night owls"]);
    check("say \"same here\" to", &["say", "same here", "to*"]);
    check("OR AND NOT NEAR(a b)", &["or", "and", "not", "near a", "b"]);
    check("can't", &["cant*"]);
    check("\" * ^ : - ( ) 😀", &[]);
    check("\"unclosed phrase", &["unclosed phrase*"]);

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let words =
            |term: &Term| format!("{}{}", term.words.join(" "), if term.is_prefix { "*" } else { "" });
        assert_eq!(Terms::parse(typed).all().iter().map(words).collect::<Vec<_>>(), expected, "{typed}");
    }
}
