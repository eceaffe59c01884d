//! Makes words that look alike the same: case and accents gone, apostrophes dropped, all else a space.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

/// No word anybody looks for is longer; what is longer is cut.
const WORD_MAX: usize = 48;

/// A text as the index keeps it: folded words with a space between.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.unicode_words().flat_map(fold_word) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word);
    }
    folded
}

/// One word as the index keeps it: usually one, none if it holds no letter, more if signs stand between letters.
#[must_use]
pub fn fold_word(word: &str) -> Vec<String> {
    // Letters that carry no accents need no tables.
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let word = word.get(..WORD_MAX).unwrap_or(word);
        return if word.is_empty() { Vec::new() } else { vec![word.to_ascii_lowercase()] };
    }
    let plain: String =
        word.nfkd().filter(|sign| !is_combining_mark(*sign) && !is_apostrophe(*sign)).nfc().collect();
    plain
        .to_lowercase()
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| part.chars().take(WORD_MAX).collect())
        .collect()
}

const fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '\u{2019}' | '\u{02BC}')
}

#[test]
fn words_that_look_alike_are_the_same() {
    assert_eq!(fold("Crème BRÛLÉE, naïve"), "creme brulee naive");
    assert_eq!(fold("I can't. Can’t you?"), "i cant cant you");
    assert_eq!(fold("one.two  90 days <b>bold</b>"), "one two 90 days b bold b");
    assert_eq!(fold("夜は長い"), fold("夜 は 長 い"));
    assert_eq!(fold("*** \" -- 😀"), "");
}
