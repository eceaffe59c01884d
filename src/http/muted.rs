//! Words somebody would rather not meet, as one request holds them: found whole, whatever their case and accents.

use std::fmt;
use std::sync::Arc;

use crate::db::fulltext;
use crate::text_enum;

text_enum! {
    /// What becomes of a post that holds a muted word.
    pub enum Hush {
        /// It is folded, and can be opened.
        Fold = "fold",
        /// Lists, search and news leave it out; where it is met all the same, it is folded.
        Hide = "hide",
    }
}

/// What a reader would rather not meet. Prints as dots.
#[derive(Clone, Default)]
pub struct MutedWords(Arc<[(String, Hush)]>);

impl MutedWords {
    /// Ready to be looked for. What holds no letter and no digit is passed over.
    pub fn of<'a>(words: impl IntoIterator<Item = (&'a str, Hush)>) -> Self {
        let ready = words.into_iter().map(|(word, hush)| (fulltext::fold(word), hush));
        Self(ready.filter(|(word, _)| !word.is_empty()).map(|(word, hush)| (framed(&word), hush)).collect())
    }

    /// The same, with words that fold.
    #[must_use]
    pub fn and(self, words: &[String]) -> Self {
        if words.is_empty() {
            return self;
        }
        let more = Self::of(words.iter().map(|word| (word.as_str(), Hush::Fold)));
        Self(self.0.iter().chain(more.0.iter()).cloned().collect())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them leaves posts out of lists.
    #[must_use]
    pub fn hides(&self) -> bool {
        self.0.iter().any(|(_, hush)| *hush == Hush::Hide)
    }

    /// What becomes of words that hold one; none: they hold none.
    #[must_use]
    pub fn met_in(&self, said: &[&str]) -> Option<Hush> {
        if self.is_empty() {
            return None;
        }
        let said: Vec<String> = said.iter().map(|text| framed(&fulltext::fold(text))).collect();
        let met = self.0.iter().filter(|(word, _)| said.iter().any(|text| text.contains(word.as_str())));
        met.map(|(_, hush)| *hush).max()
    }
}

/// With a space on either side, so that a word is found whole.
fn framed(folded: &str) -> String {
    format!(" {folded} ")
}

impl fmt::Debug for MutedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[test]
fn words_are_met_whole_in_any_case_and_with_any_accent() {
    let muted = MutedWords::of([
        ("Piña  colada", Hush::Fold),
        ("vodka", Hush::Hide),
        ("夜", Hush::Fold),
        ("…", Hush::Hide),
    ]);
    let check =
        |text: &str, expected: Option<Hush>| assert_eq!(muted.met_in(&["", text]), expected, "{text}");
    check("A PINA COLADA, please", Some(Hush::Fold));
    check("pin\u{303}a\ncolada", Some(Hush::Fold));
    check("A pina. Colada!", Some(Hush::Fold));
    check("pina and colada", None);
    check("no **vodka** here", Some(Hush::Hide));
    check("vodkas", None);
    check("vodka and piña colada", Some(Hush::Hide));
    check("長い夜だ", Some(Hush::Fold));
    check("…", None);
    assert_eq!(format!("{muted:?}"), "…");
}

#[test]
fn words_of_a_device_fold_beside_the_others() {
    let muted = MutedWords::of([("vodka", Hush::Hide)]).and(&["Poker".to_owned()]);
    assert!(muted.hides() && !MutedWords::default().and(&["poker".to_owned()]).hides());
    assert_eq!(muted.met_in(&["poker night"]), Some(Hush::Fold));
    assert_eq!(muted.met_in(&["poker and vodka"]), Some(Hush::Hide));
    assert!(MutedWords::default().is_empty());
}
